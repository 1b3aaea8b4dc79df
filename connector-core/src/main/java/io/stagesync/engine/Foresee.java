package io.stagesync.engine;

import io.stagesync.drift.Drift;
import io.stagesync.engine.Preview.Ground;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.Reconciler;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.Pairs.DecidedTrack;
import io.stagesync.state.Runs;
import io.stagesync.state.Session;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Foresees what a mapping would do to the pairs of a store: every pair is decided under it, page by
 * page, and what only the changed mapping asks for is decided once more as if it were approved.
 * That is what {@link Engine#plan()} would say with this mapping; but nothing is stored.
 */
public final class Foresee {
  private static final int PAGE = 500;

  private final Store store;
  private final Mapping mapping;
  private final Catalogs catalogs;
  private final Moment moment;
  private final Consumer<List<PairState>> settle;
  private final Optional<Set<RecordId>> listed;

  /**
   * When it would be decided.
   *
   * @param run the number of the run
   * @param at by our clock
   */
  record Moment(long run, Instant at) {}

  /**
   * @param settle is told the pairs that the fields' histories would settle, and may date them
   */
  Foresee(
      Store store,
      Mapping mapping,
      Catalogs catalogs,
      Moment moment,
      Consumer<List<PairState>> settle) {
    this.store = store;
    this.mapping = mapping;
    this.catalogs = catalogs;
    this.moment = moment;
    this.settle = settle;
    this.listed = store.read(session -> PilotList.known(session, mapping));
  }

  /**
   * What a mapping would do to the pairs as the store knows them. No CRM is asked.
   *
   * @param rows how many rows of each kind are shown
   * @throws EngineException {@code MISFIT} when the mapping has lost labels that people stand at,
   *     or breaks a law by its own words
   */
  public static Preview ofStored(Store store, Mapping mapping, int rows) {
    Admission.refuseLostLabels(store, mapping);
    var known = store.read(session -> ground(session, mapping));
    var accepted = store.read(session -> seen(session, known));
    var ground = known.pausing(Laws.paused(mapping, accepted));
    var catalogs = new Catalogs(accepted.salesforce(), accepted.hubspot(), ground.paused());
    var moment = store.read(session -> next(session, ground.asOf()));
    return new Foresee(store, mapping, catalogs, moment, states -> {}).all(ground, rows);
  }

  Preview all(Ground ground, int rows) {
    var tally = new PreviewTally(mapping, rows);
    Optional<PairId> after = Optional.empty();
    while (true) {
      var from = after;
      var states = store.read(session -> session.pairs().all(from, PAGE));
      if (states.isEmpty()) {
        return tally.sum(ground);
      }
      page(states, tally);
      after = Optional.of(states.get(states.size() - 1).pair().id());
    }
  }

  private void page(List<PairState> states, PreviewTally tally) {
    var ids = states.stream().map(s -> s.pair().id()).toList();
    var before = store.read(session -> session.pairs().decisions(ids));
    var unsettled = new ArrayList<PairState>();
    for (PairState state : states) {
      var decision = decide(state);
      if (wantsHistory(decision)) {
        unsettled.add(state);
      } else {
        add(state, decision, before, tally);
      }
    }
    settle.accept(unsettled);
    var again = unsettled.stream().map(s -> s.pair().id()).toList();
    store
        .read(session -> session.pairs().states(again))
        .forEach(state -> add(state, decide(state), before, tally));
  }

  private void add(
      PairState state,
      PairDecision decision,
      Map<PairId, Map<Track, DecidedTrack>> before,
      PreviewTally tally) {
    var changed =
        decision.tracks().entrySet().stream()
            .filter(e -> e.getValue().reason() == Reason.MAPPING_CHANGED)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    var after = changed.isEmpty() ? decision : decide(approved(state, decision, changed));
    tally.add(state, before.getOrDefault(state.pair().id(), Map.of()), after, changed);
  }

  /** The pair after that decision, with what the changed mapping asks for approved. */
  private PairState approved(PairState state, PairDecision decision, Set<Track> changed) {
    var tracks = new HashMap<>(state.tracks());
    decision
        .tracks()
        .forEach(
            (track, d) ->
                tracks.put(
                    track,
                    new PairState.Remembered(
                        d.base(),
                        changed.contains(track)
                            ? ChangedMapping.approved(
                                d.memory(), mapping.track(track).fingerprint())
                            : d.memory())));
    return new PairState(state.pair(), state.lead(), state.contact(), tracks);
  }

  private PairDecision decide(PairState state) {
    return Reconciler.decide(
        mapping, catalogs, Views.of(mapping, state, moment.run(), moment.at(), listed));
  }

  private static boolean wantsHistory(PairDecision decision) {
    return decision.tracks().values().stream().anyMatch(TrackDecision::wantsHistory);
  }

  /** A run right after the latest one that read: what is known is as of then. */
  private static Moment next(Session session, long latest) {
    return new Moment(
        latest + 1, session.runs().run(latest).map(Runs.RunRow::began).orElse(Instant.EPOCH));
  }

  private static Ground ground(Session session, Mapping mapping) {
    var words = seenWords(session);
    var unread = unread(session, mapping);
    var paused = new TreeMap<>(Drift.between(mapping, Watch.approved(session), words).paused());
    paused.keySet().removeAll(unread.keySet());
    long latest = session.belonging().remark(Engine.LATEST_READ).map(Long::parseLong).orElse(0L);
    return new Ground(false, meansTheSame(session, mapping), latest, unread, paused);
  }

  /** Whether a mapping means the same as the one that the last run used. */
  static boolean meansTheSame(Session session, Mapping mapping) {
    var last = session.belonging().remark(Admission.MAPPING);
    return last.equals(Optional.of(Admission.mapping(mapping)));
  }

  /** The fields of a mapping that no run ever read, by track. */
  static Map<Track, List<FieldName>> unread(Session session, Mapping mapping) {
    var seen = seenWords(session);
    var known = session.vocabularies().approvals().keySet();
    var unread = new TreeMap<Track, List<FieldName>>();
    for (TrackMapping track : mapping.tracks()) {
      var fields = new ArrayList<FieldName>();
      for (Side side : Side.values()) {
        track
            .field(side)
            .filter(f -> seen.on(side).field(f).isEmpty() && !known.contains(f))
            .ifPresent(fields::add);
      }
      if (!fields.isEmpty()) {
        unread.put(track.track(), List.copyOf(fields));
      }
    }
    return unread;
  }

  private static Drift.Words seenWords(Session session) {
    return new Drift.Words(
        session.vocabularies().seen(Side.SALESFORCE), session.vocabularies().seen(Side.HUBSPOT));
  }

  private static Catalogs seen(Session session, Ground ground) {
    var words = seenWords(session);
    return new Catalogs(words.salesforce(), words.hubspot(), ground.paused());
  }
}
