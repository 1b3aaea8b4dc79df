package io.stagesync.state.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.mapping.Fingerprint;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Memory;
import io.stagesync.reconcile.OwnWrites;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A track's base and memory as JSON. */
final class MemoryText {
  private MemoryText() {}

  static ObjectNode node(Base base) {
    ObjectNode node = Json.object().put("label", base.label().name());
    Json.putRaw(node, "salesforce", base.salesforce());
    Json.putRaw(node, "hubspot", base.hubspot());
    base.evidence().ifPresent(evidence -> node.put("evidence", evidence.name()));
    base.rulesRanFor().ifPresent(label -> node.put("rulesRanFor", label.name()));
    if (base.cycle() != 1) {
      node.put("cycle", base.cycle());
    }
    return node.put("fingerprint", base.fingerprint().hex());
  }

  /** What stands in the text of a base, and in no other's, that rests on a value of a side. */
  static String restingOn(Side side, RawValue value) {
    String whole = Json.text(Json.object().put(side.key(), value.text()));
    return whole.substring(1, whole.length() - 1);
  }

  static Base base(JsonNode node) {
    return new Base(
        new Label(node.required("label").textValue()),
        Json.maybeRaw(node, "salesforce"),
        Json.maybeRaw(node, "hubspot"),
        Json.maybe(node, "evidence").map(Evidence::valueOf),
        Json.maybe(node, "rulesRanFor").map(Label::new),
        node.path("cycle").intValue() == 0 ? 1 : node.path("cycle").intValue(),
        Json.fingerprint(node, "fingerprint"));
  }

  static Optional<String> of(Optional<Base> base) {
    return base.map(some -> Json.text(node(some)));
  }

  static Optional<Base> base(@Nullable String text) {
    return Optional.ofNullable(text).map(some -> base(Json.parse(some)));
  }

  /** Empty for a memory with nothing in it. */
  static Optional<String> of(Memory memory) {
    if (memory.equals(Memory.NONE)) {
      return Optional.empty();
    }
    ObjectNode node = Json.object();
    memory.lastDecided().ifPresent(seen -> node.set("lastDecided", node(seen)));
    memory.refused().ifPresent(seen -> node.set("refused", node(seen)));
    if (memory.blankSeenInRun() != 0) {
      node.put("blankSeenInRun", memory.blankSeenInRun());
    }
    Json.putRaw(node, "openClear", memory.openClear());
    memory.choice().ifPresent(choice -> node.set("choice", node(choice)));
    memory.approvedMapping().ifPresent(mapping -> node.put("approvedMapping", mapping.hex()));
    ArrayNode written = Json.array();
    memory.own().lately().forEach(write -> written.add(node(write)));
    if (!written.isEmpty()) {
      node.set("written", written);
    }
    if (memory.cycle() != 0) {
      node.put("cycle", memory.cycle());
    }
    memory.own().bouncing().ifPresent(b -> node.set("bouncing", node(b.side(), b.label())));
    return Optional.of(Json.text(node));
  }

  static Memory memory(@Nullable String text) {
    if (text == null) {
      return Memory.NONE;
    }
    JsonNode node = Json.parse(text);
    return new Memory(
        Optional.ofNullable(node.get("lastDecided")).map(MemoryText::seen),
        Optional.ofNullable(node.get("refused")).map(MemoryText::seen),
        node.path("blankSeenInRun").longValue(),
        Json.maybeRaw(node, "openClear"),
        Optional.ofNullable(node.get("choice")).map(MemoryText::choice),
        Json.maybe(node, "approvedMapping").map(Fingerprint::new),
        ownWrites(node),
        node.path("cycle").intValue());
  }

  private static OwnWrites ownWrites(JsonNode memory) {
    List<OwnWrites.Write> lately = new ArrayList<>();
    for (JsonNode write : memory.path("written")) {
      lately.add(
          new OwnWrites.Write(side(write), label(write), Json.instant(write.required("at"))));
    }
    return new OwnWrites(
        lately,
        Optional.ofNullable(memory.get("bouncing"))
            .map(b -> new OwnWrites.Bounce(side(b), label(b))));
  }

  private static ObjectNode node(OwnWrites.Write write) {
    return node(write.side(), write.label()).put("at", write.at().toEpochMilli());
  }

  private static ObjectNode node(Side side, Optional<Label> label) {
    ObjectNode node = Json.object().put("side", side.name());
    label.ifPresent(some -> node.put("label", some.name()));
    return node;
  }

  private static Side side(JsonNode node) {
    return Side.valueOf(node.required("side").textValue());
  }

  private static Optional<Label> label(JsonNode node) {
    return Json.maybe(node, "label").map(Label::new);
  }

  private static ObjectNode node(Memory.Seen seen) {
    ObjectNode node = Json.object().put("fingerprint", seen.fingerprint().hex());
    Json.putRaw(node, "salesforce", seen.salesforce());
    Json.putRaw(node, "hubspot", seen.hubspot());
    return node.put("order", seen.order());
  }

  private static Memory.Seen seen(JsonNode node) {
    return new Memory.Seen(
        Json.fingerprint(node, "fingerprint"),
        Json.maybeRaw(node, "salesforce"),
        Json.maybeRaw(node, "hubspot"),
        node.required("order").textValue());
  }

  private static ObjectNode node(Memory.Choice choice) {
    ObjectNode node = Json.object().put("winner", choice.winner().name());
    Json.putRaw(node, "salesforce", choice.salesforce());
    Json.putRaw(node, "hubspot", choice.hubspot());
    return node;
  }

  private static Memory.Choice choice(JsonNode node) {
    return new Memory.Choice(
        Side.valueOf(node.required("winner").textValue()),
        Json.maybeRaw(node, "salesforce"),
        Json.maybeRaw(node, "hubspot"));
  }
}
