package io.stagesync.app.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.engine.PlanRow;
import io.stagesync.net.Redaction;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Optional;

/** One row of a plan as JSON: ids and words of the two CRMs, no addresses. */
public final class RowJson {
  private RowJson() {}

  /** A row as JSON. */
  public static ObjectNode of(PlanRow row) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("lead", row.lead().text());
    json.put("contact", row.contact().text());
    json.put("track", row.track().name());
    json.put("side", row.write().side().key());
    json.put("field", row.write().field().path());
    json.put("expected", row.write().expected().map(RawValue::text).orElse(null));
    json.put("value", row.write().value().map(RawValue::text).orElse(null));
    json.put("clear-first", row.write().clearFirst());
    json.put("reason", row.reason().name());
    json.put("from", row.from());
    json.put("to", row.to());
    json.put("why", Redaction.maskEmails(row.why()));
    json.put("mapping-changed", row.mappingChanged());
    return json;
  }

  /**
   * The row that JSON describes.
   *
   * @throws IllegalArgumentException when it describes none
   */
  static PlanRow row(JsonNode json) {
    var side = side(text(json, "side"));
    var path = text(json, "field");
    int dot = path.indexOf('.');
    if (dot < 1) {
      throw new IllegalArgumentException("no field: " + path);
    }
    var field = new FieldName(side, path.substring(0, dot), path.substring(dot + 1));
    return new PlanRow(
        new RecordId(text(json, "lead")),
        new RecordId(text(json, "contact")),
        new Track(text(json, "track")),
        new FieldWrite(
            field,
            value(json, "expected"),
            value(json, "value"),
            json.path("clear-first").asBoolean()),
        Reason.valueOf(text(json, "reason")),
        text(json, "from"),
        text(json, "to"),
        text(json, "why"),
        json.path("mapping-changed").asBoolean());
  }

  static Side side(String key) {
    for (Side side : Side.values()) {
      if (side.key().equals(key)) {
        return side;
      }
    }
    throw new IllegalArgumentException("no side: " + key);
  }

  static String text(JsonNode json, String key) {
    if (!json.path(key).isTextual()) {
      throw new IllegalArgumentException("no text: " + key);
    }
    return json.path(key).textValue();
  }

  private static Optional<RawValue> value(JsonNode json, String key) {
    return json.path(key).isNull() ? Optional.empty() : Optional.of(new RawValue(text(json, key)));
  }
}
