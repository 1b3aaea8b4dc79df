package io.stagesync.engine;

import io.stagesync.port.CallCount;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.Side;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Puts together what a run did and where everything stands after it. */
final class Report {
  private Report() {}

  static Map<Side, CallCount> calls(Crms crms) {
    var calls = new EnumMap<Side, CallCount>(Side.class);
    for (Side side : Side.values()) {
      calls.put(side, crms.on(side).calls());
    }
    return calls;
  }

  static RunReport of(Run run, Optional<LimitReached> limit) {
    return run.store().read(session -> of(session, run, limit));
  }

  private static RunReport of(Session session, Run run, Optional<LimitReached> limit) {
    var calls = new EnumMap<Side, CallCount>(Side.class);
    calls(run.crms()).forEach((side, now) -> calls.put(side, run.counts().calls(side, now)));
    var ending =
        limit.isPresent()
            ? RunReport.Ending.LIMITED
            : run.stopping() ? RunReport.Ending.STOPPED : RunReport.Ending.DONE;
    return new RunReport(
        run.number(),
        run.kind(),
        ending,
        session.pairs().count(),
        session.pairs().countAgreed(),
        session.pairs().counts(),
        LabelCounts.of(session),
        run.counts().written(),
        run.counts().restored.get(),
        run.counts().refused.get(),
        run.counts().failed.get(),
        session.corrections().tally(),
        alone(session),
        calls,
        run.counts().findings(),
        session.campaignResponses().counts(),
        run.catalogs().paused(),
        limit);
  }

  static Map<Side, Map<String, Long>> alone(Session session) {
    var alone = new EnumMap<Side, Map<String, Long>>(Side.class);
    for (Side side : Side.values()) {
      alone.put(side, session.records().alone(side));
    }
    return alone;
  }
}
