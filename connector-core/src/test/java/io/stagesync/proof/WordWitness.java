package io.stagesync.proof;

import static io.stagesync.proof.Witness.changed;
import static io.stagesync.proof.Witness.noEffect;
import static io.stagesync.proof.Witness.seen;
import static io.stagesync.proof.Witness.twoReadings;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WordsDraft;
import io.stagesync.proof.Witness.Kind;
import io.stagesync.proof.Witness.Look;
import io.stagesync.proof.Witness.Seen;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is wrong with words that mean two things, or none. */
final class WordWitness {
  private WordWitness() {}

  static void add(Map<DiagnosticId, Look> looks) {
    looks.put(DiagnosticId.MISSING_WORD, WordWitness::missing);
    looks.put(DiagnosticId.NO_WORD, WordWitness::noWord);
    looks.put(DiagnosticId.VALUE_TWICE, WordWitness::twice);
    looks.put(DiagnosticId.IGNORED_AND_MAPPED, WordWitness::ignored);
    looks.put(DiagnosticId.SHARES_NOTHING, draft -> unsaid(draft, Said.SHARES));
    looks.put(DiagnosticId.CONVERTED_STATUS_FIELD, draft -> unsaid(draft, Said.CONVERTED));
    looks.put(DiagnosticId.WORD_WITHOUT_FIELD, WordWitness::withoutField);
    looks.put(DiagnosticId.FIELD_TWICE, WordWitness::fieldTwice);
  }

  /** One label on one side. */
  private record Place(String track, Side side, String label) {
    LabelDraft in(Draft draft) {
      return draft.track(track).label(label);
    }

    WordsDraft words(Draft draft) {
      return in(draft).on(side);
    }

    Draft saying(Supplier<Draft> draft, WordsDraft words) {
      return changed(draft, d -> in(d).words.put(side, words));
    }
  }

  private static Stream<Place> places(Draft draft) {
    return draft.tracks.stream()
        .flatMap(
            t ->
                Stream.of(Side.values())
                    .flatMap(s -> t.labels.stream().map(l -> new Place(t.name, s, l.name))));
  }

  private static <T> Optional<Seen> firstOf(
      Stream<T> some, java.util.function.Function<T, Optional<Seen>> look) {
    return some.flatMap(one -> look.apply(one).stream()).findFirst();
  }

  /** Nothing said: no word, so that a blank means it, or a word that was forgotten. */
  private static Optional<Seen> missing(Supplier<Draft> draft) {
    return firstOf(
        places(draft.get()).filter(p -> p.words(draft.get()).is(Said.MISSING)),
        p ->
            twoReadings(
                p.saying(draft, WordsDraft.of(Said.NONE)),
                p.saying(draft, WordsDraft.own(List.of("Forgotten"))),
                p.track));
  }

  /** Whatever both sides show, nobody is brought to a label that no side can say. */
  private static Optional<Seen> noWord(Supplier<Draft> draft) {
    return firstOf(
        draft.get().tracks.stream(),
        t ->
            firstOf(
                t.labels.stream().filter(l -> wordless(t, l)),
                l -> {
                  Label label = new Label(l.name);
                  return seen(
                      Kind.NEVER,
                      new EveryState(draft.get(), t.name)
                          .never(
                              (state, decided) ->
                                  !decided.writes().isEmpty()
                                      && decided.to().equals(Optional.of(label))),
                      "nothing is ever written for " + l.name);
                }));
  }

  private static boolean wordless(TrackDraft track, LabelDraft label) {
    return track.fields.keySet().stream().allMatch(s -> label.on(s).is(Said.NONE));
  }

  /** A word of two labels means the one, or the other. */
  private static Optional<Seen> twice(Supplier<Draft> draft) {
    List<Place> all = places(draft.get()).toList();
    return firstOf(
        all.stream(),
        one ->
            firstOf(
                all.stream().filter(p -> p.track.equals(one.track) && p.side == one.side),
                other -> twice(draft, one, other)));
  }

