package io.stagesync.engine;

import io.stagesync.port.CallCount;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Corrections.Tally;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run did and where everything stands after it.
 *
 * @param run its number
 * @param kind its name
 * @param ending how it ended
 * @param pairs how many pairs there are
 * @param agreed how many of them agree on every track
 * @param standing how many pairs stand at each reason, by track
 * @param labels how many people stand at each label
 * @param written how many fields were written, by side and track
 * @param restored how many edits were found under our writes and put back
 * @param refused writes of this run whose target kept its value
 * @param failed writes of this run that a CRM answered with an error
 * @param waiting what waits to be written, alike ones together
 * @param alone how many records have no partner, by side and reason
 * @param calls the calls of this run, by side
 * @param findings what people should know, by code
 * @param campaignMembers how many memberships stand at each campaign member status
 * @param paused the tracks in which nothing was written because the mapping does not fit, each with
 *     the reason
 * @param limit what stands in the way where {@code ending} is {@link Ending#LIMITED}
 */
public record RunReport(
    long run,
    String kind,
    Ending ending,
    long pairs,
    long agreed,
    Map<Track, Map<Reason, Long>> standing,
    List<LabelCount> labels,
    Map<Side, Map<Track, Long>> written,
    long restored,
    long refused,
    long failed,
    List<Tally> waiting,
    Map<Side, Map<String, Long>> alone,
    Map<Side, CallCount> calls,
    Map<String, Long> findings,
    Map<String, Long> campaignMembers,
    Map<Track, String> paused,
    Optional<LimitReached> limit) {
  public RunReport {
    standing = Map.copyOf(standing);
    labels = List.copyOf(labels);
    written = Map.copyOf(written);
    waiting = List.copyOf(waiting);
    alone = Map.copyOf(alone);
    calls = Map.copyOf(calls);
    findings = Map.copyOf(findings);
    campaignMembers = Map.copyOf(campaignMembers);
    paused = Map.copyOf(paused);
  }

  /** How a run can end. */
  public enum Ending {
    DONE,
    /** A limit of the mapping stopped it before the first write. */
    LIMITED,
    /** The process was asked to end; the next run goes on from here. */
    STOPPED
  }

  /** Tracks of pairs that stand at a reason. */
  public long at(Reason reason) {
    return standing.values().stream().mapToLong(m -> m.getOrDefault(reason, 0L)).sum();
  }

  /** Fields written. */
  public long writes() {
    return written.values().stream().flatMap(m -> m.values().stream()).mapToLong(n -> n).sum();
  }
}
