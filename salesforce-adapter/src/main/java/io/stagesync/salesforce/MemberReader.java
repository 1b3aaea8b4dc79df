package io.stagesync.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.bind.XmlObject;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CampaignMember;
import io.stagesync.port.Cursor;
import io.stagesync.vocabulary.CampaignMemberStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads campaign members, apart from everything else. */
final class MemberReader {
  private static final String SELECT =
      Soql.select(
          List.of(
              "Id",
              "CampaignId",
              "Campaign.Name",
              "LeadId",
              "ContactId",
              "Status",
              "HasResponded",
              "SystemModstamp"),
          "CampaignMember");
  private static final Position BEGINNING = new Position(Instant.EPOCH, 0);

  private final Pages pages;

  MemberReader(Pages pages) {
    this.pages = pages;
  }

  /** Those that changed since a cursor; empty where our user may not read them. */
  Optional<Cursor> changes(Optional<Cursor> since, Consumer<List<CampaignMember>> consumer) {
    var start = since.map(Position::of);
    var newest = new Position.Newest(start.orElse(BEGINNING));
    try {
      pages.ordered(
          Purpose.CAMPAIGN_MEMBERS,
          false,
          SELECT + Soql.changedSince(start.map(Position::from).orElse(Instant.EPOCH)),
          row -> SELECT + Soql.after(LeadRows.stamp(row), LeadRows.id(row)),
          rows -> {
            newest.see(rows);
            consumer.accept(rows.stream().map(MemberReader::member).toList());
          });
    } catch (CallFailure e) {
      if (closed(e)) {
        return Optional.empty();
      }
      throw e;
    }
    return Optional.of(newest.cursor());
  }

  /** Whether our user may read them, with everything that we read of them. One call. */
  boolean readable() {
    try {
      pages.repeatable(Purpose.METADATA, false, SELECT + " LIMIT 1", rows -> {});
      return true;
    } catch (CallFailure e) {
      if (closed(e)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean closed(CallFailure e) {
    return e.treatment() == CallTreatment.SCHEMA || e.code().startsWith("INSUFFICIENT_ACCESS");
  }

  private static CampaignMember member(SObject row) {
    var name =
        row.getField("Campaign") instanceof XmlObject campaign ? campaign.getField("Name") : null;
    var status = row.getField("Status");
    return new CampaignMember(
        LeadRows.id(row),
        SalesforceId.of(String.valueOf(row.getField("CampaignId"))),
        name == null ? "" : name.toString(),
        SalesforceId.ofNullable(row.getField("LeadId")),
        SalesforceId.ofNullable(row.getField("ContactId")),
        status == null || status.toString().isBlank()
            ? Optional.empty()
            : Optional.of(new CampaignMemberStatus(status.toString())),
        Boolean.parseBoolean(String.valueOf(row.getField("HasResponded"))),
        LeadRows.stamp(row));
  }
}