  private static Optional<Seen> twice(Supplier<Draft> draft, Place one, Place other) {
    Draft read = draft.get();
    boolean converted = one.words(read).is(Said.CONVERTED) && other.words(read).is(Said.CONVERTED);
    if (converted && !one.equals(other)) {
      return twoReadings(
          one.saying(draft, WordsDraft.of(Said.NONE)),
          other.saying(draft, WordsDraft.of(Said.NONE)),
          one.track);
    }
    List<String> mine = all(read, one);
    if (one.equals(other)) {
      boolean repeated = mine.stream().distinct().count() < mine.size();
      Draft once =
          changed(
              draft,
              d ->
                  one.in(d)
                      .words
                      .put(
                          one.side,
                          WordsDraft.own(one.words(d).words().stream().distinct().toList())));
      return repeated && one.words(read).is(Said.OWN)
          ? noEffect(once, draft.get(), one.track)
          : Optional.empty();
    }
    List<String> both = mine.stream().filter(all(read, other)::contains).toList();
    return both.isEmpty()
        ? Optional.empty()
        : twoReadings(
            changed(draft, d -> without(one, d, both)),
            changed(draft, d -> without(other, d, both)),
            one.track);
  }

  private static List<String> all(Draft draft, Place place) {
    List<String> words = new ArrayList<>(place.words(draft).words());
    if (place.side == Side.SALESFORCE) {
      words.addAll(place.in(draft).partner);
    }
    return words;
  }

  private static void without(Place place, Draft draft, List<String> words) {
    LabelDraft label = place.in(draft);
    if (place.words(draft).is(Said.OWN)) {
      List<String> left =
          place.words(draft).words().stream().filter(w -> !words.contains(w)).toList();
      label.words.put(place.side, left.isEmpty() ? WordsDraft.of(Said.NONE) : WordsDraft.own(left));
    }
    if (place.side == Side.SALESFORCE) {
      label.partner = label.partner.stream().filter(w -> !words.contains(w)).toList();
    }
  }

  /** A word that is written and ignored when it is read back. */
  private static Optional<Seen> ignored(Supplier<Draft> draft) {
    Optional<Seen> law =
        seen(
            Kind.LAW,
            Proof.of(DraftMapping.of(draft.get()))
                .counterexample()
                .filter(broken -> broken.law() == Law.ROUND_TRIP)
                .map(Counterexample::told));
    return law.or(
        () ->
            firstOf(
                places(draft.get()),
                p -> {
                  List<String> words =
                      all(draft.get(), p).stream()
                          .filter(ignored(draft.get(), p)::contains)
                          .toList();
                  return words.isEmpty()
                      ? Optional.empty()
                      : twoReadings(
                          changed(draft, d -> without(p, d, words)),
                          changed(draft, d -> read(p, d, words)),
                          p.track);
                }));
  }

  private static List<String> ignored(Draft draft, Place place) {
    return draft.track(place.track).ignored.getOrDefault(place.side, List.of());
  }

  private static void read(Place place, Draft draft, List<String> words) {
    draft
        .track(place.track)
        .ignored
        .put(place.side, ignored(draft, place).stream().filter(w -> !words.contains(w)).toList());
  }

  /** What is said to be said there is neither read nor written there. */
  private static Optional<Seen> unsaid(Supplier<Draft> draft, Said said) {
    Draft read = draft.get();
    return firstOf(
        places(read)
            .filter(p -> p.words(read).is(said))
            .filter(p -> !(said == Said.CONVERTED && World.isStatus(read.track(p.track), p.side))),
        p ->
            seen(
                Kind.NEVER,
                new EveryState(read, p.track).said(p.side, new Label(p.label)).isEmpty(),
                "no value of " + p.side + " is read as " + p.label + " or written for it"));
  }

  private static Optional<Seen> withoutField(Supplier<Draft> draft) {
    return firstOf(
        places(draft.get())
            .filter(p -> !draft.get().track(p.track).has(p.side))
            .filter(p -> !p.words(draft.get()).is(Said.NONE)),
        p -> noEffect(p.saying(draft, WordsDraft.of(Said.NONE)), draft.get(), p.track));
  }

  /** One field holds one word, so two tracks cannot both stand where they were agreed. */
  private static Optional<Seen> fieldTwice(Supplier<Draft> draft) {
    Draft read = draft.get();
    return firstOf(
        places(read),
        one ->
            firstOf(
                places(read)
                    .filter(other -> !other.track.equals(one.track) && other.side == one.side)
                    .filter(other -> shared(read, one, other)),
                other ->
                    seen(
                        Kind.NEVER,
                        one.words(read).is(Said.OWN)
                            && other.words(read).is(Said.OWN)
                            && all(read, one).stream().noneMatch(all(read, other)::contains),
                        "no value of the field means "
                            + one.label
                            + " in "
                            + one.track
                            + " and "
                            + other.label
                            + " in "
                            + other.track)));
  }

  private static boolean shared(Draft draft, Place one, Place other) {
    String field = draft.track(one.track).fields.getOrDefault(one.side, "");
    return !field.isEmpty() && field.equals(draft.track(other.track).fields.get(one.side));
  }
}
