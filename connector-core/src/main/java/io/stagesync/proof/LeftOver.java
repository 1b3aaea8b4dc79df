package io.stagesync.proof;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a sync leaves to the next one.
 *
 * <p>A sync does all that can be known in it. So what a later one writes was left over by the one
 * before: its track waited and said so, or was on a way that takes two writes. Or it follows from
 * such a track, by a rule, by what a label requires, or by criteria. Anything else is a write too
 * many, or comes too late.
 */
final class LeftOver {
  private final Mapping group;
  private final Map<Track, Set<Track>> criteria = new HashMap<>();

  LeftOver(Mapping group) {
    this.group = group;
    for (TrackMapping track : group.tracks()) {
      Set<Track> asked = new HashSet<>();
      for (LabelMapping label : track.labels()) {
        asked.addAll(label.criteria().entry().keySet());
        asked.addAll(label.criteria().exit().keySet());
      }
      criteria.put(track.track(), asked);
    }
  }

  /**
   * Whether all that is written was left over.
   *
   * @param before the sync, or the step of one side, right before {@code sync}
   */
  boolean explains(Sync before, Sync sync) {
    if (!sync.writes()) {
      return true;
    }
    List<TrackMapping> others = new ArrayList<>();
    for (TrackMapping track : group.tracks()) {
      if (!sync.on(track.track()).writes().isEmpty() && !goesOn(before, sync, track.track())) {
        others.add(track);
      }
    }
    if (others.isEmpty()) {
      return true;
    }
    Set<Track> left = left(before, sync);
    return others.stream().allMatch(track -> follows(before, sync, track, left));
  }

  /** The tracks that had something before them, or have by what those do now. */
  private Set<Track> left(Sync before, Sync sync) {
    Set<Track> left = new HashSet<>();
    boolean more = true;
    while (more) {
      List<Track> others =
          group.tracks().stream()
              .filter(t -> !left.contains(t.track()))
              .filter(
                  t ->
                      isOpen(before, t.track())
                          || follows(before, sync, t, left)
                          || isLedThrough(sync, t.track(), left)
                          || restsFromHere(before, sync, t))
              .map(TrackMapping::track)
              .toList();
      more = left.addAll(others);
    }
    return left;
  }

  /** Whether a track has something before it, by what was said of it. */
  private static boolean isOpen(Sync before, Track track) {
    return switch (before.on(track).reason()) {
      case BLANK_SETTLES,
          COMPANION_MISSING,
          CRITERIA_NOT_MET,
          BELOW_SYNC_FLOOR,
          CORRECTED,
          CLEARED ->
          true;
      default -> ruleWaits(before, track) || otherSideWaits(before, track);
    };
  }

  /** Whether what is written is the next thing before such a track. */
  private static boolean goesOn(Sync before, Sync sync, Track track) {
    TrackDecision decision = before.on(track);
    TrackDecision next = sync.on(track);
    if (ruleWaits(before, track) || otherSideWaits(before, track)) {
      return true;
    }
    return switch (decision.reason()) {
      // Where two sides are set back, one may go first and alone; a rule then has no other aim.
      case CORRECTED -> next.reason() != Reason.RULE || next.to().equals(decision.to());
      // A rule puts nothing in the place of what is still to be cleared.
      case CLEARED -> next.reason() == Reason.RULE;
      default -> isOpen(before, track);
    };
  }

  private static boolean ruleWaits(Sync before, Track track) {
    for (Finding finding : before.decision().findings()) {
      if (finding.code() == Finding.Code.RULE_WAITS && finding.track().equals(track)) {
        return true;
      }
    }
    return false;
  }

  /** Whether only one of two sides that are to be written was written in this step. */
  private static boolean otherSideWaits(Sync before, Track track) {
    if (before.side().isEmpty()) {
      return false;
    }
    for (FieldWrite write : before.on(track).writes()) {
      if (write.side() != before.side().get()) {
        return true;
      }
    }
    return false;
  }

