package io.stagesync.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmRecord;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads leads with what their opportunities say, by whatever condition. */
final class Leads {
  private final Workers workers;
  private final SchemaCache schemas;
  private final Pages pages;
  private final ContactRoles roles;
  private final Set<FieldName> mapped;

  Leads(Workers workers, SchemaCache schemas, Pages pages, Set<FieldName> mapped) {
    this.workers = workers;
    this.schemas = schemas;
    this.pages = pages;
    this.roles = new ContactRoles(pages);
    this.mapped = mapped;
  }

  /** What one reading asks for. */
  record Question(
      Purpose purpose, boolean withDeleted, String where, Function<SObject, String> goOn) {

    /** A question whose rows may come twice. */
    static Question repeatable(Purpose purpose, boolean withDeleted, String where) {
      return new Question(purpose, withDeleted, where, row -> where);
    }
  }

  /** Reads and hands on each page, as rows and as records. */
  void read(Question question, BiConsumer<List<SObject>, List<CrmRecord>> page) {
    read(question, new HashMap<>(), page);
  }

  /**
   * Reads and hands on each page, as rows and as records.
   *
   * @param known what other opportunities were found to say, by version of a lead, so that they are
   *     not asked for again; is added to
   */
  void read(
      Question question,
      Map<String, Outcome> known,
      BiConsumer<List<SObject>, List<CrmRecord>> page) {
    var handedOn = new ArrayList<Boolean>(1);
    BiConsumer<List<SObject>, List<CrmRecord>> noting =
        (rows, records) -> {
          handedOn.add(true);
          page.accept(rows, records);
        };
    try {
      readOnce(question, known, noting);
    } catch (CallFailure e) {
      if (e.treatment() != CallTreatment.SCHEMA || !handedOn.isEmpty()) {
        throw e;
      }
      schemas.contradicted();
      readOnce(question, known, noting);
    }
  }

  private void readOnce(
      Question question,
      Map<String, Outcome> known,
      BiConsumer<List<SObject>, List<CrmRecord>> page) {
    var form = new LeadRows(schemas.current(), mapped, workers.session().user());
    pages.ordered(
        question.purpose(),
        question.withDeleted(),
        form.select() + question.where(),
        row -> form.select() + question.goOn().apply(row),
        rows -> page.accept(rows, records(form, rows, known)));
  }

  private List<CrmRecord> records(LeadRows form, List<SObject> rows, Map<String, Outcome> known) {
    var contacts = new LinkedHashMap<String, RecordId>();
    if (form.readsContactRoles()) {
      for (var row : rows) {
        form.contact(row)
            .filter(contact -> !known.containsKey(version(row)))
            .filter(contact -> form.own(row).evidence() != Evidence.WON)
            .ifPresent(contact -> contacts.put(version(row), contact));
      }
    }
    if (!contacts.isEmpty()) {
      var outcomes = roles.outcomes(Set.copyOf(contacts.values()));
      contacts.forEach(
          (version, contact) ->
              known.put(version, outcomes.getOrDefault(contact, Outcome.NOTHING)));
    }
    return rows.stream()
        .map(row -> form.record(row, known.getOrDefault(version(row), Outcome.NOTHING)))
        .toList();
  }

  private static String version(SObject row) {
    return row.getId() + " " + row.getField("SystemModstamp");
  }
}
