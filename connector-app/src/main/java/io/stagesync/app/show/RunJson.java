package io.stagesync.app.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.app.plan.HeaderJson;
import io.stagesync.engine.RunReport;
import io.stagesync.port.CallCount;
import io.stagesync.reconcile.Outcome;
import io.stagesync.vocabulary.Side;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run did, for programs. */
public record RunJson(RunReport report) {

  /** The one object. */
  public ObjectNode json() {
    var counted = new Counted(report.standing());
    var json = JsonNodeFactory.instance.objectNode();
    json.put("run", report.run());
    json.put("kind", report.kind());
    json.put("ending", report.ending().name().toLowerCase(Locale.ROOT));
    json.put("pairs", report.pairs());
    json.put("agreed", report.agreed());
    var agreed = json.putObject("agreed-by-track");
    new TreeMap<>(report.standing())
        .keySet()
        .forEach(track -> agreed.put(track.name(), counted.of(track, Outcome.AGREED)));
    new PeopleByLabel(report.labels()).to(json);
    written(json);
    for (var outcome : new Outcome[] {Outcome.HELD, Outcome.SKIPPED}) {
      var reasons = json.putObject(word(outcome));
      counted.reasons(outcome).forEach((reason, n) -> reasons.put(reason.name(), n));
    }
    json.put("conflicts", counted.of(Outcome.CONFLICT));
    json.put("refused", report.refused());
    json.put("failed", report.failed());
    json.put("restored", report.restored());
    json.put("waiting", report.waiting().stream().mapToLong(t -> t.count()).sum());
    alone(json);
    calls(json);
    var findings = json.putObject("findings");
    new TreeMap<>(report.findings()).forEach(findings::put);
    var campaigns = json.putObject("campaign-members");
    new TreeMap<>(report.campaignMembers()).forEach(campaigns::put);
    var paused = json.putObject("paused");
    new TreeMap<>(report.paused()).forEach((track, why) -> paused.put(track.name(), why));
    report
        .limit()
        .ifPresentOrElse(
            limit -> json.set("limit", HeaderJson.of(limit)), () -> json.putNull("limit"));
    return json;
  }

  private void written(ObjectNode json) {
    var written = json.putObject("written");
    for (Side side : Side.values()) {
      var tracks = written.putObject(side.key());
      new TreeMap<>(report.written().getOrDefault(side, Map.of()))
          .forEach((track, n) -> tracks.put(track.name(), n));
    }
  }

  private void alone(ObjectNode json) {
    var alone = json.putObject("alone");
    for (Side side : Side.values()) {
      var counts = new TreeMap<>(report.alone().getOrDefault(side, Map.of()));
      var reasons = alone.putObject(side.key());
      reasons.put("total", counts.values().stream().mapToLong(Long::longValue).sum());
      counts.forEach(reasons::put);
    }
  }

  private void calls(ObjectNode json) {
    var calls = json.putObject("calls");
    for (Side side : Side.values()) {
      var count = report.calls().getOrDefault(side, new CallCount(Map.of()));
      var purposes = calls.putObject(side.key());
      purposes.put("total", count.total());
      if (!count.byPurpose().isEmpty()) {
        new EnumMap<CallCount.Purpose, Long>(count.byPurpose())
            .forEach((p, n) -> purposes.put(p.name().toLowerCase(Locale.ROOT), n));
      }
    }
  }

  static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
