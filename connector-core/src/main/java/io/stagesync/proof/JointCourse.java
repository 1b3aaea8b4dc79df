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
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Follows several tracks of one pair together, sync by sync, until they rest. */
final class JointCourse {
  /** More than anything needs that comes to rest. */
  private static final int MOST_SYNCS = 8;

  private final Mapping group;
  private final Syncs syncs;
  private final Map<Optional<Side>, Paths> paths = new HashMap<>();
  private final Map<Sync, Boolean> well = new IdentityHashMap<>();
  private final Set<Sync> halved = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Optional<Syncs> turned;
  private final JointLaws laws;
  private final LeftOver left;
  private final List<Breach> breaches = new ArrayList<>();
  private long states;
  private long orders;
  private long oneByOne;

  /**
   * @param group the file, as if it had these tracks alone
   * @param standIn the pair with which everything goes on as with the one that a sync leaves
   */
  JointCourse(
      Mapping group,
      Map<Track, Vocabulary> words,
      Catalogs catalogs,
      Function<Sync, PairView> standIn) {
    this.group = group;
    this.syncs = Syncs.many(group, catalogs);
    Paths atOnce = new Paths(syncs, standIn);
    paths.put(Optional.empty(), atOnce);
    for (Side side : Side.BOTH) {
      paths.put(Optional.of(side), atOnce.startingWith(side));
    }
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
    List<Sync> course = follow(start, Optional.empty());
    if (!anyOrder(course.get(0))) {
      breaches.add(new Breach(Law.ONE_FIXED_POINT, start, 1));
    }
    for (Sync sync : course) {
      if (sync.writesBoth() && halved.add(sync)) {
        oneByOne++;
        for (Side side : Side.BOTH) {
          follow(sync.before(), Optional.of(side));
        }
      }
    }
    return course;
  }

  /**
   * Follows a pair.
   *
   * @param first the side that is written before the other; empty: both are written at once
   */
  private List<Sync> follow(PairView start, Optional<Side> first) {
    Paths by = Objects.requireNonNull(paths.get(first));
    List<Sync> course = course(start, by);
    Optional<Sync> ill = ill(course, by);
    // What is told to people has to be so word for word: from the start, or else from there.
    if (ill.isPresent() && !isBroken(start, first)) {
      isBroken(ill.get().before(), first);
    }
    return course;
  }

  /** The first sync that is not well; the last one where all are and it does not rest. */
  private Optional<Sync> ill(List<Sync> course, Paths by) {
    for (Sync sync : course) {
      if (!isWell(sync, by)) {
        return Optional.of(sync);
      }
    }
    return rests(last(course), by) ? Optional.empty() : Optional.of(last(course));
  }

  private boolean isBroken(PairView start, Optional<Side> first) {
    int before = breaches.size();
    judge(start, first);
    return breaches.size() > before;
  }

  private static List<Sync> course(PairView start, Paths by) {
    List<Sync> course = new ArrayList<>(List.of(by.from(start)));
    while (!rests(last(course), by) && course.size() < MOST_SYNCS) {
      course.add(by.next(last(course)));
    }
    return course;
  }

  private static Sync last(List<Sync> course) {
    return course.get(course.size() - 1);
  }

  /** Whether a sync keeps the laws, and what comes next is what it leaves over. */
  private boolean isWell(Sync sync, Paths by) {
    Boolean known = well.get(sync);
    if (known == null) {
      known =
          laws.brokenBy(sync).isEmpty()
              && (rests(sync, by) ? !leftOpen(sync) : left.explains(sync, by.next(sync)));
      well.put(sync, known);
    }
    return known;
  }

  /** Follows a pair itself, no other one in its stead, and keeps every law that is broken. */
  private void judge(PairView start, Optional<Side> first) {
    Paths by = new Paths(syncs.startingWith(first), Sync::after);
    List<Sync> course = course(start, by);
    for (int i = 0; i < course.size(); i++) {
      int shown = i + 1;
      laws.brokenBy(course.get(i)).ifPresent(law -> broken(law, course, shown, first));
    }
    if (!rests(last(course), by)) {
      broken(Law.NO_CYCLE, course, course.size(), first);
    } else if (!course.stream().allMatch(sync -> isWell(sync, by))) {
      broken(Law.AT_REST, course, course.size(), first);
    }
  }

  private void broken(Law law, List<Sync> course, int shown, Optional<Side> first) {
    breaches.add(new Breach(law, course.get(0).before(), shown, first));
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

  private static boolean rests(Sync sync, Paths by) {
    return !sync.writes() && (isSame(sync) || by.next(sync) == sync);
  }

  private static boolean isSame(Sync sync) {
    for (var before : sync.before().tracks().entrySet()) {
      if (!isSame(before.getValue(), sync.after(before.getKey()))) {
        return false;
      }
    }
    return true;
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
