package io.stagesync.salesforce;

import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.sobject.SObject;
import io.stagesync.net.Redaction;
import io.stagesync.port.CrmException;
import io.stagesync.port.RecordWrite;
import io.stagesync.port.WriteResult;
import io.stagesync.port.WriteResult.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.Comparator;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;

/**
 * Writes leads: at most 200 in a request, each row only its id and the fields that change. Failed
 * rows come back without their id, so that results are matched by their place.
 */
final class LeadWriter {
  /** Rows in one update, by Salesforce's rule. */
  static final int BATCH = 200;

  private static final int LOCK_ATTEMPTS = 3;
  private static final String LOCKED = "UNABLE_TO_LOCK_ROW";

  private final Workers workers;
  private final SchemaCache schemas;
  private final Repetition repetition;
  private final boolean conditional;

  LeadWriter(Workers workers, SchemaCache schemas, Repetition repetition, boolean conditional) {
    this.workers = workers;
    this.schemas = schemas;
    this.repetition = repetition;
    this.conditional = conditional;
  }

  /** One result for each write, in their order. */
  List<WriteResult> write(List<RecordWrite> writes) {
    if (writes.size() > BATCH) {
      throw new IllegalArgumentException("at most " + BATCH + " leads can be written at once");
    }
    var results = new LinkedHashMap<RecordWrite, WriteResult>();
    var rest = check(writes, results);
    if (!rest.isEmpty()) {
      results.putAll(first(rest, results));
    }
    retryLocked(results);
    return writes.stream().map(w -> Objects.requireNonNull(results.get(w))).toList();
  }

  private List<RecordWrite> check(List<RecordWrite> writes, Map<RecordWrite, WriteResult> results) {
    var check = new WriteCheck(schemas.current());
    var rest = new ArrayList<RecordWrite>();
    for (var write : writes) {
      check.refusal(write).ifPresentOrElse(r -> results.put(write, r), () -> rest.add(write));
    }
    return rest;
  }

  /** The first request. A field that vanished is noticed here: the set-up is read anew, once. */
  private Map<RecordWrite, WriteResult> first(
      List<RecordWrite> writes, Map<RecordWrite, WriteResult> results) {
    try {
      return send(writes);
    } catch (CallFailure e) {
      if (e.treatment() != CallTreatment.SCHEMA) {
        throw e;
      }
      schemas.contradicted();
      var rest = check(writes, results);
      return rest.isEmpty() ? Map.of() : send(rest);
    }
  }

  private Map<RecordWrite, WriteResult> send(List<RecordWrite> writes) {
    var rows = writes.stream().map(LeadWriter::row).toArray(SObject[]::new);
    SaveResult[] saved;
    try {
      saved =
          workers.write(
              c -> {
                if (conditional) {
                  c.setConditionalRequestHeader(bound(writes), null);
                }
                try {
                  return c.update(rows);
                } finally {
                  c.clearConditionalRequestHeader();
                }
              });
    } catch (CallFailure e) {
      if (!e.treatment().unknownForWrites()) {
        throw e;
      }
      return all(writes, WriteResult.of(Kind.UNKNOWN, e.code(), String.valueOf(e.getMessage())));
    }
    if (saved.length != writes.size()) {
      return all(writes, WriteResult.of(Kind.UNKNOWN, "", "Salesforce left out some results"));
    }
    var results = new LinkedHashMap<RecordWrite, WriteResult>();
    for (int i = 0; i < saved.length; i++) {
      results.put(writes.get(i), result(saved[i]));
    }
    return results;
  }

  private WriteResult result(SaveResult saved) {
    if (saved.isSuccess()) {
      return WriteResult.of(Kind.WRITTEN);
    }
    var errors = saved.getErrors();
    if (errors == null || errors.length == 0) {
      return WriteResult.of(Kind.REJECTED, "", "Salesforce gave no reason");
    }
    var sorted = new ArrayList<Map.Entry<RowTreatment, WriteResult>>();
    for (var error : errors) {
      var code = error.getStatusCode() == null ? "" : error.getStatusCode().name();
      var message = String.valueOf(error.getMessage());
      var treatment = SalesforceErrors.ofRow(code, message);
      if (treatment == RowTreatment.SCHEMA) {
        schemas.contradicted();
      }
      sorted.add(
          Map.entry(
              treatment, WriteResult.of(treatment.result(), code, Redaction.redact(message))));
    }
    var worst = Collections.min(sorted, Map.Entry.comparingByKey());
    return worst.getKey() == RowTreatment.LOCKED
        ? WriteResult.of(Kind.LATER, LOCKED, worst.getValue().message())
        : worst.getValue();
  }

  /** Rows that others held: in requests of half the size each time. */
  private void retryLocked(Map<RecordWrite, WriteResult> results) {
    int size = Math.max(1, results.size() / 2);
    for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++, size = Math.max(1, size / 2)) {
      var locked =
          results.entrySet().stream()
              .filter(e -> e.getValue().code().equals(LOCKED))
              .map(Map.Entry::getKey)
              .sorted(Comparator.comparing(RecordWrite::id))
              .toList();
      if (locked.isEmpty()) {
        return;
      }
      repetition.breathe();
      for (int from = 0; from < locked.size(); from += size) {
        try {
          results.putAll(send(locked.subList(from, Math.min(locked.size(), from + size))));
        } catch (CallFailure | CrmException e) {
          // The other rows of this write are settled, and an exception would lose what became of
          // them; the locked ones stay for later.
          return;
        }
      }
    }
  }

  private static Map<RecordWrite, WriteResult> all(List<RecordWrite> writes, WriteResult result) {
    var results = new LinkedHashMap<RecordWrite, WriteResult>();
    writes.forEach(w -> results.put(w, result));
    return results;
  }

  private static SObject row(RecordWrite write) {
    var row = new SObject("Lead");
    row.setId(write.id().text());
    var cleared = new ArrayList<String>();
    write
        .fields()
        .forEach(
            (field, value) ->
                value.ifPresentOrElse(
                    v -> row.setField(field.name(), v.text()), () -> cleared.add(field.name())));
    if (!cleared.isEmpty()) {
      row.setFieldsToNull(cleared.toArray(String[]::new));
    }
    return row;
  }

  /**
   * One bound holds for a whole request, so that it is the newest version among its rows: a row
   * that changed after that is refused, and no row is refused for another's sake. One second more,
   * since Salesforce's stamps know no finer.
   */
  private static Calendar bound(List<RecordWrite> writes) {
    var newest =
        writes.stream().map(RecordWrite::readAt).max(Comparator.naturalOrder()).orElse(Instant.MAX);
    var bound = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    bound.setTimeInMillis(newest.plusSeconds(1).toEpochMilli());
    return bound;
  }
}
