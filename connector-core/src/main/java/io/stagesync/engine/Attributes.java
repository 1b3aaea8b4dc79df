package io.stagesync.engine;

import io.stagesync.mapping.Attribute;
import io.stagesync.mapping.Mapping;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.Reading;
import io.stagesync.state.FirstTouch;
import io.stagesync.state.SeenRecord;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people are, beside where they stand. Which attributes there are is kept in the store, so
 * that whoever only looks at the store can show them.
 */
final class Attributes {
  private static final String ATTRIBUTES = "attributes";
  private static final String CHANGED = "FIRST_TOUCH_CHANGED";

  private Attributes() {}

  /** Keeps what the mapping file says of its attributes. */
  static void remember(Session session, Mapping mapping) {
    var lines = new StringBuilder();
    for (Attribute attribute : mapping.reads().attributes()) {
      lines.append(attribute.name()).append(' ').append(attribute.kind());
      for (Side side : Side.values()) {
        var field = attribute.field(side).map(FieldName::path).orElse("-");
        lines.append(' ').append(field);
      }
      lines.append('\n');
    }
    var before = session.belonging().remark(ATTRIBUTES).orElse("");
    if (!before.equals(lines.toString())) {
      session.belonging().remark(ATTRIBUTES, lines.toString());
    }
  }

  /** Keeps first touches of records that changed, and notes where a later value differs. */
  static void note(
      Run run,
      Session session,
      Side side,
      Map<RecordId, SeenRecord> before,
      Collection<CrmRecord> changed) {
    for (Attribute attribute : run.mapping().reads().attributes()) {
      var field = attribute.field(side);
      if (attribute.kind() == Attribute.Kind.FIRST_TOUCH && field.isPresent()) {
        var touches = touches(attribute.name(), side, field.get(), changed);
        session.firstTouches().keep(touches);
        touches.stream()
            .filter(t -> isNews(t, field.get(), before.get(t.record())))
            .filter(t -> !first(session, t).equals(Optional.of(t.value())))
            .forEach(t -> run.counts().found(CHANGED));
      }
    }
  }

  private static List<FirstTouch> touches(
      String attribute, Side side, FieldName field, Collection<CrmRecord> records) {
    var touches = new ArrayList<FirstTouch>();
    for (CrmRecord record : records) {
      record.fields().getOrDefault(field, Reading.UNREADABLE).value().stream()
          .map(value -> new FirstTouch(side, record.id(), attribute, value, record.modified()))
          .forEach(touches::add);
    }
    return touches;
  }

  private static boolean isNews(FirstTouch touch, FieldName field, @Nullable SeenRecord before) {
    return before != null
        && Optional.ofNullable(before.fields().get(field))
            .flatMap(seen -> seen.reading().value())
            .filter(value -> !value.equals(touch.value()))
            .isPresent();
  }

  private static Optional<RawValue> first(Session session, FirstTouch t) {
    return session.firstTouches().of(t.side(), List.of(t.record())).stream()
        .filter(kept -> kept.attribute().equals(t.attribute()))
        .map(FirstTouch::value)
        .findFirst();
  }

  /** What a person is, in the order of the latest mapping file. */
  static List<ShownAttribute> of(
      Session session, Optional<SeenRecord> lead, Optional<SeenRecord> contact) {
    var shown = new ArrayList<ShownAttribute>();
    for (String line : session.belonging().remark(ATTRIBUTES).orElse("").lines().toList()) {
      var parts = line.split(" ", 4);
      var now = new EnumMap<Side, Reading>(Side.class);
      lead.ifPresent(r -> reading(r, parts[2]).ifPresent(v -> now.put(Side.SALESFORCE, v)));
      contact.ifPresent(r -> reading(r, parts[3]).ifPresent(v -> now.put(Side.HUBSPOT, v)));
      var kind = Attribute.Kind.valueOf(parts[1]);
      shown.add(
          new ShownAttribute(
              parts[0],
              kind,
              now,
              kind == Attribute.Kind.FIRST_TOUCH
                  ? first(session, parts[0], lead, contact)
                  : Optional.empty()));
    }
    return shown;
  }

  private static Optional<Reading> reading(SeenRecord record, String path) {
    return record.fields().entrySet().stream()
        .filter(field -> field.getKey().path().equals(path))
        .map(field -> field.getValue().reading())
        .findFirst();
  }

  /** The earlier one of both records. */
  private static Optional<FirstTouch> first(
      Session session, String attribute, Optional<SeenRecord> lead, Optional<SeenRecord> contact) {
    return Stream.of(lead, contact)
        .flatMap(Optional::stream)
        .flatMap(r -> session.firstTouches().of(r.side(), List.of(r.id())).stream())
        .filter(touch -> touch.attribute().equals(attribute))
        .min(Comparator.comparing(FirstTouch::at));
  }
}
