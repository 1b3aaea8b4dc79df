package io.stagesync.hubspot;

import io.stagesync.hubspot.client.model.BatchError;
import io.stagesync.hubspot.client.model.BatchUpdate;
import io.stagesync.hubspot.client.model.Contact;
import io.stagesync.hubspot.client.model.ContactBatch;
import io.stagesync.hubspot.client.model.UpdateInput;
import io.stagesync.port.CrmException;
import io.stagesync.port.RecordWrite;
import io.stagesync.port.WriteResult;
import io.stagesync.port.WriteResult.Kind;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Writes a batch and finds out, row by row, what became of it. */
final class ContactWriter {
  static final int BATCH = 100;

  /** A batch that is refused as a whole is halved at most so many times. */
  private static final int HALVINGS = 32;

  private static final String DOING = "writing contacts";

  private final HubSpotCalls calls;
  private final ContactReader reader;
  private final PropertyCatalog catalog;
  private final OwnHand own;

  ContactWriter(HubSpotCalls calls, ContactReader reader, PropertyCatalog catalog, OwnHand own) {
    this.calls = calls;
    this.reader = reader;
    this.catalog = catalog;
    this.own = own;
  }

  List<WriteResult> write(List<RecordWrite> writes) {
    if (writes.size() > BATCH
        || writes.stream().map(RecordWrite::id).distinct().count() < writes.size()) {
      throw new IllegalArgumentException("at most 100 writes, and each contact once");
    }
    var results = new HashMap<RecordId, WriteResult>();
    if (!writes.isEmpty()) {
      attempt(writes, results, new int[] {HALVINGS});
    }
    return writes.stream()
        .map(write -> Objects.requireNonNull(results.get(write.id()), "every write has a result"))
        .toList();
  }

  /** Writes some of the rows; those of a refused batch by halves. */
  private void attempt(
      List<RecordWrite> writes, Map<RecordId, WriteResult> results, int[] halvings) {
    try {
      var batch =
          calls.write(
              DOING,
              () ->
                  ContactReader.complete(
                      calls.contacts().updateContacts(calls.version(), request(writes))));
      settle(writes, batch, results);
    } catch (HubSpotFailure failure) {
      if (failure.remedy == HubSpotFailure.Remedy.RECORD && writes.size() > 1) {
        halve(writes, results, halvings, failure);
      } else {
        writes.forEach(write -> results.put(write.id(), whole(write, failure)));
      }
    } catch (CrmException e) {
      if (results.isEmpty()) {
        throw e;
      }
      // part of the batch is written: what is known of it must reach the caller
      writes.forEach(
          write -> results.put(write.id(), WriteResult.of(Kind.LATER, e.code(), words(e))));
    }
  }

  private void halve(
      List<RecordWrite> writes,
      Map<RecordId, WriteResult> results,
      int[] halvings,
      HubSpotFailure failure) {
    if (halvings[0]-- <= 0) {
      writes.forEach(
          write ->
              results.put(write.id(), WriteResult.of(Kind.LATER, failure.code, words(failure))));
      return;
    }
    var middle = writes.size() / 2;
    attempt(writes.subList(0, middle), results, halvings);
    attempt(writes.subList(middle, writes.size()), results, halvings);
  }

  /** What a failure of the whole request means for one of its rows. */
  private WriteResult whole(RecordWrite write, HubSpotFailure failure) {
    return switch (failure.remedy) {
      case REPEAT -> WriteResult.of(Kind.UNKNOWN, failure.code, words(failure));
      case SLOWER, WAIT, STOP -> WriteResult.of(Kind.LATER, failure.code, words(failure));
      case RECORD -> failure.status == 404 ? lost(write) : rejected(failure.code, words(failure));
    };
  }

  private static BatchUpdate request(List<RecordWrite> writes) {
    return new BatchUpdate()
        .inputs(
            writes.stream()
                .map(
                    write ->
                        new UpdateInput()
                            .id(write.id().text())
                            .objectWriteTraceId(write.trace())
                            .properties(values(write)))
                .toList());
  }

