package io.stagesync.proof;

import static io.stagesync.proof.PolicyWitness.tracks;
import static io.stagesync.proof.Witness.seen;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Witness.Kind;
import io.stagesync.proof.Witness.Look;
import io.stagesync.proof.Witness.Seen;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is wrong with opportunities that speak and are not heard. */
final class ConversionWitness {
  private ConversionWitness() {}

  static void add(Map<DiagnosticId, Look> looks) {
    looks.put(DiagnosticId.CONVERSION_TRACK, ConversionWitness::conversionNotWritten);
    looks.put(DiagnosticId.CONVERSION_NO_WORD, ConversionWitness::conversionWithoutWord);
    looks.put(DiagnosticId.FROM_OPPORTUNITY, ConversionWitness::neverSaid);
  }

  private static Optional<Seen> conversionNotWritten(Supplier<Draft> draft) {
    return spoken(
        draft,
        t ->
            seen(
                Kind.NEVER,
                new EveryState(draft.get(), t.name)
                    .never(
                        (state, decided) ->
                            decided.reason() == Reason.CONVERTED && decided.writes(Side.HUBSPOT)),
                "no opportunity is ever written to HubSpot"));
  }

  private static Optional<Seen> spoken(
      Supplier<Draft> draft, Function<TrackDraft, Optional<Seen>> look) {
    return draft.get().conversion.flatMap(c -> look.apply(draft.get().track(c.track())));
  }

  private static Optional<Seen> conversionWithoutWord(Supplier<Draft> draft) {
    return spoken(
        draft,
        t ->
            draft.get().conversion.orElseThrow().labels().values().stream()
                .filter(l -> !speaks(t.label(l)))
                .flatMap(
                    l ->
                        seen(
                            Kind.NEVER,
                            new EveryState(draft.get(), t.name)
                                .never(
                                    (state, decided) ->
                                        decided.writes(Side.HUBSPOT)
                                            && decided.to().equals(Optional.of(new Label(l)))),
                            l + " is never written in HubSpot")
                            .stream())
                .findFirst());
  }

  private static boolean speaks(LabelDraft label) {
    return label.on(Side.HUBSPOT).is(Said.OWN) || label.on(Side.HUBSPOT).is(Said.SHARES);
  }

  /** No opportunity ever says the label that is to come from it. */
  private static Optional<Seen> neverSaid(Supplier<Draft> draft) {
    return tracks(
        draft,
        t ->
            t.labels.stream()
                .filter(l -> l.fromOpportunity)
                .flatMap(
                    l ->
                        seen(
                            Kind.NEVER,
                            new EveryState(draft.get(), t.name)
                                .never(
                                    (state, decided) ->
                                        decided.reason() == Reason.CONVERTED
                                            && decided.to().equals(Optional.of(new Label(l.name)))),
                            "no opportunity ever says " + l.name)
                            .stream())
                .findFirst());
  }
}
