package io.stagesync.state.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Intent;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an intent writes, as JSON. */
final class PartsText {
  private PartsText() {}

  static String of(List<Intent.Part> parts) {
    ArrayNode all = Json.array();
    for (Intent.Part part : parts) {
      FieldWrite write = part.write();
      ObjectNode node = all.addObject().put("track", part.track().name());
      node.put("object", write.field().object()).put("name", write.field().name());
      Json.putRaw(node, "expected", write.expected());
      Json.putRaw(node, "value", write.value());
      node.put("clearFirst", write.clearFirst()).put("reason", part.reason().name());
      node.put("from", part.from()).put("to", part.to()).put("why", part.why());
      part.before().ifPresent(base -> node.set("before", MemoryText.node(base)));
      part.after().ifPresent(base -> node.set("after", MemoryText.node(base)));
    }
    return Json.text(all);
  }

  static List<Intent.Part> parts(Side side, String text) {
    List<Intent.Part> parts = new ArrayList<>();
    for (JsonNode node : Json.parse(text)) {
      FieldName field =
          new FieldName(
              side, node.required("object").textValue(), node.required("name").textValue());
      parts.add(
          new Intent.Part(
              new Track(node.required("track").textValue()),
              new FieldWrite(
                  field,
                  Json.maybeRaw(node, "expected"),
                  Json.maybeRaw(node, "value"),
                  node.required("clearFirst").booleanValue()),
              Reason.valueOf(node.required("reason").textValue()),
              node.required("from").textValue(),
              node.required("to").textValue(),
              node.required("why").textValue(),
              Optional.ofNullable(node.get("before")).map(MemoryText::base),
              Optional.ofNullable(node.get("after")).map(MemoryText::base)));
    }
    return parts;
  }
}
