package io.stagesync.hubspot;

import io.stagesync.hubspot.client.model.BatchRead;
import io.stagesync.hubspot.client.model.Contact;
import io.stagesync.hubspot.client.model.ContactBatch;
import io.stagesync.hubspot.client.model.ReadInput;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmRecord;
import io.stagesync.vocabulary.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads contacts by their ids, straight from the records. */
final class ContactReader {
  private static final int BATCH = 100;
  private static final String DOING = "reading contacts by id";

  private final HubSpotCalls calls;
  private final ContactShape shape;
  private final Lanes lanes;

  ContactReader(HubSpotCalls calls, ContactShape shape, Lanes lanes) {
    this.calls = calls;
    this.shape = shape;
    this.lanes = lanes;
  }

  /** Each id's record; one that is missing is looked up singly, which finds its survivor. */
  List<CrmRecord> fetch(Collection<RecordId> ids) {
    var records = new ArrayList<CrmRecord>();
    for (Map<RecordId, CrmRecord> found : lanes.each(Lanes.parts(ids, BATCH), this::found)) {
      records.addAll(found.values());
    }
    var answered = new LinkedHashSet<RecordId>();
    records.forEach(record -> answered.add(record.id()));
    var missing = new LinkedHashSet<>(ids);
    missing.removeAll(answered);
    records.addAll(lanes.each(List.copyOf(missing), this::missing));
    return records;
  }

  /** The records among these ids that are live. Costs one call for each hundred. */
  Map<RecordId, CrmRecord> found(List<RecordId> ids) {
    var request =
        new BatchRead()
            .properties(shape.asked())
            .inputs(ids.stream().map(id -> new ReadInput().id(id.text())).toList());
    var batch =
        calls.read(
            Purpose.FETCH,
            DOING,
            () -> complete(calls.contacts().readContacts(calls.version(), request)));
    var found = new HashMap<RecordId, CrmRecord>();
    for (Contact contact : batch.getResults()) {
      var id = ContactShape.id(contact);
      if (ids.contains(id)) {
        found.put(id, shape.record(contact));
      }
    }
    return found;
  }

  /** A batch that has results; null for one that lacks them. */
  static @Nullable ContactBatch complete(@Nullable ContactBatch batch) {
    return batch == null || batch.getResults() == null ? null : batch;
  }

  /** What became of a contact that a batch did not find. */
  private CrmRecord missing(RecordId id) {
    return single(id)
        .map(
            contact -> {
              var shown = ContactShape.id(contact);
              return shown.equals(id)
                  ? shape.record(contact)
                  : CrmRecord.gone(id, Optional.of(shown));
            })
        .orElseGet(() -> CrmRecord.gone(id, Optional.empty()));
  }

  /** The contact that an id stands for: after a merge, another one; empty where there is none. */
  Optional<Contact> single(RecordId id) {
    var asked = String.join(",", shape.asked());
    return calls.find(
        Purpose.FETCH,
        "reading contact " + id,
        () -> calls.contacts().readContact(calls.version(), id.text(), asked));
  }
}
