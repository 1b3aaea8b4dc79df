package io.stagesync.reconcile;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Decides what is to become of one pair of records.
 *
 * <p>Everything is judged by what stands there now, by the base, and by what is remembered; nothing
 * by the order in which news arrived. So deciding twice is harmless, a decision that was never
 * carried out is simply made again, and a decision that was half carried out is taken up from the
 * state that it left. That is the whole crash story of this package: there is no step to resume.
 *
 * <p>The order within is the contract's. Each track is decided by itself; then companions are
 * supplied, because a push that lacks one must not go; then rules look at what the tracks have come
 * to; then criteria look at what all of it comes to; then everything is written down, with the base
 * and the memory that follow from it.
 */
public final class Reconciler {
  private Reconciler() {}

  /**
   * Decides one pair.
   *
   * @param pair has to show every track of the mapping
   * @throws IllegalArgumentException if it lacks one
   */
  public static PairDecision decide(Mapping mapping, Catalogs catalogs, PairView pair) {
    Map<Track, TrackCase> cases = new LinkedHashMap<>();
    for (TrackMapping track : mapping.tracks()) {
      cases.put(track.track(), TrackCase.of(mapping, catalogs, pair, track));
    }
    ScopeGate gate = new ScopeGate(mapping, cases);
    Map<Track, Verdict> own = new LinkedHashMap<>();
    for (TrackCase c : cases.values()) {
      own.put(c.track().track(), OwnDecision.of(c, gate));
    }
    return decide(mapping, pair, cases, own, Conclusion::of);
  }

  /** How a verdict is written down. */
  interface Concluding {
    TrackDecision of(TrackCase c, Verdict decided, boolean settled);
  }

  /**
   * Puts together what all tracks come to.
   *
   * @param own what each track comes to by itself
   */
  static PairDecision decide(
      Mapping mapping,
      PairView pair,
      Map<Track, TrackCase> cases,
      Map<Track, Verdict> own,
      Concluding concluding) {
    ScopeGate gate = new ScopeGate(mapping, cases);
    Together together = Together.of(mapping, cases, own);
    RulesAcrossTracks rules = together.rules();
    List<Finding> findings = new ArrayList<>(rules.findings());
    Consumer<Finding> found = findings::add;
    if (PilotGate.letsIn(cases.values())) {
      UnexpectedConversion.find(mapping, pair, cases).ifPresent(found);
      for (TrackCase c : cases.values()) {
        OutsideProcess.find(c).ifPresent(found);
      }
    }
    Map<Track, TrackDecision> decisions = new LinkedHashMap<>();
    for (TrackCase c : cases.values()) {
      Track track = c.track().track();
      Verdict verdict = Objects.requireNonNull(together.outcome().get(track));
      gate.finding(c, verdict).ifPresent(found);
      decisions.put(track, concluding.of(c, verdict, rules.settled(track)));
    }
    return new PairDecision(decisions, findings);
  }
}
