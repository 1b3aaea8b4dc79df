package io.stagesync.proof;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Follows several tracks of one pair together, sync by sync, until they rest. */
final class JointCourse {
  /** More than anything needs that comes to rest. */
  private static final int MOST_SYNCS = 8;

  private final Mapping group;
  private final Syncs syncs;
  private final Optional<Syncs> turned;
  private final JointLaws laws;
  private final LeftOver left;
  private final List<Breach> breaches = new ArrayList<>();
  private long states;
  private long orders;
  private long oneByOne;

  /**
   * @param group the file, as if it had these tracks alone
   */
  JointCourse(Mapping group, Map<Track, Vocabulary> words, Catalogs catalogs) {
    this.group = group;
    this.syncs = new Syncs(group, catalogs);
    this.laws = new JointLaws(group, words, catalogs);
    this.left = new LeftOver(group);
    List<Rule> backward = new ArrayList<>(group.rules());
    Collections.reverse(backward);
    this.turned =
        Optional.of(new Syncs(group.withRules(backward), catalogs)).filter(s -> laws.mayMeet());
  }

  /** How many states were followed. */
  long states() {
    return states;
  }

  /** How many of them were decided with the rules in the other order, too. */
  long orders() {
    return orders;
  }

  /** How many of them were followed with one side written after the other, too. */
  long oneByOne() {
    return oneByOne;
  }

  List<Breach> breaches() {
    return breaches;
  }

  /** Everything that happens to a pair that nobody touches, the sync at which it rests included. */
  List<Sync> follow(PairView start) {
    states++;
    List<Sync> course = follow(start, syncs, Optional.empty());
    if (!anyOrder(course.get(0))) {
      breaches.add(new Breach(Law.ONE_FIXED_POINT, start, 1));
    }
    if (course.stream().anyMatch(Sync::writesBoth)) {
      oneByOne++;
      for (Side side : Side.values()) {
        follow(start, syncs.startingWith(Optional.of(side)), Optional.of(side));
      }
    }
    return course;
  }

  private List<Sync> follow(PairView start, Syncs by, Optional<Side> first) {
    List<Sync> course = new ArrayList<>();
    Sync sync = by.after(start);
    while (course.size() < MOST_SYNCS) {
      course.add(sync);
      Optional<Law> broken = laws.brokenBy(sync);
      broken.ifPresent(law -> broken(law, course, first));
      if (rests(sync)) {
        judge(course, first);
        return course;
      }
      sync = by.next(sync);
    }
    broken(Law.NO_CYCLE, course, first);
    return course;
  }

  private void broken(Law law, List<Sync> course, Optional<Side> first) {
    breaches.add(new Breach(law, course.get(0).before(), course.size(), first));
  }

  private void judge(List<Sync> course, Optional<Side> first) {
    for (int later = 1; later < course.size(); later++) {
      if (!left.explains(course.get(later - 1), course.get(later))) {
        broken(Law.AT_REST, course, first);
        return;
      }
    }
    if (leftOpen(course.get(course.size() - 1))) {
      broken(Law.AT_REST, course, first);
    }
  }

  /** Whether an entry stays open at rest, and nothing tells people why. */
  private boolean leftOpen(Sync sync) {
    boolean told =
        sync.decision().findings().stream().anyMatch(f -> f.code() == Finding.Code.RULE_WAITS)
            || sync.decision().tracks().values().stream()
                .anyMatch(d -> d.outcome() != Outcome.AGREED);
    return !told
        && group.tracks().stream()
            .map(TrackMapping::track)
            .flatMap(t -> sync.on(t).base().stream())
            .anyMatch(b -> !b.rulesRanFor().equals(Optional.of(b.label())));
  }

  private static boolean rests(Sync sync) {
    return !sync.writes()
        && sync.before().tracks().entrySet().stream()
            .allMatch(
                t ->
                    isSame(
                        t.getValue(),
                        Objects.requireNonNull(sync.after().tracks().get(t.getKey()))));
  }

  /** Whether nothing is new, or nothing but that the rules are done with what was agreed. */
  private static boolean isSame(TrackView before, TrackView after) {
    Optional<Label> ran = after.base().flatMap(Base::rulesRanFor);
    return before.base().map(Base::label).equals(after.base().map(Base::label))
        && (before.base().flatMap(Base::rulesRanFor).equals(ran)
            || ran.equals(after.base().map(Base::label)))
        && (before.memory().blankSeenInRun() > 0) == (after.memory().blankSeenInRun() > 0)
        && before.memory().lastDecided().isPresent() == after.memory().lastDecided().isPresent();
  }

  /** Whether the same comes of it where the rules stand in the other order. */
  private boolean anyOrder(Sync sync) {
    if (turned.isEmpty() || !laws.meet(sync)) {
      return true;
    }
    orders++;
    Sync other = turned.get().after(sync.before());
    return group.tracks().stream()
        .map(TrackMapping::track)
        .allMatch(
            t ->
                sync.on(t).reason() == other.on(t).reason()
                    && sync.on(t).to().equals(other.on(t).to())
                    && sync.on(t).writes().equals(other.on(t).writes()));
  }
}
