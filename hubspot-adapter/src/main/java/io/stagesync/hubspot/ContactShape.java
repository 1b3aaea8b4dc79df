package io.stagesync.hubspot;

import io.stagesync.hubspot.client.model.Contact;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.port.Reading;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which properties of a contact we ask for, and what its answer means. */
final class ContactShape {
  static final String STAMP = "lastmodifieddate";
  static final String ID = "hs_object_id";
  private static final String MERGED = "hs_merged_object_ids";

  private final Set<FieldName> fields;
  private final String leadIdProperty;
  private final List<String> asked;

  ContactShape(HubSpotSettings settings) {
    fields = settings.fields();
    leadIdProperty = settings.leadIdProperty();
    var names = new LinkedHashSet<String>();
    fields.stream().map(FieldName::name).sorted().forEach(names::add);
    names.addAll(List.of(leadIdProperty, "email", STAMP, MERGED));
    asked = List.copyOf(names);
  }

  /** The properties to ask for. */
  List<String> asked() {
    return asked;
  }

  /** The mapped properties alone. */
  List<String> mapped() {
    return fields.stream().map(FieldName::name).sorted().toList();
  }

  /** The properties whose definitions are asked for: the mapped ones and the lead's id. */
  List<String> defined() {
    return Stream.concat(fields.stream().map(FieldName::name), Stream.of(leadIdProperty))
        .distinct()
        .sorted()
        .toList();
  }

  /** The property that holds the lead's id. */
  FieldName leadIdField() {
    return new FieldName(Side.HUBSPOT, "contact", leadIdProperty);
  }

  Set<FieldName> fields() {
    return fields;
  }

  /** A live contact as the port knows it. */
  CrmRecord record(Contact contact) {
    var values = values(contact);
    return new CrmRecord(
        id(contact),
        Presence.LIVE,
        Optional.empty(),
        stamp(contact),
        Optional.empty(),
        readings(fields, values),
        text(values.get("email")),
        text(values.get(leadIdProperty)).map(RecordId::new),
        Optional.empty(),
        Optional.empty());
  }

  /** The contacts that were merged into this one; all of them are gone. */
  List<CrmRecord> mergedAway(Contact contact) {
    var gone = new ArrayList<CrmRecord>();
    for (String old : text(values(contact).get(MERGED)).orElse("").split(";")) {
      if (!old.isBlank() && !old.strip().equals(contact.getId())) {
        gone.add(CrmRecord.gone(new RecordId(old.strip()), Optional.of(id(contact))));
      }
    }
    return gone;
  }

  /** What fields show; one that the answer leaves out could not be read. */
  static Map<FieldName, Reading> readings(Set<FieldName> fields, Map<String, String> values) {
    var readings = new HashMap<FieldName, Reading>();
    for (FieldName field : fields) {
      readings.put(
          field,
          values.containsKey(field.name())
              ? Reading.ofNullable(values.get(field.name()))
              : Reading.UNREADABLE);
    }
    return readings;
  }

  /** The stamp of this version; the epoch where the answer has none. */
  static Instant stamp(Contact contact) {
    var text =
        text(values(contact).get(STAMP)).orElseGet(() -> blankIfNull(contact.getUpdatedAt()));
    try {
      return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  static RecordId id(Contact contact) {
    return new RecordId(blankIfNull(contact.getId()));
  }

  static Map<String, String> values(Contact contact) {
    var values = contact.getProperties();
    return values == null ? Map.of() : values;
  }

  private static Optional<String> text(@Nullable String value) {
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  private static String blankIfNull(@Nullable String text) {
    return text == null ? "" : text;
  }
}
