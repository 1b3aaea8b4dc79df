package io.stagesync.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.bind.XmlObject;
import io.stagesync.port.Author;
import io.stagesync.port.Conversion;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.Reading;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of Lead to ask for, and what their rows mean. Only columns that the org shows our
 * user are asked for, since a single other one fails the whole query; a mapped field without a
 * column is unreadable, never blank.
 */
final class LeadRows {
  private static final List<String> IF_READABLE =
      List.of(
          "Email",
          "RecordTypeId",
          "IsConverted",
          "ConvertedDate",
          "ConvertedContactId",
          "ConvertedAccountId",
          "ConvertedOpportunityId",
          "IsDeleted",
          "MasterRecordId",
          "LastModifiedById");

  private final OrgSchema schema;
  private final Set<FieldName> mapped;
  private final Optional<CustomerAccounts> customers;
  private final RecordId ourselves;

  LeadRows(OrgSchema schema, SalesforceSettings settings, RecordId ourselves) {
    this.schema = schema;
    this.mapped = settings.fields();
    this.customers = settings.conversions().customers().map(c -> new CustomerAccounts(schema, c));
    this.ourselves = ourselves;
  }

  /** {@code SELECT ... FROM Lead}, without conditions. */
  String select() {
    var columns = new LinkedHashSet<>(List.of("Id", "SystemModstamp"));
    IF_READABLE.stream().filter(schema::reads).forEach(columns::add);
    mapped.stream().map(FieldName::name).sorted().filter(schema::reads).forEach(columns::add);
    if (readsOpportunity()) {
      columns.addAll(
          List.of(
              "ConvertedOpportunity.IsWon",
              "ConvertedOpportunity.IsClosed",
              "ConvertedOpportunity.SystemModstamp"));
    }
    customers.flatMap(CustomerAccounts::column).ifPresent(columns::add);
    return Soql.select(columns, "Lead");
  }

  /** Whether a lead's own opportunity can be read with it. */
  boolean readsOpportunity() {
    return schema.opportunities() && schema.reads("ConvertedOpportunityId");
  }

  /** Whether it is worth asking for other opportunities of a lead's contact. */
  boolean readsContactRoles() {
    return schema.opportunities() && schema.contactRoles() && schema.reads("ConvertedContactId");
  }

  /**
   * One row as a record.
   *
   * @param further what the contact's other opportunities say
   */
  CrmRecord record(SObject row, Outcome further) {
    var id = id(row);
    if (flag(row, "IsDeleted")) {
      return CrmRecord.gone(id, SalesforceId.ofNullable(row.getField("MasterRecordId")));
    }
    var fields = new HashMap<FieldName, Reading>();
    for (var field : mapped) {
      fields.put(
          field,
          schema.reads(field.name())
              ? Reading.ofNullable(text(row, field.name()))
              : Reading.UNREADABLE);
    }
    var outcome = flag(row, "IsConverted") ? whole(row, further) : Outcome.NOTHING;
    var stamp = stamp(row);
    return new CrmRecord(
        id,
        CrmRecord.Presence.LIVE,
        Optional.empty(),
        outcome.stamp().isAfter(stamp) ? outcome.stamp() : stamp,
        SalesforceId.ofNullable(row.getField("LastModifiedById"))
            .map(user -> new Author(user.text(), user.equals(ourselves))),
        fields,
        Optional.ofNullable(text(row, "Email")),
        Optional.empty(),
        SalesforceId.ofNullable(row.getField("RecordTypeId"))
            .flatMap(type -> Optional.ofNullable(schema.recordTypes().get(type.text()))),
        Optional.of(conversion(row, outcome)));
  }

  /** All that is known of a converted lead: its opportunities, and its account where asked. */
  private Outcome whole(SObject row, Outcome further) {
    var opportunities = own(row).and(further);
    return customers.map(c -> opportunities.and(c.outcome(row))).orElse(opportunities);
  }

  /** What a converted lead's own opportunity says; nothing where it has none. */
  Outcome own(SObject row) {
    var opportunity = SalesforceId.ofNullable(row.getField("ConvertedOpportunityId"));
    if (!schema.reads("ConvertedOpportunityId")) {
      return Outcome.unreadable(Optional.empty());
    }
    if (opportunity.isEmpty()) {
      return Outcome.NOTHING;
    }
    return row.getField("ConvertedOpportunity") instanceof XmlObject parent
        ? Outcome.of(opportunity.get(), parent)
        : Outcome.unreadable(opportunity);
  }

  /** The contact that a converted lead became. */
  Optional<RecordId> contact(SObject row) {
    return flag(row, "IsConverted") && !flag(row, "IsDeleted")
        ? SalesforceId.ofNullable(row.getField("ConvertedContactId"))
        : Optional.empty();
  }

  /** A row's id. */
  static RecordId id(SObject row) {
    return SalesforceId.of(String.valueOf(row.getId()));
  }

  /** A row's own stamp. */
  static Instant stamp(SObject row) {
    return time(String.valueOf(row.getField("SystemModstamp")));
  }

  /** Salesforce's way to write a moment, with its offset. */
  static Instant time(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static Conversion conversion(SObject row, Outcome outcome) {
    return flag(row, "IsConverted")
        ? new Conversion(
            true,
            outcome.evidence(),
            SalesforceId.ofNullable(row.getField("ConvertedContactId")),
            SalesforceId.ofNullable(row.getField("ConvertedAccountId")),
            outcome.opportunity(),
            Optional.ofNullable(text(row, "ConvertedDate")).map(LeadRows::day))
        : Conversion.NOT_CONVERTED;
  }

  /** A date comes alone, or with a time and an offset behind it. */
  private static LocalDate day(String text) {
    return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
  }

  private static boolean flag(SObject row, String name) {
    return Boolean.parseBoolean(String.valueOf(row.getField(name)));
  }

  private static @Nullable String text(SObject row, String name) {
    var value = row.getField(name);
    return value == null ? null : value.toString();
  }
}
