package io.stagesync.app.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.app.health.Health;
import io.stagesync.app.plan.HeaderJson;
import io.stagesync.reconcile.Outcome;
import io.stagesync.state.Runs.RunRow;
import java.time.Instant;

/** How the sync stands, for programs. */
public record HealthJson(Health health) {

  /** The one object. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("healthy", !health.overdue());
    json.put("running", health.running().map(l -> l.holder()).orElse(null));
    var jobs = json.putObject("jobs");
    for (var job : health.jobs()) {
      var one = jobs.putObject(job.name());
      one.put("overdue", job.overdue());
      one.put("next", job.next().map(Instant::toString).orElse(null));
      one.put("last", job.last().map(r -> r.began().toString()).orElse(null));
      one.put("outcome", job.last().map(RunRow::outcome).orElse(null));
    }
    json.put("pairs", health.pairs());
    var counted = new Counted(health.standing());
    for (var outcome : Outcome.values()) {
      var reasons = json.putObject(RunJson.word(outcome));
      counted.reasons(outcome).forEach((reason, n) -> reasons.put(reason.name(), n));
    }
    new PeopleByLabel(health.labels()).to(json);
    var waiting = json.putArray("waiting");
    health.waiting().forEach(tally -> waiting.add(HeaderJson.of(tally)));
    json.put("open-writes", health.openWrites());
    var paused = json.putArray("paused");
    health
        .paused()
        .forEach(
            p ->
                paused
                    .addObject()
                    .put("track", p.track().name())
                    .put("since", p.since().toString())
                    .put("run", p.run())
                    .put("why", p.why()));
    var calls = json.putObject("daily-calls");
    health.dailyCalls().forEach((side, text) -> calls.put(side.key(), text));
    var runs = json.putArray("runs");
    for (var run : health.latest()) {
      runs.addObject()
          .put("run", run.number())
          .put("kind", run.kind())
          .put("began", run.began().toString())
          .put("ended", run.ended().map(Instant::toString).orElse(null))
          .put("outcome", run.outcome())
          .put("report", run.report());
    }
    return json;
  }
}
