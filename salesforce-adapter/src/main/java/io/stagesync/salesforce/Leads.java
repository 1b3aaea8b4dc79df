package io.stagesync.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads leads with what their opportunities say, by whatever condition. */
final class Leads {
  private final Workers workers;
  private final SchemaCache schemas;
  private final Pages pages;
  private final ContactRoles roles;
  private final SalesforceSettings settings;

  Leads(Workers workers, SchemaCache schemas, Pages pages, SalesforceSettings settings) {
    this.workers = workers;
    this.schemas = schemas;
    this.pages = pages;
    this.roles = new ContactRoles(pages);
    this.settings = settings;
  }

  /**
   * What one reading asks for.
   *
   * @param goOn the condition for what comes behind a row; empty for a question that names its rows
   */
  record Question(
      Purpose purpose,
      boolean withDeleted,
      String where,
      Optional<Function<SObject, String>> goOn) {

    /** A question whose rows have an order. */
    static Question ordered(
        Purpose purpose, boolean withDeleted, String where, Function<SObject, String> goOn) {
      return new Question(purpose, withDeleted, where, Optional.of(goOn));
    }

    /** A question that names its rows. */
    static Question named(Purpose purpose, boolean withDeleted, String where) {
      return new Question(purpose, withDeleted, where, Optional.empty());
    }
  }

  /** Reads and hands on each page: its rows, and the records that are complete by then. */
  void read(Question question, BiConsumer<List<SObject>, List<CrmRecord>> page) {
    read(question, new HashMap<>(), page);
  }

  /**
   * Reads and hands on each page: its rows, and the records that are complete by then. Both may be
   * empty.
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
    var form = new LeadRows(schemas.current(), settings, workers.session().user());
    var records = new ConvertedLeads(form, roles, known);
    var query = form.select() + question.where();
    Consumer<List<SObject>> rows = read -> page.accept(read, records.add(read));
    question
        .goOn()
        .ifPresentOrElse(
            goOn ->
                pages.ordered(
                    question.purpose(),
                    question.withDeleted(),
                    query,
                    row -> form.select() + goOn.apply(row),
                    rows),
            () -> pages.repeatable(question.purpose(), question.withDeleted(), query, rows));
    page.accept(List.of(), records.rest());
  }
}
