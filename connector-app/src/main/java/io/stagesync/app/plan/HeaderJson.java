package io.stagesync.app.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.engine.LimitReached;
import io.stagesync.engine.PlanHeader;
import io.stagesync.engine.SideEffect;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Corrections.Tally;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a plan says before its rows, as JSON. */
public final class HeaderJson {
  private HeaderJson() {}

  /** A header as JSON. */
  public static ObjectNode of(PlanHeader header) {
    var json = JsonNodeFactory.instance.objectNode();
    var accounts = json.putObject("accounts");
    header.accounts().forEach((side, id) -> accounts.put(side.key(), id));
    json.put("mapping", header.mapping());
    json.put("made-at", header.madeAt().toString());
    json.put("pairs", header.pairs());
    json.put("changes", header.changes());
    var groups = json.putArray("groups");
    header.tallies().forEach(tally -> groups.add(of(tally)));
    var standing = json.putObject("standing");
    new TreeMap<>(header.standing())
        .forEach(
            (track, counts) -> {
              var reasons = standing.putObject(track.name());
              new EnumMap<Reason, Long>(counts).forEach((r, n) -> reasons.put(r.name(), n));
            });
    var alone = json.putObject("alone");
    header
        .alone()
        .forEach(
            (side, counts) -> {
              var reasons = alone.putObject(side.key());
              new TreeMap<>(counts).forEach(reasons::put);
            });
    var calls = json.putObject("calls-to-write");
    header.callsToWrite().forEach((side, n) -> calls.put(side.key(), n));
    var effects = json.putArray("side-effects");
    header.sideEffects().forEach(effect -> effects.add(of(effect)));
    var paused = json.putObject("paused");
    new TreeMap<>(header.paused()).forEach((track, why) -> paused.put(track.name(), why));
    header.limit().ifPresent(limit -> json.set("limit", of(limit)));
    return json;
  }

  /** A group of changes that are alike. */
  public static ObjectNode of(Tally tally) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("side", tally.side().key());
    json.put("track", tally.track().name());
    json.put("reason", tally.reason().name());
    json.put("from", tally.from());
    json.put("to", tally.to());
    json.put("value", tally.value());
    json.put("count", tally.count());
    json.put("approved", tally.approved());
    return json;
  }

  /** Whom a plan would bring to a label that sets something off. */
  public static ObjectNode of(SideEffect effect) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("track", effect.track().name());
    json.put("label", effect.label().name());
    json.put("people", effect.people());
    json.put("cap", effect.effects().cap());
    effect.effects().in().ifPresent(side -> json.put("in", side.key()));
    json.put("because", effect.effects().because());
    return json;
  }

  /** A limit that stands in the way. */
  public static ObjectNode of(LimitReached limit) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("planned", limit.planned());
    json.put("allowed", limit.allowed());
    json.put("sentence", limit.sentence());
    return json;
  }

  /**
   * What carrying out a plan needs of its header; its counts by group and reason, which are for
   * people, stay behind in the file.
   *
   * @throws IllegalArgumentException when the JSON is no header
   */
  static PlanHeader header(JsonNode json) {
    var accounts = new EnumMap<Side, String>(Side.class);
    for (Side side : Side.values()) {
      accounts.put(side, RowJson.text(json.path("accounts"), side.key()));
    }
    var limit = json.path("limit");
    return new PlanHeader(
        accounts,
        RowJson.text(json, "mapping"),
        Instant.parse(RowJson.text(json, "made-at")),
        json.path("pairs").asLong(),
        json.path("changes").asLong(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Map.of(),
        limit.isMissingNode()
            ? Optional.empty()
            : Optional.of(
                new LimitReached(
                    limit.path("planned").asLong(),
                    limit.path("allowed").asLong(),
                    RowJson.text(limit, "sentence"))));
  }
}
