package io.stagesync.proof;

import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows one track, for one kind of lead, from every state that it can be in until it rests. */
final class TrackProof {
  /** More than anything writes that comes to rest. */
  private static final int MOST_WRITES = 6;

  private static final int EVIDENCES = Evidence.values().length;

  private final Lead lead;
  private final Vocabulary words;
  private final Looks looks;
  private final Syncs syncs;
  private final Optional<TrackProof> undated;
  private final StepLaws laws;
  private final Track track;
  private final Map<Long, Course> courses = new HashMap<>();
  private final List<Breach> breaches = new ArrayList<>();
  private final Map<Integer, List<Own>> own = new HashMap<>();
  private long states;

  /**
   * What becomes of a state.
   *
   * @param writes how many syncs write until it rests
   * @param restsOnItsBase whether the very next decision agrees on the base's label
   * @param conflict whether the very next decision is that both sides moved
   */
  private record Course(int writes, boolean restsOnItsBase, boolean conflict) {
    static final Course ROUND = new Course(MOST_WRITES, false, false);
  }

  /**
   * @param undated the same kind of lead where nothing says which side changed last. Change times
   *     are asked only where both sides moved and nothing else settles it, and then, without them,
   *     it stays a conflict; so all else is as it was there
   */
  TrackProof(Vocabulary words, Looks looks, Syncs syncs, Lead lead, Optional<TrackProof> undated) {
    this.undated = undated;
    this.lead = lead;
    this.words = words;
    this.looks = looks;
    this.syncs = syncs;
    this.laws = new StepLaws(words);
    this.track = words.track().track();
  }

  /** How many states there are, those that look alike counted all. */
  long states() {
    return states;
  }

  /** How many of them were decided. */
  long decided() {
    return courses.size();
  }

  List<Breach> breaches() {
    return breaches;
  }

  Vocabulary words() {
    return words;
  }

  Looks looks() {
    return looks;
  }

  /** What was decided where a state looks like this, once for each memory that it may have. */
  List<Own> own(int look) {
    return own.getOrDefault(look, List.of());
  }

  /**
   * A state that looks like something that was decided, under other names.
   *
   * @param rests whether the base rests on what an opportunity says
   */
  TrackView like(Own one, int base, int salesforce, int hubspot, boolean rests) {
    Optional<Evidence> evidence = lead.converted().filter(e -> rests);
    return new TrackView(
        base < 0 ? Optional.empty() : Optional.of(words.base(words.labels().get(base), evidence)),
        seen(Side.SALESFORCE, salesforce),
        seen(Side.HUBSPOT, hubspot),
        one.view().memory());
  }

  void prove() {
    for (Looks.Alike alike : looks.all()) {
      for (Optional<Evidence> evidence : evidences(alike)) {
        Optional<Base> base =
            alike.base() < 0
                ? Optional.empty()
                : Optional.of(words.base(words.labels().get(alike.base()), evidence));
        Observation hubspot = seen(Side.HUBSPOT, alike.hubspot());
        boolean settles =
            hubspot.kind() == Observation.Kind.BLANK
                && base.flatMap(Base::hubspot).isPresent()
                && words.field(Side.HUBSPOT).filter(f -> f.forwardOnly()).isPresent();
        for (long blankSeen : settles ? new long[] {0, Lead.RUN - 1} : new long[] {0}) {
          states += evidence.isPresent() ? alike.based() : alike.count();
          from(
              pair(
                  new TrackView(
                      base,
                      seen(Side.SALESFORCE, alike.salesforce()),
                      hubspot,
                      Syncs.memory(blankSeen, Optional.empty()))));
        }
      }
    }
  }

  /**
   * The base rests on no evidence or on the one of now. One that rests on another evidence is like
   * the former where an opportunity speaks for the track (it is news), and like the latter where
   * none does (the track has handed over).
   */
  private List<Optional<Evidence>> evidences(Looks.Alike alike) {
    boolean asked = alike.based() > 0 && lead.isConverted();
    return asked ? List.of(Optional.empty(), lead.converted()) : List.of(Optional.empty());
  }

  private Observation seen(Side side, int place) {
    return lead.dated(side, words.shown(side).get(place).seen());
  }

  private PairView pair(TrackView view) {
    return lead.pair(Map.of(track, view));
  }

  private int look(PairView pair) {
    TrackView view = Objects.requireNonNull(pair.tracks().get(track));
    Optional<Base> base = view.base();
    return looks.look(
        base.isEmpty() ? -1 : words.number(base.get().label()),
        words.place(Side.SALESFORCE, view.salesforce()),
        words.place(Side.HUBSPOT, view.hubspot()));
  }

