package io.stagesync.salesforce;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.vocabulary.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads every lead, or named ones. */
final class LeadReader {
  private static final int IDS = 2000;
  private static final String BY_ID = " ORDER BY Id";

  private final Leads leads;

  LeadReader(Leads leads) {
    this.leads = leads;
  }

  /**
   * Every lead once, then those of the known ones that are in the recycle bin. The bin is read
   * along with the rest: it costs no call of its own, and only what is in it has to be remembered.
   */
  void sweep(Collection<RecordId> known, Consumer<List<CrmRecord>> consumer) {
    var bin = new HashMap<RecordId, CrmRecord>();
    leads.read(
        Leads.Question.ordered(
            Purpose.SWEEP,
            true,
            BY_ID,
            row -> " WHERE Id > " + Soql.text(LeadRows.id(row).text()) + BY_ID),
        (rows, records) -> {
          var live = records.stream().filter(r -> r.presence() == Presence.LIVE).toList();
          records.stream()
              .filter(r -> r.presence() == Presence.GONE)
              .forEach(r -> bin.put(r.id(), r));
          if (!live.isEmpty()) {
            consumer.accept(live);
          }
        });
    if (!bin.isEmpty()) {
      handOnKnown(bin, known, consumer);
    }
  }

  private static void handOnKnown(
      Map<RecordId, CrmRecord> bin,
      Collection<RecordId> known,
      Consumer<List<CrmRecord>> consumer) {
    var gone = new ArrayList<CrmRecord>();
    for (var id : known) {
      var record = bin.get(id);
      if (record != null) {
        gone.add(record);
      }
    }
    for (int from = 0; from < gone.size(); from += IDS) {
      consumer.accept(List.copyOf(gone.subList(from, Math.min(gone.size(), from + IDS))));
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
          Leads.Question.named(Purpose.FETCH, true, " WHERE " + Soql.in("Id", chunk)),
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