  private static Map<String, String> values(RecordWrite write) {
    var values = new HashMap<String, String>();
    write.fields().forEach((field, value) -> values.put(field.name(), text(value)));
    return values;
  }

  /** A blank clears; a null would not. */
  private static String text(Optional<RawValue> value) {
    return value.map(RawValue::text).orElse("");
  }

  private void settle(
      List<RecordWrite> writes, ContactBatch batch, Map<RecordId, WriteResult> results) {
    var written = new HashMap<RecordId, Contact>();
    var traced = new HashMap<String, RecordId>();
    for (Contact contact : batch.getResults()) {
      written.put(ContactShape.id(contact), contact);
      if (contact.getObjectWriteTraceId() != null) {
        traced.put(contact.getObjectWriteTraceId(), ContactShape.id(contact));
      }
    }
    var errors = Objects.requireNonNullElse(batch.getErrors(), List.<BatchError>of());
    for (RecordWrite write : writes) {
      var contact = written.get(write.id());
      var error = errors.stream().filter(e -> names(e, write)).findFirst();
      var survivor = traced.get(write.trace());
      if (contact != null) {
        results.put(write.id(), written(write, contact));
      } else if (survivor != null) {
        results.put(write.id(), merged(survivor));
      } else if (error.isPresent()) {
        results.put(write.id(), refused(write, error.get()));
      } else {
        results.put(write.id(), silent(write, errors));
      }
    }
  }

  private WriteResult written(RecordWrite write, Contact contact) {
    var stamp = ContactShape.stamp(contact);
    var values = ContactShape.values(contact);
    Set<FieldName> told = new HashSet<>(write.fields().keySet());
    told.removeIf(field -> !values.containsKey(field.name()));
    write
        .fields()
        .forEach((field, value) -> own.wrote(write.id(), field.name(), text(value), stamp));
    return WriteResult.written(ContactShape.readings(told, values), Optional.of(stamp));
  }

  private WriteResult refused(RecordWrite write, BatchError error) {
    var body = ErrorBody.of(error.getCategory(), error.getMessage());
    return switch (body.category()) {
      case "OBJECT_NOT_FOUND" -> lost(write);
      case "RATE_LIMITS", "LOCKED" -> WriteResult.of(Kind.LATER, body.word(), body.message());
      default -> rejected(body.word(), body.message());
    };
  }

  /** A row that the answer passes over: merged away, most likely. */
  private WriteResult silent(RecordWrite write, List<BatchError> errors) {
    var result = lost(write);
    if (result.kind() != Kind.UNKNOWN || errors.isEmpty()) {
      return result;
    }
    var body = ErrorBody.of(errors.get(0).getCategory(), errors.get(0).getMessage());
    return WriteResult.of(Kind.UNKNOWN, body.word(), body.message());
  }

  /** Looks up which contact an id leads to. */
  private WriteResult lost(RecordWrite write) {
    try {
      var contact = reader.single(write.id());
      if (contact.isEmpty()) {
        return WriteResult.of(Kind.GONE);
      }
      var shown = ContactShape.id(contact.get());
      return shown.equals(write.id()) ? WriteResult.of(Kind.UNKNOWN) : merged(shown);
    } catch (CrmException e) {
      return WriteResult.of(Kind.UNKNOWN, e.code(), words(e));
    }
  }

  private static WriteResult merged(RecordId survivor) {
    return new WriteResult(Kind.MERGED, Map.of(), Optional.empty(), Optional.of(survivor), "", "");
  }

  private WriteResult rejected(String code, String message) {
    catalog.doubted();
    return WriteResult.of(Kind.REJECTED, code, message);
  }

  private static boolean names(BatchError error, RecordWrite write) {
    var context = error.getContext();
    return context != null
        && (context.getOrDefault("objectWriteTraceId", List.of()).contains(write.trace())
            || context.getOrDefault("ids", List.of()).contains(write.id().text()));
  }

  private static String words(Throwable failure) {
    return failure.getMessage() == null ? "" : failure.getMessage();
  }
}
