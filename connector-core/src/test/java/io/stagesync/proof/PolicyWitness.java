package io.stagesync.proof;

import static io.stagesync.proof.Witness.changed;
import static io.stagesync.proof.Witness.noEffect;
import static io.stagesync.proof.Witness.seen;
import static io.stagesync.proof.Witness.twoReadings;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WayDraft;
import io.stagesync.proof.Witness.Kind;
import io.stagesync.proof.Witness.Look;
import io.stagesync.proof.Witness.Seen;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is wrong with ranks, policies, owners and ways back that do not fit together. */
final class PolicyWitness {
  private static final Set<Reason> ENTERED = Set.of(Reason.MOVED, Reason.WON, Reason.FIRST_SIGHT);

  private PolicyWitness() {}

  static void add(Map<DiagnosticId, Look> looks) {
    looks.put(DiagnosticId.RANK_MISSING, PolicyWitness::rankMissing);
    looks.put(DiagnosticId.NEEDS_RANKS, PolicyWitness::needsRanks);
    looks.put(
        DiagnosticId.AGAINST_DIRECTION,
        policies(
            t -> !t.lone() && !t.direction.equals("two-way"), List.of("conflict", "first-sync")));
    looks.put(
        DiagnosticId.ONE_FIELD_ONLY,
        policies(TrackDraft::lone, List.of("conflict", "first-sync", "refused-edits", "clears")));
    looks.put(DiagnosticId.CLEARS_REQUIRED_FIELD, PolicyWitness::clears);
    looks.put(DiagnosticId.TRACK_WITHOUT_FIELD, PolicyWitness::withoutField);
    looks.put(DiagnosticId.BRANCH_ALONE, PolicyWitness::branchAlone);
    looks.put(DiagnosticId.OWNER_CANNOT_ENTER, PolicyWitness::owner);
    looks.put(DiagnosticId.NOT_BACKWARD, draft -> ways(draft, PolicyWitness::wayWithoutEffect));
    looks.put(
        DiagnosticId.BACKWARD_BY_NOBODY,
        draft ->
            ways(draft, PolicyWitness::wayOfNobody)
                .or(() -> ways(draft, PolicyWitness::wayWithoutEffect)));
  }

  static Optional<Seen> tracks(Supplier<Draft> draft, Function<TrackDraft, Optional<Seen>> look) {
    return draft.get().tracks.stream().flatMap(t -> look.apply(t).stream()).findFirst();
  }

  private static Draft with(Supplier<Draft> draft, TrackDraft track, Consumer<TrackDraft> change) {
    return changed(draft, d -> change.accept(d.track(track.name)));
  }

  /** A label without a rank may come before all others, or after them. */
  private static Optional<Seen> rankMissing(Supplier<Draft> draft) {
    return tracks(
        draft,
        t ->
            t.labels.stream()
                .filter(l -> t.ordered() && l.rank.isEmpty())
                .flatMap(
                    l ->
                        twoReadings(
                            with(draft, t, d -> d.label(l.name).rank = Optional.of(-1)),
                            with(draft, t, d -> d.label(l.name).rank = Optional.of(999)),
                            t.name)
                            .stream())
                .findFirst());
  }

  private static Optional<Seen> needsRanks(Supplier<Draft> draft) {
    return tracks(
        draft,
        t -> {
          if (t.ordered()) {
            return Optional.empty();
          }
          boolean scope = draft.get().scope.filter(s -> s.track().equals(t.name)).isPresent();
          boolean spoken = draft.get().conversion.filter(c -> c.track().equals(t.name)).isPresent();
          if (scope) {
            return belowNothing(draft, t);
          }
          return spoken ? twoOrders(draft, t) : noFurther(draft, t);
        });
  }

  /** Nothing is below anything: who shows anything takes part. */
  private static Optional<Seen> belowNothing(Supplier<Draft> draft, TrackDraft track) {
    return seen(
        Kind.NO_EFFECT,
        new EveryState(draft.get(), track.name)
            .never(
                (state, decided) ->
                    decided.reason() == Reason.BELOW_SYNC_FLOOR
                        && (state.salesforce().value().isPresent()
                            && state.hubspot().value().isPresent())
                        && state.base().isPresent()),
        "nobody with a label is below another one");
  }

  private static Optional<Seen> twoOrders(Supplier<Draft> draft, TrackDraft track) {
    return twoReadings(ranked(draft, track, 1), ranked(draft, track, -1), track.name);
  }

  private static Draft ranked(Supplier<Draft> draft, TrackDraft track, int step) {
    return with(
        draft,
        track,
        t -> {
          int rank = 500;
          for (LabelDraft label : t.labels) {
            label.rank = Optional.of(rank);
            rank += step;
          }
        });
  }

  /** What looks at ranks sees none: nobody wins by them, and nothing else hangs on them. */
  private static Optional<Seen> noFurther(Supplier<Draft> draft, TrackDraft track) {
    EveryState all = new EveryState(draft.get(), track.name);
    boolean nobodyWins =
        all.never(
            (state, decided) ->
                decided.reason() == Reason.WON && says(track, "conflict")
                    || decided.reason() == Reason.FIRST_SIGHT && says(track, "first-sync"));
    Draft without =
        with(
            draft,
            track,
            t -> {
              t.policies.remove("skips");
              t.ways.clear();
              t.labels.forEach(l -> l.branch = "");
            });
    return nobodyWins ? noEffect(without, draft.get(), track.name) : Optional.empty();
  }

