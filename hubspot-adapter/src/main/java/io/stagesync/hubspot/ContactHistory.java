package io.stagesync.hubspot;

import io.stagesync.hubspot.client.model.BatchRead;
import io.stagesync.hubspot.client.model.Contact;
import io.stagesync.hubspot.client.model.HistoricValue;
import io.stagesync.hubspot.client.model.ReadInput;
import io.stagesync.port.Author;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.FieldChange;
import io.stagesync.port.Reading;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads who changed the mapped properties and when. */
final class ContactHistory {
  private static final int BATCH = 50;

  private final HubSpotCalls calls;
  private final ContactShape shape;
  private final Lanes lanes;
  private final OwnHand own;
  private final TokenScopes token;
  private final AtomicBoolean askedWhoWeAre = new AtomicBoolean();

  ContactHistory(
      HubSpotCalls calls, ContactShape shape, Lanes lanes, OwnHand own, TokenScopes token) {
    this.calls = calls;
    this.shape = shape;
    this.lanes = lanes;
    this.own = own;
    this.token = token;
  }

  Map<RecordId, List<FieldChange>> read(Collection<RecordId> ids, Instant since) {
    if (own.source().isEmpty() && !askedWhoWeAre.getAndSet(true)) {
      token.app().ifPresent(own::isApp);
    }
    var contacts = new ArrayList<Contact>();
    lanes.each(Lanes.parts(new LinkedHashSet<>(ids), BATCH), this::batch).forEach(contacts::addAll);
    contacts.forEach(contact -> entries(contact).forEach(entry -> learn(contact, entry)));
    var changes = new HashMap<RecordId, List<FieldChange>>();
    ids.forEach(id -> changes.put(id, List.of()));
    for (Contact contact : contacts) {
      changes.put(ContactShape.id(contact), changes(contact, since));
    }
    return changes;
  }

  private record Entry(FieldName field, HistoricValue value, Instant at) {}

  private List<Contact> batch(List<RecordId> ids) {
    var request =
        new BatchRead()
            .propertiesWithHistory(shape.mapped())
            .inputs(ids.stream().map(id -> new ReadInput().id(id.text())).toList());
    var batch =
        calls.read(
            Purpose.HISTORY,
            "reading the history of contacts",
            () -> ContactReader.complete(calls.contacts().readContacts(calls.version(), request)));
    return batch.getResults().stream()
        .filter(contact -> ids.contains(ContactShape.id(contact)))
        .toList();
  }

  private List<Entry> entries(Contact contact) {
    var all = contact.getPropertiesWithHistory();
    var entries = new ArrayList<Entry>();
    for (FieldName field : shape.fields()) {
      var values = all == null ? null : all.get(field.name());
      for (HistoricValue value : Objects.requireNonNullElse(values, List.<HistoricValue>of())) {
        moment(value).ifPresent(at -> entries.add(new Entry(field, value, at)));
      }
    }
    return entries;
  }

  private void learn(Contact contact, Entry entry) {
    own.saw(ContactShape.id(contact), entry.field.name(), entry.value, entry.at);
  }

  private List<FieldChange> changes(Contact contact, Instant since) {
    return entries(contact).stream()
        .filter(entry -> !entry.at.isBefore(since))
        .sorted(Comparator.comparing(Entry::at).reversed())
        .map(
            entry ->
                new FieldChange(
                    entry.field,
                    Reading.ofNullable(entry.value.getValue()),
                    entry.at,
                    new Author(OwnHand.author(entry.value), own.isOurs(entry.value))))
        .toList();
  }

  private static Optional<Instant> moment(HistoricValue value) {
    try {
      return value.getTimestamp() == null
          ? Optional.empty()
          : Optional.of(Instant.parse(value.getTimestamp()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
