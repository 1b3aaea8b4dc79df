package io.stagesync.proof;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The laws that one sync keeps or breaks by what tracks do to one another in it. */
final class JointLaws {
  private final Mapping group;
  private final Map<Track, Vocabulary> words;
  private final Map<Track, Syncs> alone = new HashMap<>();
  private final Syncs quiet;
  private final Map<PairDecision, Optional<Law>> broken = new IdentityHashMap<>();
  private final Map<TrackView, TrackDecision> own = new IdentityHashMap<>();

  /**
   * @param group the file, as if it had these tracks alone
   */
  JointLaws(Mapping group, Map<Track, Vocabulary> words, Catalogs catalogs) {
    this.group = group;
    this.words = words;
    this.quiet = new Syncs(group.withRules(List.of()), catalogs);
    for (TrackMapping track : group.tracks()) {
      alone.put(track.track(), new Syncs(group.about(Set.of(track.track())), catalogs));
    }
  }

  /**
   * The law that a sync breaks in a track where it is not as the track would be by itself. That is
   * a question about what is decided, however much of it a step carries out.
   */
  Optional<Law> brokenBy(Sync sync) {
    Optional<Law> known = broken.get(sync.decision());
    if (known == null) {
      known = judged(sync);
      broken.put(sync.decision(), known);
    }
    return known;
  }

  private Optional<Law> judged(Sync sync) {
    for (TrackMapping track : group.tracks()) {
      if (isJoined(sync.on(track.track()))) {
        Optional<Law> law = brokenBy(track, sync);
        if (law.isPresent()) {
          return law;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a rule, or the want of a companion, made a decision. */
  private static boolean isJoined(TrackDecision decision) {
    return decision.reason() == Reason.RULE
        || decision.reason() == Reason.SUPPLIED
        || decision.reason() == Reason.CONFLICT
        || decision.reason() == Reason.CORRECTED;
  }

  /** Whether two rules can drive one track; one alone has no order. */
  boolean mayMeet() {
    return group.rules().stream().flatMap(r -> r.then().keySet().stream()).distinct().count()
        < group.rules().stream().mapToLong(r -> r.then().size()).sum();
  }

  /** Whether two rules fire that drive one track. */
  boolean meet(Sync sync) {
    Set<Track> driven = new HashSet<>();
    for (Rule rule : group.rules()) {
      if (enters(sync, rule)) {
        for (Track track : rule.then().keySet()) {
          if (!driven.add(track)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** A driven track enters where it is driven, and what it comes to by itself. */
  private boolean enters(Sync sync, Rule rule) {
    Optional<Label> label = Optional.of(rule.enters());
    TrackDecision decision = sync.on(rule.when());
    return decision.to().equals(label)
        || (decision.reason() == Reason.RULE && alone(rule.when(), sync).to().equals(label));
  }

  private Optional<Law> brokenBy(TrackMapping track, Sync sync) {
    Vocabulary vocabulary = Objects.requireNonNull(words.get(track.track()));
    Optional<Law> broken = new StepLaws(vocabulary).brokenBy(sync);
    if (broken.isPresent() && (broken.get() != Law.RANK_KEPT || !goesOn(track, sync))) {
      return broken;
    }
    return torn(track, sync) || half(vocabulary, sync) ? ONE : Optional.empty();
  }

  private static final Optional<Law> ONE = Optional.of(Law.ONE_FIXED_POINT);

  /**
   * A rule goes on from what the track comes to without any, which may be a step back, or be set
   * back because another track does not meet its criteria.
   */
  private boolean goesOn(TrackMapping track, Sync sync) {
    TrackDecision decision = sync.on(track.track());
    TrackDecision by = quiet.after(sync.before()).on(track.track());
    // What waits for an approved change of the file is an old word; it holds up nothing else.
    boolean decided =
        by.outcome() == Outcome.AGREED
            || by.outcome() == Outcome.PUSHED
            || by.reason() == Reason.MAPPING_CHANGED;
    return decision.reason() == Reason.RULE
        && decided
        && !new StepLaws(Objects.requireNonNull(words.get(track.track()))).falls(by.to(), decision);
  }

  /**
   * Whether rules lead to several labels of a track without order, so that nothing says which. In a
   * track with ranks they lie on branches beside each other, and a person chooses.
   */
  private boolean torn(TrackMapping track, Sync sync) {
    return !track.ordered()
        && sync.on(track.track()).reason() == Reason.CONFLICT
        && alone(track.track(), sync).reason() != Reason.CONFLICT;
  }

  /** What a track would come to by itself. A view is one track's, and one that stands often. */
  private TrackDecision alone(Track track, Sync sync) {
    TrackView view = sync.seen(track);
    TrackDecision known = own.get(view);
    if (known == null) {
      PairView all = sync.before();
      PairView one =
          new PairView(
              all.converted(), all.evidence(), all.recordType(), Map.of(track, view), all.run());
      known = Objects.requireNonNull(alone.get(track)).after(one).on(track);
      own.put(view, known);
    }
    return known;
  }

  private static boolean isWritten(TrackDecision decision, Side side) {
    for (FieldWrite write : decision.writes()) {
      if (write.side() == side) {
        return true;
      }
    }
    return false;
  }

  /** Whether a rule writes one side and leaves the other one. */
  private static boolean half(Vocabulary vocabulary, Sync sync) {
    Track track = vocabulary.track().track();
    TrackDecision decision = sync.on(track);
    if (decision.reason() != Reason.RULE) {
      return false;
    }
    Optional<Label> to = decision.to();
    for (Side side : vocabulary.track().fields().keySet()) {
      if (!isWritten(decision, side)) {
        var means = vocabulary.table(side).meanings(sync.seen(track).on(side).value());
        if (to.isEmpty() || !means.contains(to.get())) {
          return true;
        }
      }
    }
    return false;
  }
}
