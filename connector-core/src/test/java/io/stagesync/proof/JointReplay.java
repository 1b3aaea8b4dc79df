package io.stagesync.proof;

import io.stagesync.engine.RunReport;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.proof.Draft.PilotDraft;
import io.stagesync.proof.World.Person;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.TrackView;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.Pair;
import io.stagesync.state.PairState;
import io.stagesync.state.Pairs.DecidedTrack;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * States from which several tracks together break a law, as the proof foresees it: set up between
 * two CRMs and in a store, and run by the real engine, with either side written first.
 */
final class JointReplay {
  private static final int LONG = 6;

  /** Even where the first run writes nothing, because a blank settles, a later one may. */
  private static final int SETTLED = 3;

  /** Of a law that breaks from very many states so many are tried, all over them. */
  private static final int TRIED = 12;

  private final Draft draft;
  private final Mapping mapping;
  private final Supplier<Store> stores;

  /**
   * @param stores an empty store, each time
   */
  JointReplay(Draft draft, Mapping mapping, Supplier<Store> stores) {
    this.draft = draft;
    this.mapping = mapping;
    this.stores = stores;
  }

  /**
   * What came of one state.
   *
   * @param reports the runs, nobody having touched anything
   * @param first what was decided in the first of them
   * @param journal everything that happened, oldest first
   */
  record Played(
      World world,
      Person person,
      List<RunReport> reports,
      Map<Track, DecidedTrack> first,
      PairState after,
      List<JournalEntry> journal) {}

  /** For each law that is foreseen to break whether the engine breaks it. */
  Map<Law, Boolean> seen() {
    return seen(breaches(mapping));
  }

  /** The same of some of the states from which laws are foreseen to break. */
  Map<Law, Boolean> seen(List<Breach> breaches) {
    Map<Law, List<Breach>> foreseen = new EnumMap<>(Law.class);
    breaches.forEach(b -> foreseen.computeIfAbsent(b.law(), l -> new ArrayList<>()).add(b));
    Map<Law, Boolean> seen = new EnumMap<>(Law.class);
    foreseen.forEach((law, some) -> seen.put(law, isSeen(law, some)));
    return seen;
  }

  /** Every state from which several tracks together are foreseen to break a law. */
  static List<Breach> breaches(Mapping mapping) {
    Catalogs catalogs = OwnWords.of(mapping);
    List<OneTrack> tracks =
        mapping.tracks().stream()
            .map(track -> new OneTrack(mapping, track, catalogs).prove())
            .toList();
    if (tracks.stream().anyMatch(t -> t.counterexamples().findAny().isPresent())) {
      return List.of(); // what a track does beside others is asked of one that keeps the laws alone
    }
    return JoinedTracks.of(mapping, catalogs, tracks).stream()
        .flatMap(group -> group.breaches().stream())
        .toList();
  }

  private boolean isSeen(Law law, List<Breach> breaches) {
    List<Breach> some = breaches.stream().filter(b -> canBeSetUp(b.start())).toList();
    int step = Math.max(1, some.size() / TRIED);
    return IntStream.range(0, Math.min(TRIED, some.size()))
        .mapToObj(i -> some.get(i * step).start())
        .anyMatch(start -> Stream.of(Side.values()).anyMatch(first -> shows(law, start, first)));
  }

  private boolean shows(Law law, PairView start, Side first) {
    JointSights sights = sights(mapping, start, first);
    return switch (law) {
      case NO_CYCLE -> sights.writesTheSameAgain();
      case AT_REST -> sights.writesWithoutAWord() || sights.leavesAnEntryOpen();
      case ONE_FIXED_POINT ->
          sights.leavesOneSide()
              || !sights.result().equals(sights(turned(), start, first).result())
              || isTornByRules(sights, start, first);
      case RANK_KEPT -> sights.lowersARank();
      case NO_NEEDLESS_WRITE -> sights.writesWhatIsMeantAlready();
      case NOTHING_OVERWRITTEN -> sights.overwrites();
      case ROUND_TRIP -> sights.isReadOtherwise();
      case CONVERTED_UNWRITTEN -> sights.writesAConvertedLead();
      case VALUES_KNOWN -> false;
    };
  }

