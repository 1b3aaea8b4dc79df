package io.stagesync.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import io.stagesync.port.CrmRecord;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RecordId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes records of rows. Converted leads whose contact may have further opportunities wait until
 * there are enough of them for a call, so that a sweep costs calls by their number and not by its
 * pages. One that is won already does not wait, since nothing is further.
 */
final class ConvertedLeads {
  private static final int ENOUGH = 2000;

  private final LeadRows form;
  private final ContactRoles roles;
  private final Map<String, Outcome> known;
  private final Map<SObject, RecordId> waiting = new LinkedHashMap<>();

  /**
   * @param known what was found before, by version of a lead; is added to
   */
  ConvertedLeads(LeadRows form, ContactRoles roles, Map<String, Outcome> known) {
    this.form = form;
    this.roles = roles;
    this.known = known;
  }

  /** The records of these rows that need not wait, and with enough waiting ones theirs. */
  List<CrmRecord> add(List<SObject> rows) {
    var records = new ArrayList<CrmRecord>();
    for (var row : rows) {
      var contact = form.contact(row);
      if (contact.isPresent() && mustWait(row)) {
        waiting.put(row, contact.get());
      } else {
        records.add(form.record(row, known.getOrDefault(version(row), Outcome.NOTHING)));
      }
    }
    if (waiting.size() >= ENOUGH) {
      records.addAll(rest());
    }
    return records;
  }

  /** The records that still wait. */
  List<CrmRecord> rest() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    var outcomes = roles.outcomes(new HashSet<>(waiting.values()));
    var records = new ArrayList<CrmRecord>();
    waiting.forEach(
        (row, contact) -> {
          var further = outcomes.getOrDefault(contact, Outcome.NOTHING);
          known.put(version(row), further);
          records.add(form.record(row, further));
        });
    waiting.clear();
    return records;
  }

  private boolean mustWait(SObject row) {
    return form.readsContactRoles()
        && !known.containsKey(version(row))
        && form.own(row).evidence() != Evidence.WON;
  }

  private static String version(SObject row) {
    return row.getId() + " " + row.getField("SystemModstamp");
  }
}
