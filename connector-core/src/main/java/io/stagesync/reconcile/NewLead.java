package io.stagesync.reconcile;

import io.stagesync.mapping.FirstLabel;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a track of a new lead begins with.
 *
 * <p>New is a pair of which this track was never decided. A blank that somebody made later is a
 * blank, and an old pair does not become new because the file learns a first label. So the decision
 * for a new lead does not count as made until something stands there; were it remembered before, a
 * kill between decision and write would leave the person blank for good.
 */
final class NewLead {
  private NewLead() {}

  /** The label that the track begins with, while nothing stands on any side yet. */
  static Optional<FirstLabel> label(TrackCase c) {
    boolean first =
        c.base().isEmpty()
            && (c.view().memory().lastDecided().isEmpty() || followsAConvertedOne(c));
    return first && c.allBlank() && !c.pair().converted()
        ? c.mapping().firstLabel(c.track().track())
        : Optional.empty();
  }

  /** A new open lead beside a converted one: what was agreed rests on the other lead. */
  static boolean followsAConvertedOne(TrackCase c) {
    return c.view().base().flatMap(Base::evidence).isPresent();
  }

  /** Whether a track's own verdict is that it begins. No other verdict of its own is a rule's. */
  static boolean begins(Verdict own) {
    return own.reason() == Reason.RULE;
  }

  /** As every rule it writes both sides or neither. */
  static Optional<Verdict> decide(TrackCase c) {
    Optional<FirstLabel> first = label(c);
    return first.isPresent() ? Optional.of(decide(c, first.get())) : Optional.empty();
  }

  private static Verdict decide(TrackCase c, FirstLabel first) {
    Label label = first.label();
    Map<Side, Optional<RawValue>> values = new EnumMap<>(Side.class);
    for (Side side : Side.BOTH) {
      if (c.on(side).bound()) {
        Acceptance accepted = Acceptance.of(c, side, label);
        if (accepted.refusal().isPresent()) {
          return accepted.refusal().get();
        }
        values.put(side, accepted.value());
      }
    }
    return Verdict.push(
        Reason.RULE,
        Optional.of(label),
        values,
        "The lead is new and nothing is said of its "
            + c.track().track()
            + "; "
            + begins(c, first)
            + ".");
  }

  /** The words of it for people. */
  static String begins(TrackCase c, FirstLabel first) {
    return "it begins with " + first.label() + " (" + Sentences.at(c, first.line()) + ")";
  }
}
