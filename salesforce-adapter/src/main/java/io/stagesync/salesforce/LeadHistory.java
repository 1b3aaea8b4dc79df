package io.stagesync.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import io.stagesync.port.Author;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.FieldChange;
import io.stagesync.port.Reading;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who changed the mapped fields of a lead, where the org keeps that. */
final class LeadHistory {
  private static final int IDS = 2000;
  private static final List<String> COLUMNS =
      List.of("Id", "LeadId", "Field", "OldValue", "NewValue", "CreatedById", "CreatedDate");

  private final Workers workers;
  private final SchemaCache schemas;
  private final Pages pages;
  private final Set<FieldName> mapped;

  LeadHistory(Workers workers, SchemaCache schemas, Pages pages, Set<FieldName> mapped) {
    this.workers = workers;
    this.schemas = schemas;
    this.pages = pages;
    this.mapped = mapped;
  }

  /** The changes of each lead, newest first; every lead asked for has a list. */
  Map<RecordId, List<FieldChange>> of(Collection<RecordId> ids, Instant since) {
    var entries = new HashMap<RecordId, Map<String, HistoryOrder.Entry>>();
    ids.forEach(id -> entries.put(id, new HashMap<>()));
    var tracked = schemas.current().tracked();
    var fields =
        mapped.stream()
            .filter(f -> tracked.contains(f.name()))
            .collect(Collectors.toMap(FieldName::name, Function.identity()));
    var asked = ids.stream().filter(SalesforceId::isId).distinct().toList();
    if (!fields.isEmpty()) {
      for (var chunk : Soql.chunks(asked, IDS)) {
        read(chunk, fields, since, entries);
      }
    }
    var changes = new HashMap<RecordId, List<FieldChange>>();
    entries.forEach((id, found) -> changes.put(id, HistoryOrder.newestFirst(found.values())));
    return changes;
  }

  private void read(
      List<RecordId> ids,
      Map<String, FieldName> fields,
      Instant since,
      Map<RecordId, Map<String, HistoryOrder.Entry>> entries) {
    var query =
        Soql.select(COLUMNS, "LeadHistory")
            + " WHERE "
            + Soql.in("LeadId", ids)
            + " AND "
            + Soql.inText("Field", fields.keySet())
            + " AND CreatedDate >= "
            + Soql.time(since);
    var found = new ArrayList<SObject>();
    pages.repeatable(Purpose.HISTORY, false, query, found::addAll);
    var ourselves = workers.session().user();
    var byLongId =
        entries.keySet().stream()
            .filter(SalesforceId::isId)
            .collect(Collectors.toMap(id -> SalesforceId.of(id.text()), id -> id, (a, b) -> a));
    for (var row : found) {
      var field = fields.get(String.valueOf(row.getField("Field")));
      var lead = SalesforceId.ofNullable(row.getField("LeadId")).map(byLongId::get);
      var author = SalesforceId.ofNullable(row.getField("CreatedById"));
      if (field == null || lead.isEmpty()) {
        continue;
      }
      var change =
          new FieldChange(
              field,
              reading(row, "NewValue"),
              LeadRows.time(String.valueOf(row.getField("CreatedDate"))),
              author
                  .map(user -> new Author(user.text(), user.equals(ourselves)))
                  .orElse(new Author("unknown", false)));
      var id = String.valueOf(row.getId());
      entries
          .getOrDefault(lead.get(), new HashMap<>())
          .put(id, new HistoryOrder.Entry(id, reading(row, "OldValue"), change));
    }
  }

  private static Reading reading(SObject row, String field) {
    var value = row.getField(field);
    return Reading.ofNullable(value == null ? null : value.toString());
  }
}
