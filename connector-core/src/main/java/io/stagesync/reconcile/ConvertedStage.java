package io.stagesync.reconcile;

import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.Map;
import java.util.Optional;

/**
 * The stage of a person whose lead is converted: Salesforce's side of it is what the opportunity
 * says, and the lead's own field, dead now, is not asked.
 *
 * <p>{@code open} and {@code won} speak all the time, {@code lost} and {@code none} once, when the
 * evidence becomes so; after that HubSpot leads, or nobody could ever nurture the person again. The
 * base says under which evidence it was agreed, so "becomes" is a comparison of two values and
 * survives any crash.
 *
 * <p>The label of {@code won} is a floor: a customer who asks for more and does not get it is still
 * a customer. Only a person takes it away.
 *
 * <p>{@code clears: propagate} has no meaning here: a converted lead cannot be cleared, so a blank
 * is refilled.
 */
final class ConvertedStage {
  private final TrackCase c;
  private final Conversion conversion;
  private final Optional<Label> evidenceSays;
  private final Optional<Label> won;

  private ConvertedStage(TrackCase c, Conversion conversion) {
    this.c = c;
    this.conversion = conversion;
    this.evidenceSays = conversion.label(c.pair().evidence());
    this.won = conversion.label(Evidence.WON);
  }

  static Verdict decide(TrackCase c, Conversion conversion) {
    return new ConvertedStage(c, conversion).decide();
  }

  private Verdict decide() {
    if (c.pair().evidence() == Evidence.UNREADABLE) {
      return Verdict.stop(
          Reason.UNREADABLE,
          "The lead is converted and its opportunity could not be read, which is not the same as"
              + " having none.",
          "");
    }
    boolean news = c.base().flatMap(Base::evidence).filter(c.pair().evidence()::equals).isEmpty();
    if (!news && c.unmoved(Side.HUBSPOT) && !saysElse()) {
      return agree(Reason.AGREED, c.baseLabel().orElseThrow());
    }
    if (evidenceSays.isEmpty() || !(news || speaksAlways())) {
      return chosen().orElseGet(this::hubspotLeads);
    }
    return evidenceSpeaks(
        news || saysElse() ? floor(evidenceSays.get()) : c.baseLabel().orElse(evidenceSays.get()));
  }

  /** What lasts speaks all the time; what is over speaks once. */
  private boolean speaksAlways() {
    return switch (c.pair().evidence()) {
      case WON, EXISTING_CUSTOMER_ACCOUNT, OPEN -> true;
      case LOST, NONE, UNREADABLE -> false;
    };
  }

  /**
   * Whether the file now says something else of an evidence that speaks all the time. A base of the
   * same mapping that differs from its evidence was meant so: the floor, or a person's choice.
   */
  private boolean saysElse() {
    boolean remapped =
        c.base().filter(b -> !b.fingerprint().equals(c.track().fingerprint())).isPresent();
    return speaksAlways()
        && remapped
        && evidenceSays.filter(l -> !floor(l).equals(c.baseLabel().orElse(l))).isPresent();
  }

  /** What is to stand: the evidence's label, but never less than the customer that was. */
  private Label floor(Label label) {
    return c.baseLabel().filter(b -> won.filter(b::equals).isPresent()).orElse(label);
  }

  private Verdict evidenceSpeaks(Label wanted) {
    Reading hubspot = c.hubspot();
    if (hubspot.canMean(wanted)) {
      return agree(Reason.AGREED, wanted);
    }
    // An edit to what the opportunity says is no disagreement with it, floor or not.
    if (evidenceSays.filter(hubspot::canMean).isPresent()) {
      return agree(Reason.AGREED, evidenceSays.get());
    }
    Optional<Verdict> chosen = chosen();
    if (chosen.isPresent()) {
      return chosen.get();
    }
    Optional<Label> says = c.label(Side.HUBSPOT);
    if (says.isEmpty()) {
      boolean back = c.baseLabel().filter(wanted::equals).isPresent();
      return push(back ? Reason.REFILLED : Reason.CONVERTED, wanted);
    }
    boolean customer = says.equals(won);
    if (c.base().isEmpty()) {
      boolean lessFar = c.track().backward(wanted, says.get());
      return lessFar && !customer ? push(Reason.CONVERTED, wanted) : disagrees(wanted);
    }
    if (c.unmoved(Side.HUBSPOT)) {
      return push(Reason.CONVERTED, wanted);
    }
    boolean correct = conversion.hubspotDisagrees() == RefusedEdits.CORRECT;
    return correct && !customer ? push(Reason.CORRECTED, wanted) : disagrees(wanted);
  }

