package io.stagesync.engine;

import io.stagesync.reconcile.Reason;
import io.stagesync.state.Corrections.Tally;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan says before its rows.
 *
 * @param accounts the org and the account that it was made for
 * @param mapping the digest of the mapping that it was made with
 * @param madeAt when, by our clock
 * @param pairs how many pairs there are
 * @param changes how many fields it would write
 * @param tallies the changes, alike ones together, the most first
 * @param standing how many pairs stand at each reason, by track
 * @param alone how many records have no partner, by side and reason
 * @param callsToWrite how many calls its writes will take at least, by side
 * @param sideEffects whom it would bring to labels that set something off in a CRM
 * @param paused the tracks in which it writes nothing because the mapping does not fit, each with
 *     the reason
 * @param limit the limit that it goes beyond, if it does
 */
public record PlanHeader(
    Map<Side, String> accounts,
    String mapping,
    Instant madeAt,
    long pairs,
    long changes,
    List<Tally> tallies,
    Map<Track, Map<Reason, Long>> standing,
    Map<Side, Map<String, Long>> alone,
    Map<Side, Long> callsToWrite,
    List<SideEffect> sideEffects,
    Map<Track, String> paused,
    Optional<LimitReached> limit) {
  public PlanHeader {
    accounts = Map.copyOf(accounts);
    tallies = List.copyOf(tallies);
    standing = Map.copyOf(standing);
    alone = Map.copyOf(alone);
    callsToWrite = Map.copyOf(callsToWrite);
    sideEffects = List.copyOf(sideEffects);
    paused = Map.copyOf(paused);
  }
}
