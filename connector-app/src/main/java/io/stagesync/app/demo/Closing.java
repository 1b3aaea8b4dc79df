package io.stagesync.app.demo;

import io.stagesync.app.show.Lines;
import io.stagesync.app.simulator.Truth;
import io.stagesync.engine.Explain;
import io.stagesync.engine.RunReport;

/** The demo's last words: whether both worlds stand as they have to. */
record Closing(Lines out) {
  private static final int SHOWN = 5;

  /**
   * Compares both worlds with what the sync says of them, and says what came out.
   *
   * @return whether everything is as it has to be
   */
  boolean reckon(Truth truth, RunReport last, Explain explain) {
    out.gap().say("7. Both CRMs compared with each other, without the sync").gap();
    var reckoning = Reckoning.of(truth, last.pairs(), explain);
    var fates = truth.fates();
    out.say(String.format("  %,6d  pairs mean the same on both tracks", truth.agree()));
    out.say(
        String.format(
            "  %,6d  pairs differ and are held or left alone, by track with their reason:",
            truth.pairs() - truth.agree()));
    reckoning
        .reasons()
        .forEach((reason, n) -> out.say(String.format("            %,6d  %s", n, reason)));
    out.say(
        String.format(
            "  %,6d  edits by people: %,d stand, %,d gave way to a later edit, %,d to a rule"
                + " (the journal has them), %,d were lost",
            fates.made(),
            fates.stand(),
            fates.superseded(),
            reckoning.overwritten(),
            reckoning.lostEdits()));
    out.say(String.format("  %,6d  writes to converted leads", truth.writesToConverted())).gap();
    if (last.writes() + last.restored() > 0) {
      out.say("The last sync still wrote something: " + Round.written(last));
      return false;
    }
    if (!reckoning.holds()) {
      reckoning.unexplained().stream().limit(SHOWN).forEach(one -> out.say("! " + one));
      out.say(
          String.format(
              "%,d things are without a reason, the first of them above.",
              reckoning.unexplained().size()));
      return false;
    }
    out.say("The last sync wrote nothing, no edit was lost, no converted lead was written.");
    out.say(
        String.format(
            "Every pair agrees or is held with a reason: %,d agree, %,d are held.",
            truth.agree(), truth.pairs() - truth.agree()));
    return true;
  }
}
