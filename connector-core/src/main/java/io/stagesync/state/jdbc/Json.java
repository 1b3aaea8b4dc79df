package io.stagesync.state.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.mapping.Fingerprint;
import io.stagesync.state.StoreException;
import io.stagesync.vocabulary.RawValue;
import java.time.Instant;
import java.util.Optional;

/** JSON in a column. A member without a value is left out. */
final class Json {
  /** Characters beyond ASCII are escaped: half of a surrogate pair comes back as it was. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new StoreException(
          StoreException.Kind.DAMAGED,
          "A column of the store should hold JSON and does not. Go back to a backup.",
          e);
    }
  }

  static Optional<String> maybe(JsonNode node, String name) {
    JsonNode member = node.get(name);
    return member == null || member.isNull() ? Optional.empty() : Optional.of(member.textValue());
  }

  static Optional<RawValue> maybeRaw(JsonNode node, String name) {
    return maybe(node, name).map(RawValue::new);
  }

  static Optional<Instant> maybeInstant(JsonNode node, String name) {
    JsonNode member = node.get(name);
    return member == null ? Optional.empty() : Optional.of(instant(member));
  }

  static Instant instant(JsonNode node) {
    return Instant.ofEpochMilli(node.longValue());
  }

  static Fingerprint fingerprint(JsonNode node, String name) {
    return new Fingerprint(node.required(name).textValue());
  }

  static void putRaw(ObjectNode node, String name, Optional<RawValue> value) {
    value.ifPresent(raw -> node.put(name, raw.text()));
  }
}
