package io.stagesync.app.benchmark;

import io.stagesync.engine.Progress;
import io.stagesync.engine.RunReport;
import io.stagesync.port.CallCount;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What came out.
 *
 * @param options what was asked for
 * @param formulas the least that the first run can cost
 * @param first the first run, on an empty store
 * @param effort what the first run took
 * @param steps when each of its steps began and ended
 * @param after the run after it, which looks into the writes
 * @param idle a run when nothing moves any more
 * @param tooMany calls that HubSpot turned away because of a limit
 * @param agree how many pairs agree in the end, compared without us
 * @param edited the second experiment; empty where it was left out
 */
public record Measured(
    BenchmarkOptions options,
    Formulas formulas,
    RunReport first,
    Effort effort,
    Map<Progress.Step, StepTimes.Span> steps,
    RunReport after,
    RunReport idle,
    long tooMany,
    long agree,
    Optional<Edited> edited) {
  private static final Set<Purpose> COUNTED_APART =
      Set.of(Purpose.TOKEN, Purpose.METADATA, Purpose.OPPORTUNITIES, Purpose.CAMPAIGN_MEMBERS);

  public Measured {
    steps = Map.copyOf(steps);
  }

  /**
   * People who edited exactly what was being written.
   *
   * @param made how many edits they made
   * @param stand how many are what their field shows in the end
   * @param gaveWay how many gave way to a decision that the journal shows
   * @param lost all others
   * @param putBack how often an edit was found under a write of ours and put back
   * @param runs how many runs it took until nothing was left to do
   * @param examples a sentence for each of the first that were lost, and whatever else is without a
   *     reason
   */
  public record Edited(
      long made,
      long stand,
      long gaveWay,
      long lost,
      long putBack,
      int runs,
      List<String> examples) {
    public Edited {
      examples = List.copyOf(examples);
    }
  }

  /** Calls of a run to a side. */
  static CallCount calls(RunReport report, Side side) {
    return report.calls().getOrDefault(side, new CallCount(Map.of()));
  }

  /** Calls of the first run that the formulas speak of. */
  public long counted(Side side) {
    return calls(first, side).byPurpose().entrySet().stream()
        .filter(e -> !COUNTED_APART.contains(e.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The calls by the formulas. */
  public long expected(Side side) {
    return side == Side.SALESFORCE
        ? formulas.salesforceReads() + formulas.salesforceWrites()
        : formulas.hubspotReads() + formulas.hubspotWrites();
  }

  /** All counted calls against the formulas; at most 1.05 is wanted. */
  public double ratio() {
    return (counted(Side.SALESFORCE) + counted(Side.HUBSPOT)) / (double) formulas.calls();
  }

  /** The part of the allowed pace that was reached; 1 is as fast as the limits allow. */
  public double shareOfAllowedPace() {
    return formulas.seconds() / (effort.wall().toNanos() / 1e9);
  }

  /** Microseconds on a core for each record of both sides. */
  public double cpuMicrosPerRecord() {
    return effort.cpu().toNanos() / 1e3 / (2.0 * options.pairs());
  }
}
