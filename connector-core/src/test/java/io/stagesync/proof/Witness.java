package io.stagesync.proof;

import io.stagesync.mapping.DiagnosticId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows of a file that the loader refuses that it was right to. */
final class Witness {
  private Witness() {}

  /** How a refusal is shown to be right. */
  enum Kind {
    /** A law breaks. */
    LAW,
    /** It can be read in two ways, or comes out in two orders, and a state tells them apart. */
    TWO_READINGS,
    /** Something is to be written, or to be stood at, and never can be. */
    NEVER,
    /** It is said and changes no decision. */
    NO_EFFECT,
    /** It speaks of what is not there. */
    NAMES_NOTHING,
    /** Nothing of all this: it is refused for its shape, see {@link #BY_SHAPE}. */
    SHAPE
  }

  /** What was seen. */
  record Seen(Kind kind, String told) {}

  /** Looks at a draft; it can be made afresh, to be read in one way and another. */
  interface Look extends Function<Supplier<Draft>, Optional<Seen>> {}

  /** Refusals that no state shows, each with its reason. */
  static final Map<DiagnosticId, String> BY_SHAPE =
      Map.of(
          DiagnosticId.RANK_MISSING,
          "of a label that nobody is moved to or from: an order says where each of its labels lies",
          DiagnosticId.RULE_CHAIN,
          "more than three tracks in a chain keep every law; people do not follow them any more",
          DiagnosticId.RULE_CYCLE,
          "of circles that come to rest: the next condition that somebody changes lets them turn",
          DiagnosticId.BACKWARD_RULE_BESIDE,
          "of two rules that happen not to meet: which one goes first would decide as soon as they do",
          DiagnosticId.SHARES_NOTHING,
          "of a word that is borrowed twice: it is the lender's lender's, and the file should say so",
          DiagnosticId.CAMPAIGN_MEMBER,
          "an idea that stays apart: the answer to a campaign is no status of a person",
          DiagnosticId.STATUS_AS_STAGE,
          "an idea that stays apart: such a track keeps every law and says what is not so",
          DiagnosticId.ATTRIBUTE_AS_LABEL,
          "an idea that stays apart: such a label keeps every law and says what is not so",
          DiagnosticId.SAO_FROM_LEAD,
          "an idea that stays apart: such a label keeps every law and says what is not so");

  private static final Map<DiagnosticId, Look> LOOKS = looks();

  private static Map<DiagnosticId, Look> looks() {
    Map<DiagnosticId, Look> looks = new EnumMap<>(DiagnosticId.class);
    WordWitness.add(looks);
    PolicyWitness.add(looks);
    ConversionWitness.add(looks);
    NameWitness.add(looks);
    RuleWitness.add(looks);
    ChangeWitness.add(looks);
    CriterionWitness.add(looks);
    return looks;
  }

  /** What shows that a draft is rightly refused for this; empty: nothing does. */
  static Optional<Seen> of(DiagnosticId refused, Supplier<Draft> draft) {
    Optional<Seen> seen =
        LOOKS.containsKey(refused)
            ? Objects.requireNonNull(LOOKS.get(refused)).apply(draft)
            : Optional.empty();
    return seen.or(
        () -> Optional.ofNullable(BY_SHAPE.get(refused)).map(why -> new Seen(Kind.SHAPE, why)));
  }

  /** Whether nothing but its shape speaks against such a file, whatever it says. */
  static boolean onlyByShape(DiagnosticId refused) {
    return !LOOKS.containsKey(refused);
  }

  static Optional<Seen> seen(Kind kind, Optional<String> told) {
    return told.map(t -> new Seen(kind, t));
  }

  static Optional<Seen> seen(Kind kind, boolean so, String told) {
    return so ? Optional.of(new Seen(kind, told)) : Optional.empty();
  }

  /** Two ways to read a draft, told apart by a state of one track. */
  static Optional<Seen> twoReadings(Draft one, Draft other, String track) {
    return seen(Kind.TWO_READINGS, EveryState.apart(one, other, track));
  }

  /** A draft with something in it and without it, told apart by no state of a track. */
  static Optional<Seen> noEffect(Draft without, Draft with, String track) {
    return seen(
        Kind.NO_EFFECT,
        EveryState.apart(without, with, track).isEmpty(),
        "every state of " + track + " is decided alike without it");
  }

  /** A draft made afresh, and changed. */
  static Draft changed(Supplier<Draft> draft, java.util.function.Consumer<Draft> change) {
    Draft made = draft.get();
    change.accept(made);
    return made;
  }
}