  private static boolean says(TrackDraft track, String key) {
    return track.policy(key, "").equals("furthest-wins");
  }

  /** Policies that change nothing in some tracks. */
  private static Look policies(java.util.function.Predicate<TrackDraft> which, List<String> keys) {
    return draft ->
        tracks(
            draft,
            t ->
                which.test(t) && keys.stream().anyMatch(t.policies::containsKey)
                    ? noEffect(
                        with(draft, t, d -> keys.forEach(key -> agreeable(d, key))),
                        draft.get(),
                        t.name)
                    : Optional.empty());
  }

  /** The policy as a track of this kind may say it. */
  private static void agreeable(TrackDraft track, String key) {
    String said = track.policy(key, "");
    track.policies.remove(key);
    boolean looks = key.equals("first-sync") && (said.isEmpty() || said.equals("report-only"));
    if (key.equals("first-sync") && !looks && !track.lone()) {
      track.policies.put(
          key, track.direction.equals("to-hubspot") ? "salesforce-wins" : "hubspot-wins");
    }
  }

  private static Optional<Seen> clears(Supplier<Draft> draft) {
    return tracks(
        draft,
        t -> {
          EveryState all = new EveryState(draft.get(), t.name);
          boolean wanted = t.policy("clears", "").equals("propagate");
          boolean never =
              all.never(
                  (state, decided) ->
                      Optional.of(Optional.empty())
                          .equals(Optional.ofNullable(decided.writes().get(Side.SALESFORCE))));
          return seen(
              Kind.NEVER,
              wanted && World.isStatus(t, Side.SALESFORCE) && never,
              "Lead.Status is never cleared");
        });
  }

  private static Optional<Seen> withoutField(Supplier<Draft> draft) {
    return tracks(
        draft,
        t ->
            Stream.of(Side.values())
                .filter(s -> t.saysDirection && !t.has(s))
                .flatMap(
                    s ->
                        seen(
                            Kind.NEVER,
                            new EveryState(draft.get(), t.name)
                                .never((state, decided) -> decided.writes(s)),
                            s + " is to be written and never is")
                            .stream())
                .findFirst());
  }

  private static Optional<Seen> branchAlone(Supplier<Draft> draft) {
    return tracks(
        draft,
        t -> {
          List<String> branches =
              t.labels.stream().map(l -> l.branch).filter(b -> !b.isEmpty()).distinct().toList();
          return branches.stream()
              .flatMap(
                  b ->
                      noEffect(with(draft, t, d -> unbranched(d, b)), draft.get(), t.name).stream())
              .findFirst();
        });
  }

  private static void unbranched(TrackDraft track, String branch) {
    track.labels.stream().filter(l -> l.branch.equals(branch)).forEach(l -> l.branch = "");
  }

  /** Nobody's move to the label goes through, in any state. */
  private static Optional<Seen> owner(Supplier<Draft> draft) {
    return tracks(
        draft,
        t ->
            t.labels.stream()
                .filter(l -> !l.owner.isEmpty())
                .flatMap(
                    l ->
                        seen(
                            Kind.NEVER,
                            new EveryState(draft.get(), t.name)
                                .never(
                                    (state, decided) ->
                                        ENTERED.contains(decided.reason())
                                            && decided.to().equals(Optional.of(new Label(l.name)))
                                            && !alongAWay(t, state, l)),
                            "nobody ever moves anybody to " + l.name)
                            .stream())
                .findFirst());
  }

  private static boolean alongAWay(TrackDraft track, EveryState.State state, LabelDraft to) {
    return track.ways.stream()
        .anyMatch(
            w ->
                w.to().equals(to.name)
                    && (state.base().isEmpty()
                        || w.from().contains(state.base().orElseThrow().name())));
  }

  private static Optional<Seen> ways(
      Supplier<Draft> draft, BiFunction<Supplier<Draft>, Way, Optional<Seen>> look) {
    return tracks(
        draft,
        t -> t.ways.stream().flatMap(w -> look.apply(draft, new Way(t, w)).stream()).findFirst());
  }

  private record Way(TrackDraft track, WayDraft way) {
    boolean leadsBack() {
      return way.from().stream().anyMatch(f -> track.precedes(way.to(), f));
    }
  }

  private static Optional<Seen> wayWithoutEffect(Supplier<Draft> draft, Way way) {
    return way.way.from().stream().anyMatch(f -> !way.track.precedes(way.way.to(), f))
        ? noEffect(with(draft, way.track, t -> onlyBack(t, way.way)), draft.get(), way.track.name)
        : Optional.empty();
  }

  private static void onlyBack(TrackDraft track, WayDraft way) {
    track.ways.remove(way);
    List<String> back = way.from().stream().filter(f -> track.precedes(way.to(), f)).toList();
    if (!back.isEmpty()) {
      track.ways.add(new WayDraft(back, way.to(), way.by()));
    }
  }

  private static Optional<Seen> wayOfNobody(Supplier<Draft> draft, Way way) {
    Draft alone =
        with(
            draft,
            way.track,
            t -> {
              t.ways.clear();
              t.ways.add(way.way);
            });
    return way.leadsBack()
        ? seen(
            Kind.NEVER,
            new EveryState(alone, way.track.name)
                .never(
                    (state, decided) ->
                        ENTERED.contains(decided.reason())
                            && decided.to().equals(Optional.of(new Label(way.way.to())))
                            && state
                                .base()
                                .map(Label::name)
                                .filter(way.way.from()::contains)
                                .isPresent()),
            "nobody ever goes back to " + way.way.to())
        : Optional.empty();
  }
}
