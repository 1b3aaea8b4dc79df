package io.stagesync.reconcile;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Guard 6: a label may require another field; {@code unqualified} requires a reason.
 *
 * <p>What counts is what the target will show once this decision is carried out, not what it shows
 * now: a reason that this very decision clears is no reason. Any value satisfies, even one that the
 * mapping does not know, because the CRM asks only that there is one. A blank is supplied; anything
 * that cannot be read is not a blank, and an unknown value on the other side is never spread.
 */
final class Companions {
  private Companions() {}

  /**
   * Adds to every track's verdict what its pushes require, or holds the push. One that is held
   * leaves blank what another one may have counted on; so then all are asked again.
   *
   * @param replaced tracks whose own pushes are not made, as rules lead elsewhere
   */
  static void supply(
      Map<Track, TrackCase> cases, Map<Track, Verdict> verdicts, Set<Track> replaced) {
    if (!anyRequires(cases, verdicts)) {
      return;
    }
    Map<Track, Verdict> pushes = new LinkedHashMap<>(verdicts);
    Set<Track> all = new HashSet<>();
    boolean again = true;
    while (again) {
      Optional<Track> held = once(cases, verdicts, replaced);
      held.ifPresent(
          track -> {
            TrackCase c = Objects.requireNonNull(cases.get(track));
            Verdict missing = missing(c, Objects.requireNonNull(verdicts.get(track)));
            pushes.put(track, missing);
            verdicts.put(track, missing);
          });
      again = held.filter(all::add).isPresent();
      if (again) {
        verdicts.putAll(pushes);
      }
    }
  }