  private boolean follows(Sync before, Sync sync, TrackMapping t, Set<Track> left) {
    TrackDecision decision = sync.on(t.track());
    return switch (decision.reason()) {
      case RULE ->
          group.rules().stream()
              .filter(r -> decision.to().equals(Optional.ofNullable(r.then().get(t.track()))))
              .anyMatch(r -> left.contains(r.when()) || takesUp(before, r, t.track()));
      case SUPPLIED ->
          group.tracks().stream()
              .filter(other -> left.contains(other.track()))
              .anyMatch(
                  other ->
                      requires(sync, other, t.track())
                          || requires(before, other, t.track())
                          || ledOn(sync, other, t.track()));
      default -> criteria.getOrDefault(t.track(), Set.of()).stream().anyMatch(left::contains);
    };
  }

  /**
   * Whether a track fell below its floor by what was written in the other one. Until that is
   * written the person is still above, and what others ask of the track is still asked.
   */
  private static boolean restsFromHere(Sync before, Sync sync, TrackMapping t) {
    return sync.on(t.track()).reason() == Reason.BELOW_SYNC_FLOOR
        && before.on(t.track()).reason() != Reason.BELOW_SYNC_FLOOR
        && t.floor()
            .map(Scope::track)
            .filter(floor -> before.decision().tracks().containsKey(floor))
            .filter(floor -> !before.on(floor).writes().isEmpty())
            .isPresent();
  }

  /**
   * Whether a rule led a track to a label that led another one on. In the same sync that may have
   * led the track further, so that what it comes to is what the other one's rule says.
   */
  private boolean isLedThrough(Sync sync, Track track, Set<Track> left) {
    Set<Label> through = new HashSet<>();
    group.rules().stream()
        .filter(rule -> left.contains(rule.when()))
        .flatMap(rule -> Optional.ofNullable(rule.then().get(track)).stream())
        .forEach(through::add);
    return sync.on(track).reason() == Reason.RULE
        && group.rules().stream()
            .filter(rule -> rule.when().equals(track) && through.contains(rule.enters()))
            .flatMap(rule -> rule.then().entrySet().stream())
            .anyMatch(
                then ->
                    sync.on(then.getKey()).reason() == Reason.RULE
                        && sync.on(then.getKey()).to().equals(Optional.of(then.getValue())));
  }

  /**
   * Whether a rule's condition holds by what the rules of another entry, or the beginning of a
   * lead, led to. The entry that fires it may be open for longer, and then finds it there. What
   * rules of one entry do to one another is for their file to say in one step.
   */
  private boolean takesUp(Sync before, Rule rule, Track track) {
    Optional<Label> led = before.on(track).to();
    return before.on(track).reason() == Reason.RULE
        && led.isPresent()
        && rule.onlyIf().filter(c -> c.label().equals(led)).isPresent()
        && group.rules().stream()
            .filter(other -> led.equals(Optional.ofNullable(other.then().get(track))))
            .noneMatch(
                other -> other.when().equals(rule.when()) && other.enters().equals(rule.enters()));
  }

  /**
   * Whether a track came to a label that requires another one, and a rule of what was supplied for
   * it led on from there: what is required has to be written, for without it that rule had not
   * fired.
   */
  private boolean ledOn(Sync sync, TrackMapping by, Track supplied) {
    Optional<Label> led = sync.on(by.track()).to();
    return sync.on(by.track()).reason() == Reason.RULE
        && by.labels().stream().anyMatch(label -> label.requires().equals(Optional.of(supplied)))
        && group.rules().stream()
            .filter(rule -> led.equals(Optional.ofNullable(rule.then().get(by.track()))))
            .filter(rule -> rule.when().equals(supplied))
            .anyMatch(rule -> sync.on(supplied).to().equals(Optional.of(rule.enters())));
  }

  private static boolean requires(Sync sync, TrackMapping by, Track track) {
    return sync.on(by.track())
        .to()
        .flatMap(by::label)
        .flatMap(LabelMapping::requires)
        .equals(Optional.of(track));
  }
}
