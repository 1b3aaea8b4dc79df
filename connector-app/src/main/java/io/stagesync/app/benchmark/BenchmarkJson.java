package io.stagesync.app.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.engine.RunReport;
import io.stagesync.vocabulary.Side;
import java.util.Locale;
import java.util.TreeMap;

/** What a benchmark measured, for programs. */
public record BenchmarkJson(Measured measured) {

  /** The one object. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("pairs", measured.options().pairs());
    json.put("share", measured.options().share());
    json.put("seed", measured.options().seed());
    json.put("written", measured.first().writes());
    json.put("wall-seconds", measured.effort().wall().toMillis() / 1e3);
    json.put("allowed-seconds", measured.formulas().seconds());
    var terms = json.putObject("terms");
    measured.formulas().terms().forEach(terms::put);
    var steps = json.putObject("steps");
    new TreeMap<>(measured.steps())
        .forEach(
            (step, span) ->
                steps
                    .putObject(step.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("from-seconds", span.from().toMillis() / 1e3)
                    .put("to-seconds", span.to().toMillis() / 1e3));
    json.put("share-of-allowed-pace", measured.shareOfAllowedPace());
    json.put("calls-ratio", measured.ratio());
    json.put("turned-away", measured.tooMany());
    var calls = json.putObject("calls");
    for (Side side : Side.values()) {
      var one = calls.putObject(side.key());
      one.put("formula", measured.expected(side)).put("counted", measured.counted(side));
      one.set("first", purposes(measured.first(), side));
      one.set("after", purposes(measured.after(), side));
      one.set("idle", purposes(measured.idle(), side));
    }
    json.put("cpu-micros-per-record", measured.cpuMicrosPerRecord());
    json.put("peak-heap-bytes", measured.effort().peakHeapBytes());
    json.put("agree", measured.agree());
    measured
        .edited()
        .ifPresent(
            e ->
                json.putObject("edits")
                    .put("made", e.made())
                    .put("stand", e.stand())
                    .put("gave-way", e.gaveWay())
                    .put("lost", e.lost())
                    .put("put-back", e.putBack())
                    .put("runs", e.runs()));
    return json;
  }

  private static ObjectNode purposes(RunReport report, Side side) {
    var json = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(Measured.calls(report, side).byPurpose())
        .forEach((purpose, n) -> json.put(purpose.name().toLowerCase(Locale.ROOT), n));
    return json;
  }
}
