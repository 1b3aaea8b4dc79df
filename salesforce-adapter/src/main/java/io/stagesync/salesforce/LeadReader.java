package io.stagesync.salesforce;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmRecord;
import io.stagesync.vocabulary.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads every lead, or named ones. */
final class LeadReader {
  private static final int IDS = 2000;
  private static final String BY_ID = " ORDER BY Id";

  private final Leads leads;
  private final Pages pages;

  LeadReader(Leads leads, Pages pages) {
    this.leads = leads;
    this.pages = pages;
  }

  /** Every lead once, then those of the known ones that are in the recycle bin. */
  void sweep(Collection<RecordId> known, Consumer<List<CrmRecord>> consumer) {
    var missing = new HashSet<>(known);
    var seen = new HashSet<RecordId>();
    leads.read(
        new Leads.Question(
            Purpose.SWEEP,
            false,
            BY_ID,
            row -> " WHERE Id > " + Soql.text(LeadRows.id(row).text()) + BY_ID),
        (rows, records) -> {
          var fresh = records.stream().filter(r -> seen.add(r.id())).toList();
          fresh.forEach(r -> missing.remove(r.id()));
          consumer.accept(fresh);
        });
    var asked = missing.stream().filter(SalesforceId::isId).sorted().toList();
    for (var chunk : Soql.chunks(asked, IDS)) {
      pages.repeatable(
          Purpose.SWEEP,
          true,
          "SELECT Id, MasterRecordId FROM Lead WHERE IsDeleted = true AND " + Soql.in("Id", chunk),
          rows ->
              consumer.accept(
                  rows.stream()
                      .map(
                          row ->
                              CrmRecord.gone(
                                  LeadRows.id(row),
                                  SalesforceId.ofNullable(row.getField("MasterRecordId"))))
                      .toList()));
    }
  }

  /**
   * Named leads in the order asked for. One that Salesforce does not show is reported as gone,
   * since a lead that was erased and one that is not shared with our user look the same.
   */
  List<CrmRecord> fetch(Collection<RecordId> ids) {
    var found = new LinkedHashMap<RecordId, CrmRecord>();
    var asked = new LinkedHashSet<RecordId>();
    ids.stream()
        .filter(SalesforceId::isId)
        .map(id -> SalesforceId.of(id.text()))
        .forEach(asked::add);
    for (var chunk : Soql.chunks(asked, IDS)) {
      leads.read(
          Leads.Question.repeatable(Purpose.FETCH, true, " WHERE " + Soql.in("Id", chunk)),
          (rows, records) -> records.forEach(r -> found.put(r.id(), r)));
    }
    var answered = new ArrayList<CrmRecord>();
    for (var id : ids) {
      var record = SalesforceId.isId(id) ? found.get(SalesforceId.of(id.text())) : null;
      answered.add(record == null ? CrmRecord.gone(id, Optional.empty()) : record);
    }
    return answered;
  }
}
