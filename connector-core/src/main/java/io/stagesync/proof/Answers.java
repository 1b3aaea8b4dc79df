package io.stagesync.proof;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a state of a track answers to all that the other tracks of a group ask of it. */
final class Answers {
  private final Asked asked;
  private final Set<Label> named;
  private final Vocabulary words;
  private final TrackMapping track;
  private final Optional<Label> evidence;

  /**
   * @param group the file, as if it had this group alone
   */
  Answers(Mapping group, Asked asked, Vocabulary words, Lead lead) {
    this.asked = asked;
    this.named = Set.copyOf(asked.named());
    this.words = words;
    this.track = words.track();
    this.evidence =
        group
            .conversion()
            .filter(c -> lead.isConverted() && c.track().equals(track.track()))
            .flatMap(c -> c.label(lead.evidence()));
  }

  /**
   * The answers.
   *
   * @param own what the track comes to by itself
   */
  List<Object> of(TrackView view, Own own) {
    List<Object> answers = new ArrayList<>();
    if (!asked.onlyFires() || !entered(view, own).isEmpty()) {
      answers.add(moves(own));
    }
    if (!asked.fires().isEmpty()) {
      driver(answers, view, own);
    }
    for (Label floor : asked.floors()) {
      // Each by itself: what one of them shows may be written over, and the others stay.
      answers.add(reached(says(view, Side.SALESFORCE), floor));
      answers.add(reached(says(view, Side.HUBSPOT), floor));
      // Once the track has come to its label, they are read by that one.
      answers.add(reached(says(view, Side.SALESFORCE, own.to()), floor));
      answers.add(reached(says(view, Side.HUBSPOT, own.to()), floor));
      answers.add(reached(evidence, floor));
      answers.add(reached(own.to(), floor));
      answers.add(reached(base(view), floor));
    }
    for (Label wanted : asked.wanted()) {
      answers.add(own.to().filter(wanted::equals).isPresent());
      answers.add(canMean(view, Side.SALESFORCE, wanted));
      answers.add(canMean(view, Side.HUBSPOT, wanted));
    }
    if (asked.criteria()) {
      answers.add(own.to().flatMap(track::label).map(LabelMapping::criteria));
      answers.add(base(view).flatMap(track::label).map(LabelMapping::criteria));
      answers.add(own.to().equals(base(view)));
    }
    if (asked.requires()) {
      answers.add(outcome(own) == Outcome.PUSHED ? required(own) : "nothing");
    }
    if (asked.isCompanion()) {
      companion(answers, view, own);
    }
    return answers;
  }

  /** How the track moves by itself. */
  private static Object moves(Own own) {
    Reason reason = own.reason();
    return switch (reason) {
      case CORRECTED, CLEARED, RULE, BLANK_SETTLES, BOTH_BLANK -> reason;
      default -> reason.doubtsAMove() ? "doubted" : outcome(own);
    };
  }

  /**
   * What a decision is to the others: where only a word is old and its change waits for approval,
   * both sides agree. Nothing else waits for an approval here, for the file stays as it is.
   */
  private static Outcome outcome(Own own) {
    return own.reason() == Reason.MAPPING_CHANGED ? Outcome.AGREED : own.outcome();
  }

  private void driver(List<Object> answers, TrackView view, Own own) {
    Optional<Label> ran = view.base().flatMap(Base::rulesRanFor);
    Optional<Label> entered = entered(view, own);
    answers.add(entered);
    answers.add(
        (entered.isPresent() || asked.isCompanion())
            && ran.isEmpty()
            && entered.filter(to -> isWayBack(view, to)).isEmpty());
    if (asked.isCompanion()) {
      answers.add(ran.filter(r -> asked.fires().contains(r) || asked.targets().contains(r)));
    }
  }

  /** The label of a rule that the track enters by itself. */
  private Optional<Label> entered(TrackView view, Own own) {
    Optional<Label> ran = view.base().flatMap(Base::rulesRanFor);
    boolean moves = outcome(own) == Outcome.AGREED || outcome(own) == Outcome.PUSHED;
    return own.to()
        .filter(to -> moves && (!ran.equals(Optional.of(to)) || isWayBack(view, to)))
        .filter(asked.fires()::contains);
  }

  /** Whether another track asks for a label by its name. */
  boolean isNamed(Label label) {
    return named.contains(label);
  }

  private boolean isWayBack(TrackView view, Label to) {
    return base(view).filter(b -> !track.waysBack(b, to).isEmpty()).isPresent();
  }

  private boolean reached(Optional<Label> label, Label floor) {
    return label.filter(l -> !track.backward(floor, l)).isPresent();
  }

  private static Optional<Label> base(TrackView view) {
    return view.base().map(Base::label);
  }

  private List<Object> required(Own own) {
    Optional<LabelMapping> label = own.to().flatMap(track::label);
    return List.of(
        label.flatMap(LabelMapping::requires),
        label.flatMap(LabelMapping::companionDefault),
        own.writes().stream().filter(w -> w.value().isPresent()).map(FieldWrite::side).toList());
  }

  /** What can be supplied, and from where. */
  private void companion(List<Object> answers, TrackView view, Own own) {
    for (Side side : Side.BOTH) {
      Observation seen = view.on(side);
      answers.add(seen.kind());
      answers.add(seen.value().filter(v -> track.ignores(side, v)).isPresent());
      Optional<Label> label = says(view, side);
      answers.add(label.isPresent());
      label.ifPresent(
          l -> {
            answers.add(base(view).filter(b -> fallsUndeclared(b, l)).isPresent());
            answers.add(words.table(side).written(l).isEmpty());
            answers.add(words.table(side.other()).written(l).isEmpty());
            answers.add(isNamed(l) ? l : "not named");
            answers.add(asked.requires() ? required(l) : "nothing");
          });
      answers.add(
          own.writes().stream()
              .filter(w -> w.side() == side)
              .map(w -> w.value().isPresent())
              .toList());
    }
    for (Label supplied : asked.supplied()) {
      answers.add(base(view).filter(b -> fallsUndeclared(b, supplied)).isPresent());
    }
    answers.add(own.to().equals(base(view)));
  }

  /** What a label that is supplied requires itself. */
  private List<Object> required(Label supplied) {
    Optional<LabelMapping> label = track.label(supplied);
    return List.of(
        label.flatMap(LabelMapping::requires), label.flatMap(LabelMapping::companionDefault));
  }

  private boolean fallsUndeclared(Label from, Label to) {
    return track.backward(from, to) && track.waysBack(from, to).isEmpty();
  }

  /** What a side says, read alone. */
  Optional<Label> says(TrackView view, Side side) {
    return says(view, side, base(view));
  }

  private Optional<Label> says(TrackView view, Side side, Optional<Label> base) {
    if (!readable(view, side)) {
      return Optional.empty();
    }
    return base.isPresent() && canMean(view, side, base.get())
        ? base
        : words.table(side).own(view.on(side).value());
  }

  private boolean canMean(TrackView view, Side side, Label label) {
    Optional<RawValue> value = view.on(side).value();
    return readable(view, side) && words.table(side).meanings(value).contains(label);
  }

  private boolean readable(TrackView view, Side side) {
    Observation.Kind kind = view.on(side).kind();
    return track.field(side).isPresent()
        && (kind == Observation.Kind.VALUE || kind == Observation.Kind.BLANK);
  }
}