  /** Without rules nobody would have to choose. */
  private boolean isTornByRules(JointSights sights, PairView start, Side first) {
    Set<Track> torn = new HashSet<>(sights.torn());
    torn.removeAll(sights(mapping.withRules(List.of()), start, first).torn());
    return !torn.isEmpty();
  }

  private JointSights sights(Mapping file, PairView start, Side first) {
    return new JointSights(draft, play(file, start, first));
  }

  private Mapping turned() {
    List<Rule> backward = new ArrayList<>(mapping.rules());
    Collections.reverse(backward);
    return mapping.withRules(backward);
  }

  /** A field that nobody can read, or a record that is gone, is none of these worlds. */
  private boolean canBeSetUp(PairView start) {
    return start.tracks().entrySet().stream()
        .allMatch(
            t ->
                mapping.find(t.getKey()).orElseThrow().fields().keySet().stream()
                    .map(side -> t.getValue().on(side).kind())
                    .allMatch(k -> k == Observation.Kind.VALUE || k == Observation.Kind.BLANK));
  }

  private Played play(Mapping file, PairView start, Side first) {
    World world = new World(draft, file, stores.get(), 1);
    world.accept(OwnWords.of(mapping));
    Person person = world.person(0, start.recordType().isPresent(), values(start));
    // Of who is outside of a pilot nothing would be seen.
    draft.pilot.filter(PilotDraft::listed).ifPresent(p -> world.move(person, true, ""));
    if (start.converted()) {
      world.salesforce.convert(person.lead(), start.evidence());
    }
    long begun = world.sync(Optional.of(first), Set.of()).run();
    Pair pair = world.store.read(s -> s.pairs().of(Side.SALESFORCE, person.lead())).orElseThrow();
    world.store.change(
        s -> {
          for (TrackMapping track : mapping.tracks()) {
            s.pairs().remember(pair.id(), track.track(), remembered(start, track, begun));
          }
          s.pairs().decideAgain(List.of(pair.id()));
        });
    List<RunReport> reports = new ArrayList<>();
    reports.add(world.sync(Optional.of(first), Set.of(Side.values())));
    Map<Track, DecidedTrack> decided = world.store.read(s -> s.pairs().decisions(pair.id()));
    while (reports.size() < SETTLED
        || (reports.size() < LONG && reports.get(reports.size() - 1).writes() > 0)) {
      reports.add(world.sync(Optional.of(first), Set.of(Side.values())));
    }
    PairState after = world.store.read(s -> s.pairs().states(List.of(pair.id()))).get(0);
    return new Played(
        world, person, reports, decided, after, world.store.read(s -> s.journal().of(pair.id())));
  }

  private Map<FieldName, RawValue> values(PairView start) {
    Map<FieldName, RawValue> values = new HashMap<>();
    draft.pilot.stream()
        .flatMap(p -> p.shows().stream().limit(1))
        .forEach(word -> values.put(World.PILOT, new RawValue(word)));
    start
        .tracks()
        .forEach(
            (track, view) ->
                mapping
                    .find(track)
                    .orElseThrow()
                    .fields()
                    .forEach(
                        (side, field) ->
                            view.on(side).value().ifPresent(v -> values.put(field, v))));
    return values;
  }

  /** What is known of a track; of one that takes no part nothing. */
  private static PairState.Remembered remembered(PairView start, TrackMapping track, long begun) {
    if (!start.tracks().containsKey(track.track())) {
      return PairState.Remembered.NOTHING;
    }
    TrackView view = Objects.requireNonNull(start.tracks().get(track.track()));
    long blankSeen = view.memory().blankSeenInRun() > 0 ? begun : 0;
    return new PairState.Remembered(
        view.base(), Syncs.memory(blankSeen, view.memory().lastDecided()));
  }
}