  /** How a pair looks, with what is remembered of it, as one number. */
  private long key(PairView pair) {
    TrackView view = Objects.requireNonNull(pair.tracks().get(track));
    Optional<Base> base = view.base();
    Optional<Evidence> evidence = base.flatMap(Base::evidence);
    boolean settled = view.memory().blankSeenInRun() > 0;
    // Of one without a base it is asked whether it was decided before.
    boolean decided = base.isPresent() || view.memory().lastDecided().isPresent();
    long key = look(pair) * (EVIDENCES + 1L);
    key += evidence.isEmpty() ? 0 : 1 + evidence.get().ordinal();
    return key * 4 + (settled ? 2 : 0) + (decided ? 1 : 0);
  }

  /** What becomes of a pair that nobody touches. */
  private Course from(PairView start) {
    long key = key(start);
    Course known = known(key);
    if (known != null) {
      return known;
    }
    // Until it is known, whoever comes back here has gone round.
    courses.put(key, Course.ROUND);
    Sync sync = syncs.after(start);
    own.computeIfAbsent(look(start), look -> new ArrayList<>())
        .add(new Own(Lead.seenBefore(sync.seen(track)), sync.on(track)));
    Optional<Law> broken = laws.brokenBy(sync);
    if (broken.isPresent()) {
      breaches.add(new Breach(broken.get(), start, 1));
    }
    if (sync.writesBoth()) {
      oneByOne(start);
    }
    boolean conflict = sync.on(track).outcome() == Outcome.CONFLICT;
    Course course = new Course(0, restsOnItsBase(sync), conflict);
    PairView after = sync.after();
    if (sync.writes() || key(after) != key) {
      Course rest = from(after);
      course =
          new Course(rest.writes() + (sync.writes() ? 1 : 0), course.restsOnItsBase(), conflict);
      judge(sync, course, rest);
    }
    courses.put(key, course);
    return course;
  }

  /** A run writes one side after the other, and looks again in between. */
  private void oneByOne(PairView start) {
    for (Side side : Side.BOTH) {
      Syncs by = syncs.startingWith(Optional.of(side));
      List<Sync> steps = new ArrayList<>();
      Sync sync = by.after(start);
      while (steps.size() < MOST_WRITES && (sync.writes() || !rests(sync))) {
        steps.add(sync);
        sync = by.next(sync);
      }
      boolean round = steps.size() == MOST_WRITES;
      if (round || OneByOne.writing(steps, side) > allowed(steps.get(0)) + 1) {
        Law law = round ? Law.NO_CYCLE : Law.AT_REST;
        breaches.add(new Breach(law, start, steps.size() + 1, Optional.of(side)));
      }
    }
  }

  private boolean rests(Sync sync) {
    return key(sync.after()) == key(sync.before());
  }

  /** Two sides that are set back one after the other take a sync each. */
  private int allowed(Sync sync) {
    Reason reason = sync.on(track).reason();
    boolean two = reason == Reason.BLANK_SETTLES || reason == Reason.CORRECTED;
    return two ? 2 : sync.writes() ? 1 : 0;
  }

  private @Nullable Course known(long key) {
    Course here = courses.get(key);
    Course there = undated.isEmpty() ? null : undated.get().courses.get(key);
    return here == null && there != null && !there.conflict() ? there : here;
  }

  private void judge(Sync sync, Course course, Course rest) {
    Reason reason = sync.on(track).reason();
    if (course.writes() >= MOST_WRITES) {
      breaches.add(new Breach(Law.NO_CYCLE, sync.before(), MOST_WRITES));
    } else if (course.writes() > allowed(sync)) {
      breaches.add(new Breach(Law.AT_REST, sync.before(), course.writes() + 1));
    } else if (sync.writes() && reason != Reason.CORRECTED && !meant(sync, rest)) {
      breaches.add(new Breach(Law.ROUND_TRIP, sync.before(), 2));
    }
  }

  /** Whether what was written to mean a label is read back as that label. */
  private boolean meant(Sync sync, Course rest) {
    Optional<Label> to = sync.on(track).to();
    return to.isEmpty()
        || (sync.after(track).base().map(Base::label).equals(to) && rest.restsOnItsBase());
  }

  private boolean restsOnItsBase(Sync sync) {
    TrackDecision decision = sync.on(track);
    return decision.reason() == Reason.BELOW_SYNC_FLOOR
        || (decision.writes().isEmpty()
            && decision.to().equals(base(sync.before()).map(Base::label)));
  }

  private Optional<Base> base(PairView pair) {
    return Objects.requireNonNull(pair.tracks().get(track)).base();
  }
}