  private Verdict hubspotLeads() {
    Optional<Label> says = c.label(Side.HUBSPOT);
    if (says.isEmpty()) {
      return c.baseLabel()
          .map(b -> push(Reason.REFILLED, b))
          .orElseGet(
              () ->
                  Verdict.agreed(
                      Reason.BOTH_BLANK,
                      Optional.empty(),
                      "HubSpot is blank, and the file says nothing of " + opportunity() + "."));
    }
    Label to = says.get();
    if (c.base().isEmpty() || c.unmoved(Side.HUBSPOT)) {
      return agree(c.base().isEmpty() ? Reason.LED_BY_HUBSPOT : Reason.AGREED, to);
    }
    Candidate move = new Candidate(Reason.MOVED, Side.HUBSPOT, says, "");
    Optional<Verdict> refusal = refusal(move, to);
    if (refusal.isEmpty()) {
      return agree(Reason.LED_BY_HUBSPOT, to);
    }
    return refused(refusal.get());
  }

  /** What becomes of a move in HubSpot that a guard refuses. */
  static Verdict refused(TrackCase c, Conversion conversion, Verdict hold) {
    return Afterthoughts.on(c, new ConvertedStage(c, conversion).refused(hold));
  }

  private Verdict refused(Verdict hold) {
    if (c.label(Side.HUBSPOT).equals(won)) {
      return disagrees(c.baseLabel().orElseThrow());
    }
    return conversion.hubspotDisagrees() == RefusedEdits.CORRECT
        ? push(Reason.CORRECTED, c.baseLabel().orElseThrow())
        : hold;
  }

  /** What owner and transition say, and that HubSpot alone brings nobody to an opportunity. */
  private Optional<Verdict> refusal(Candidate move, Label to) {
    boolean needs = c.track().label(to).filter(LabelMapping::fromOpportunity).isPresent();
    Optional<Verdict> opportunity =
        needs
            ? Optional.of(
                Verdict.stop(
                    Reason.NEEDS_OPPORTUNITY,
                    Sentences.moved(c, move) + " Only an opportunity brings a person there.",
                    "Open an opportunity in Salesforce, or set HubSpot back. "
                        + Sentences.SET_BOTH))
            : Optional.empty();
    return OwnerGuard.refuses(c, move)
        .or(() -> opportunity)
        .or(
            () ->
                TransitionGuard.refusal(c, c.baseLabel(), to)
                    .map(
                        refused ->
                            Verdict.stop(
                                refused.reason(),
                                Sentences.moved(c, move) + " " + refused.why(),
                                "Set HubSpot back. " + Sentences.SET_BOTH)));
  }

  /** A person who takes HubSpot's side makes it the base, and nothing has to be written. */
  private Optional<Verdict> chosen() {
    return Choice.winner(c)
        .flatMap(
            side ->
                side == Side.HUBSPOT
                    ? c.label(Side.HUBSPOT).map(l -> agree(Reason.LED_BY_HUBSPOT, l))
                    : evidenceSays.or(c::baseLabel).map(l -> push(Reason.CHOSEN, l)));
  }

  private Verdict agree(Reason reason, Label label) {
    String why =
        reason == Reason.LED_BY_HUBSPOT
            ? "HubSpot leads since the conversion and says " + Sentences.said(c, Side.HUBSPOT) + "."
            : "HubSpot shows "
                + Sentences.shown(c, Side.HUBSPOT)
                + ", which can mean "
                + label
                + "; the lead is converted, and "
                + opportunity()
                + " asks for nothing else.";
    return Verdict.agreed(reason, Optional.of(label), why);
  }

  private Verdict push(Reason reason, Label label) {
    if (!c.track().direction().writes(Side.HUBSPOT)) {
      return Verdict.stop(
          Reason.ONE_WAY,
          said(label) + " The track never writes HubSpot.",
          "Set HubSpot to " + label + ", or change the track's direction.");
    }
    Acceptance accepted = Acceptance.of(c, Side.HUBSPOT, label);
    return accepted
        .refusal()
        .orElseGet(
            () ->
                Verdict.push(
                    reason,
                    Optional.of(label),
                    Map.of(Side.HUBSPOT, accepted.value()),
                    said(label) + " HubSpot is set to " + label + "."));
  }

  private Verdict disagrees(Label wanted) {
    return Verdict.stop(
        Reason.CONVERTED_DISAGREES,
        said(wanted),
        "Set HubSpot to "
            + wanted
            + ", or change the "
            + (c.pair().evidence() == Evidence.EXISTING_CUSTOMER_ACCOUNT
                ? "account"
                : "opportunity")
            + ". "
            + Sentences.SET_BOTH);
  }

  private String said(Label wanted) {
    return "The lead is converted and its person, with "
        + opportunity()
        + ", belongs to "
        + wanted
        + "; HubSpot says "
        + Sentences.said(c, Side.HUBSPOT)
        + ".";
  }

  private String opportunity() {
    return switch (c.pair().evidence()) {
      case WON -> "a won opportunity";
      case EXISTING_CUSTOMER_ACCOUNT -> "an account that is a customer already";
      case OPEN -> "an open opportunity";
      case LOST -> "a lost opportunity";
      case NONE -> "no opportunity";
      case UNREADABLE -> "an unreadable opportunity";
    };
  }
}