  /** Whether anything is pushed that requires another field; mostly nothing is. */
  private static boolean anyRequires(Map<Track, TrackCase> cases, Map<Track, Verdict> verdicts) {
    for (TrackCase c : cases.values()) {
      Verdict verdict = verdicts.get(c.track().track());
      if (verdict != null && verdict.pushed() && verdict.label().isPresent()) {
        Optional<LabelMapping> label = c.track().label(verdict.label().get());
        if (label.isPresent() && label.get().requires().isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Supplies what is required, up to the first track for whose push it cannot be. */
  private static Optional<Track> once(
      Map<Track, TrackCase> cases, Map<Track, Verdict> verdicts, Set<Track> replaced) {
    for (Map.Entry<Track, TrackCase> each : cases.entrySet()) {
      Optional<Verdict> push =
          Optional.ofNullable(verdicts.get(each.getKey()))
              .filter(v -> v.pushed() && !replaced.contains(each.getKey()));
      if (push.isPresent()) {
        Optional<Map<Track, Verdict>> supplied =
            supplied(cases, verdicts, each.getValue(), push.get());
        if (supplied.isEmpty()) {
          return Optional.of(each.getKey());
        }
        verdicts.putAll(supplied.get());
      }
    }
    return Optional.empty();
  }

  /**
   * What has to be written beside a push, and what that requires in its turn.
   *
   * @return the verdicts that take the place of the given ones; empty where a companion is missing
   */
  static Optional<Map<Track, Verdict>> supplied(
      Map<Track, TrackCase> cases, Map<Track, Verdict> verdicts, TrackCase c, Verdict push) {
    return supplied(cases, verdicts, c, push, Set.of());
  }

  /**
   * The same.
   *
   * @param asking the tracks that this one is supplied for; they are not supplied themselves
   */
  private static Optional<Map<Track, Verdict>> supplied(
      Map<Track, TrackCase> cases,
      Map<Track, Verdict> verdicts,
      TrackCase c,
      Verdict push,
      Set<Track> asking) {
    Optional<LabelMapping> label = push.label().flatMap(c.track()::label);
    Optional<TrackCase> companion =
        label.flatMap(LabelMapping::requires).flatMap(t -> Optional.ofNullable(cases.get(t)));
    if (label.isEmpty() || companion.isEmpty()) {
      return Optional.of(Map.of());
    }
    Track track = companion.get().track().track();
    Map<Track, Verdict> result = new LinkedHashMap<>();
    for (Side target : Side.values()) {
      Optional<RawValue> value = push.values().getOrDefault(target, Optional.empty());
      Verdict now = result.getOrDefault(track, verdicts.getOrDefault(track, NOTHING));
      if (value.isEmpty() || satisfied(companion.get(), now, target)) {
        continue;
      }
      Optional<Verdict> supply =
          supply(companion.get(), target, label.get().companionDefault(), push);
      if (supply.isEmpty() || asking.contains(track)) {
        return Optional.empty();
      }
      result.put(track, supply.get());
    }
    if (result.isEmpty()) {
      return Optional.of(result);
    }
    Map<Track, Verdict> then = new LinkedHashMap<>(verdicts);
    then.put(c.track().track(), push);
    then.putAll(result);
    Set<Track> chain = new HashSet<>(asking);
    chain.add(c.track().track());
    return supplied(cases, then, companion.get(), Objects.requireNonNull(result.get(track)), chain)
        .map(
            further -> {
              result.putAll(further);
              return result;
            });
  }

  private static final Verdict NOTHING = Verdict.stop(Reason.UNREADABLE, "", "");

  private static boolean satisfied(TrackCase companion, Verdict verdict, Side target) {
    Reading there = companion.on(target);
    if (!there.bound()) {
      return true;
    }
    return verdict.values().containsKey(target)
        ? verdict.values().getOrDefault(target, Optional.empty()).isPresent()
        : there.is(Observation.Kind.VALUE);
  }

  /** From the other side, else the file's default, which then goes to both. */
  private static Optional<Verdict> supply(
      TrackCase companion, Side target, Optional<Label> byDefault, Verdict push) {
    Reading there = companion.on(target);
    Reading other = companion.on(target.other());
    boolean emptied = there.is(Observation.Kind.BLANK) || there.is(Observation.Kind.VALUE);
    if (!emptied || Afterthoughts.refused(companion) || Pause.of(companion)) {
      return Optional.empty();
    }
    // A value that stands on the target, and that this decision was about to clear, stays and goes
    // back to the side where it was cleared.
    Side from = there.is(Observation.Kind.VALUE) ? target : target.other();
    Optional<Label> found = companion.on(from).ignored() ? Optional.empty() : companion.label(from);
    boolean unknown = companion.on(from).bound() && !companion.on(from).blank() && found.isEmpty();
    // What the other side says, or the default, may itself be a step back that nobody may make; it
    // is not written for being needed.
    Optional<Label> label =
        unknown
            ? Optional.empty()
            : found.or(() -> byDefault).filter(l -> !fallsUndeclared(companion, l));
    if (label.isEmpty()) {
      return Optional.empty();
    }
    Map<Side, Optional<RawValue>> values = new EnumMap<>(Side.class);
    for (Side side : Side.BOTH) {
      boolean wanted = side == target || (other.blank() && !deadLead(companion, side));
      if (wanted && !companion.on(side).is(Observation.Kind.VALUE)) {
        Acceptance accepted = Acceptance.of(companion, side, label.get());
        if (accepted.value().isEmpty() || !companion.track().direction().writes(side)) {
          return Optional.empty();
        }
        values.put(side, accepted.value());
      }
    }
    return values.isEmpty() || BounceGuard.of(companion, label, values.keySet()).isPresent()
        ? Optional.empty()
        : Optional.of(
            Verdict.push(
                Reason.SUPPLIED,
                label,
                values,
                push.label().map(Label::name).orElse("This label")
                    + " requires a value here: "
                    + label.get()
                    + (found.isPresent()
                        ? ", as " + from.displayName() + " says."
                        : ", the file's default.")));
  }

  /**
   * Two blanks keep no base, in this very decision; whoever asks again finds nothing to fall. A
   * blank that itself means what was agreed on still stands there.
   */
  private static boolean fallsUndeclared(TrackCase companion, Label to) {
    return companion
        .baseLabel()
        .filter(
            from ->
                !companion.allBlank()
                    || Side.BOTH.stream().anyMatch(side -> companion.on(side).canMean(from)))
        .filter(from -> companion.track().backward(from, to))
        .filter(from -> companion.track().waysBack(from, to).isEmpty())
        .isPresent();
  }

  private static boolean deadLead(TrackCase c, Side side) {
    return side == Side.SALESFORCE && c.pair().converted();
  }

  private static Verdict missing(TrackCase c, Verdict push) {
    String required =
        push.label()
            .flatMap(c.track()::label)
            .flatMap(LabelMapping::requires)
            .map(Track::name)
            .orElse("another field");
    return Verdict.stop(
        Reason.COMPANION_MISSING,
        push.why()
            + " "
            + push.label().map(Label::name).orElse("It")
            + " requires "
            + required
            + ", which is blank there and cannot be supplied.",
        "Fill "
            + required
            + " on either side, or give it a default in "
            + c.mapping().fileName()
            + ".");
  }
}
