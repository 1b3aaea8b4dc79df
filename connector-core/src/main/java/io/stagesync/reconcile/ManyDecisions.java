package io.stagesync.reconcile;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides many pairs as {@link Reconciler} does, for somebody who asks of every combination of what
 * a few tracks may show. What a track comes to by itself is found once for each view of it that is
 * one object: it knows of the pair that it belongs to only whether the lead is converted, the
 * evidence, the record type and the run. Not for several threads.
 */
public final class ManyDecisions {
  private final Mapping mapping;
  private final Catalogs catalogs;
  private final Map<TrackView, Alone> known = new IdentityHashMap<>();

  /** A track by itself, but for the scope that it may be out of because of another one. */
  private record Alone(
      TrackCase c,
      Optional<Verdict> undecided,
      Optional<Verdict> decided,
      Map<Boolean, TrackDecision> concluded) {
    static Alone of(TrackCase c) {
      Optional<Verdict> undecided = OwnDecision.undecided(c);
      Optional<Verdict> decided =
          undecided.isPresent() ? Optional.empty() : Optional.of(OwnDecision.decided(c));
      return new Alone(c, undecided, decided, new HashMap<>());
    }

    /** What is written down of its own verdict is written once, settled or not. */
    TrackDecision concluded(Verdict verdict, boolean settled) {
      boolean own = verdict == (undecided.isPresent() ? undecided : decided).orElseThrow();
      return own
          ? concluded.computeIfAbsent(settled, s -> Conclusion.of(c, verdict, s))
          : Conclusion.of(c, verdict, settled);
    }

    boolean isOf(TrackMapping track, PairView pair) {
      return c.track() == track
          && c.pair().converted() == pair.converted()
          && c.pair().evidence() == pair.evidence()
          && c.pair().recordType().equals(pair.recordType())
          && c.pair().run() == pair.run()
          && c.pair().pilot().equals(pair.pilot());
    }

    Verdict beside(ScopeGate gate) {
      Optional<Verdict> rests = undecided.isPresent() ? undecided : gate.rests(c);
      return Pause.on(c, (rests.isPresent() ? rests : decided).orElseThrow());
    }
  }

  public ManyDecisions(Mapping mapping, Catalogs catalogs) {
    this.mapping = mapping;
    this.catalogs = catalogs;
  }

  /**
   * The same as {@link Reconciler#decide}.
   *
   * @param pair has to show every track of the mapping
   */
  public PairDecision decide(PairView pair) {
    Map<Track, TrackCase> cases = new LinkedHashMap<>();
    Map<Track, Alone> alone = new LinkedHashMap<>();
    for (TrackMapping track : mapping.tracks()) {
      Alone found = alone(track, pair);
      cases.put(track.track(), found.c());
      alone.put(track.track(), found);
    }
    ScopeGate gate = new ScopeGate(mapping, cases);
    Map<Track, Verdict> own = new LinkedHashMap<>();
    for (Alone found : alone.values()) {
      own.put(found.c().track().track(), found.beside(gate));
    }
    return Reconciler.decide(
        mapping,
        pair,
        cases,
        own,
        (c, verdict, settled) ->
            Objects.requireNonNull(alone.get(c.track().track())).concluded(verdict, settled));
  }

  private Alone alone(TrackMapping track, PairView pair) {
    TrackView view = Objects.requireNonNull(pair.tracks().get(track.track()));
    Alone found = known.get(view);
    if (found == null || !found.isOf(track, pair)) {
      found = Alone.of(TrackCase.of(mapping, catalogs, pair, track));
      known.put(view, found);
    }
    return found;
  }
}
