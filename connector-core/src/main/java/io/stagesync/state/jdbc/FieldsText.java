package io.stagesync.state.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.port.Conversion;
import io.stagesync.port.Reading;
import io.stagesync.state.SeenField;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A record's fields, and a lead's conversion, as JSON. */
final class FieldsText {
  private FieldsText() {}

  static String of(Map<FieldName, SeenField> fields) {
    ArrayNode all = Json.array();
    fields.forEach(
        (name, field) -> {
          ObjectNode node = put(all.addObject(), name, field.reading());
          field.unchangedUntil().ifPresent(until -> node.put("until", until.toEpochMilli()));
          node.put("by", field.changedBy().toEpochMilli()).put("author", field.author());
        });
    return Json.text(all);
  }

  private static ObjectNode put(ObjectNode node, FieldName name, Reading reading) {
    node.put("object", name.object()).put("name", name.name()).put("kind", reading.kind().name());
    Json.putRaw(node, "value", reading.value());
    return node;
  }

  /** What stands in the text of a record, and in no other's, whose field holds a value. */
  static String holding(FieldName field, RawValue value) {
    String whole = Json.text(put(Json.object(), field, Reading.of(value)));
    return whole.substring(0, whole.length() - 1);
  }

  static Map<FieldName, SeenField> fields(Side side, String text) {
    Map<FieldName, SeenField> fields = new HashMap<>();
    for (JsonNode node : Json.parse(text)) {
      fields.put(
          new FieldName(
              side, node.required("object").textValue(), node.required("name").textValue()),
          new SeenField(
              reading(node),
              Json.maybeInstant(node, "until"),
              Json.instant(node.required("by")),
              node.required("author").textValue()));
    }
    return fields;
  }

  private static Reading reading(JsonNode node) {
    return switch (Reading.Kind.valueOf(node.required("kind").textValue())) {
      case BLANK -> Reading.BLANK;
      case UNREADABLE -> Reading.UNREADABLE;
      case VALUE -> Reading.of(new RawValue(node.required("value").textValue()));
    };
  }

  static String of(Conversion conversion) {
    ObjectNode node = Json.object().put("converted", conversion.converted());
    node.put("evidence", conversion.evidence().name());
    conversion.contact().ifPresent(id -> node.put("contact", id.text()));
    conversion.account().ifPresent(id -> node.put("account", id.text()));
    conversion.opportunity().ifPresent(id -> node.put("opportunity", id.text()));
    conversion.on().ifPresent(day -> node.put("on", day.toString()));
    return Json.text(node);
  }

  static Conversion conversion(String text) {
    JsonNode node = Json.parse(text);
    return new Conversion(
        node.required("converted").booleanValue(),
        Evidence.valueOf(node.required("evidence").textValue()),
        id(node, "contact"),
        id(node, "account"),
        id(node, "opportunity"),
        Json.maybe(node, "on").map(LocalDate::parse));
  }

  private static Optional<RecordId> id(JsonNode node, String name) {
    return Json.maybe(node, name).map(RecordId::new);
  }
}
