package io.stagesync.proof;

import static io.stagesync.mapping.DiagnosticId.CONVERTED_STATUS_FIELD;
import static io.stagesync.mapping.DiagnosticId.FIELD_TWICE;
import static io.stagesync.mapping.DiagnosticId.IGNORED_AND_MAPPED;
import static io.stagesync.mapping.DiagnosticId.MISSING_WORD;
import static io.stagesync.mapping.DiagnosticId.NO_WORD;
import static io.stagesync.mapping.DiagnosticId.SHARES_NOTHING;
import static io.stagesync.mapping.DiagnosticId.UNKNOWN_LABEL;
import static io.stagesync.mapping.DiagnosticId.VALUE_TWICE;
import static io.stagesync.mapping.DiagnosticId.WORD_WITHOUT_FIELD;

import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WordsDraft;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words that mean two things, or none. */
final class WordHarms {
  private WordHarms() {}

  static final List<Harm> ALL =
      List.of(
          new Harm(MISSING_WORD, said(Said.MISSING)),
          new Harm(NO_WORD, WordHarms::noWord),
          new Harm(VALUE_TWICE, WordHarms::twoLabels),
          new Harm(VALUE_TWICE, WordHarms::ofTheRecordType),
          new Harm(VALUE_TWICE, WordHarms::twiceInOne),
          new Harm(VALUE_TWICE, WordHarms::twoConverted),
          new Harm(IGNORED_AND_MAPPED, WordHarms::ignored),
          new Harm(SHARES_NOTHING, WordHarms::sharesNothing),
          new Harm(SHARES_NOTHING, WordHarms::sharesItself),
          new Harm(UNKNOWN_LABEL, WordHarms::sharesNobody),
          new Harm(CONVERTED_STATUS_FIELD, WordHarms::convertedElsewhere),
          new Harm(WORD_WITHOUT_FIELD, WordHarms::wordWithoutField),
          new Harm(FIELD_TWICE, WordHarms::fieldTwice));

  /** A label of a track, as a side says it. */
  private record Place(TrackDraft track, Side side, LabelDraft label) {
    boolean is(Said said) {
      return label.on(side).is(said);
    }

    void say(WordsDraft words) {
      label.words.put(side, words);
    }

    List<LabelDraft> others() {
      return track.labels.stream().filter(l -> l != label).toList();
    }

    boolean lends() {
      return others().stream()
          .map(l -> l.on(side))
          .anyMatch(w -> w.is(Said.SHARES) && w.lender().equals(label.name));
    }
  }

  private static Stream<Place> places(Draft draft) {
    return draft.tracks.stream()
        .flatMap(
            t ->
                t.fields.keySet().stream()
                    .flatMap(s -> t.labels.stream().map(l -> new Place(t, s, l))));
  }

  private static List<Place> own(Draft draft) {
    return places(draft).filter(p -> p.is(Said.OWN)).toList();
  }

  private static Harm.Doing said(Said said) {
    return (draft, dice) ->
        Harm.change(
            dice.maybe(own(draft).stream().filter(p -> !p.lends()).toList()),
            p -> p.say(WordsDraft.of(said)));
  }

  private static boolean noWord(Draft draft, Dice dice) {
    Optional<Place> place =
        dice.maybe(
            own(draft).stream()
                .filter(p -> !p.lends() && p.label.partner.isEmpty())
                .filter(
                    p ->
                        !p.track.has(p.side.other())
                            || !new Place(p.track, p.side.other(), p.label).lends())
                .toList());
    return Harm.change(
        place, p -> List.of(Side.values()).forEach(s -> p.label.words.put(s, none())));
  }

  private static WordsDraft none() {
    return WordsDraft.of(Said.NONE);
  }

  private static boolean twoLabels(Draft draft, Dice dice) {
    return Harm.change(
        dice.maybe(own(draft)),
        p ->
            dice.maybe(p.others().stream().filter(l -> l.on(p.side).is(Said.OWN)).toList())
                .ifPresent(l -> addWord(p, dice.any(l.on(p.side).words()))));
  }

  private static void addWord(Place place, String word) {
    List<String> words = new ArrayList<>(place.label.on(place.side).words());
    words.add(word);
    place.say(WordsDraft.own(words));
  }

  private static boolean twiceInOne(Draft draft, Dice dice) {
    return Harm.change(
        dice.maybe(own(draft)), p -> addWord(p, dice.any(p.label.on(p.side).words())));
  }

  private static boolean ofTheRecordType(Draft draft, Dice dice) {
    List<Place> typed = own(draft).stream().filter(p -> p.side == Side.SALESFORCE).toList();
    return Harm.change(
        dice.maybe(typed),
        p ->
            dice.maybe(p.others().stream().filter(l -> l.on(p.side).is(Said.OWN)).toList())
                .ifPresent(l -> p.label.partner = List.of(dice.any(l.on(p.side).words()))));
  }

  private static boolean twoConverted(Draft draft, Dice dice) {
    List<Place> places =
        places(draft)
            .filter(p -> World.isStatus(p.track, p.side) && p.label.partner.isEmpty())
            .filter(p -> p.is(Said.OWN) && !p.lends() && p.track.has(Side.HUBSPOT))
            .toList();
    if (places.size() < 2) {
      return false;
    }
    places.stream().limit(2).forEach(p -> p.say(WordsDraft.of(Said.CONVERTED)));
    return true;
  }

  private static boolean ignored(Draft draft, Dice dice) {
    return Harm.change(
        dice.maybe(own(draft)),
        p -> {
          List<String> words = new ArrayList<>(p.track.ignored.getOrDefault(p.side, List.of()));
          words.add(p.label.on(p.side).words().get(0));
          p.track.ignored.put(p.side, words);
        });
  }

  private static boolean sharesNothing(Draft draft, Dice dice) {
    List<Place> places =
        own(draft).stream()
            .filter(p -> p.others().stream().anyMatch(l -> l.on(p.side).is(Said.NONE)))
            .toList();
    return Harm.change(
        dice.maybe(places),
        p ->
            p.others().stream()
                .filter(l -> l.on(p.side).is(Said.NONE))
                .findFirst()
                .ifPresent(l -> p.say(WordsDraft.sharing(l.name))));
  }

  private static boolean sharesItself(Draft draft, Dice dice) {
    return Harm.change(dice.maybe(own(draft)), p -> p.say(WordsDraft.sharing(p.label.name)));
  }

  private static boolean sharesNobody(Draft draft, Dice dice) {
    return Harm.change(dice.maybe(own(draft)), p -> p.say(WordsDraft.sharing("nobody")));
  }

  private static boolean convertedElsewhere(Draft draft, Dice dice) {
    return Harm.change(
        dice.maybe(own(draft).stream().filter(p -> !World.isStatus(p.track, p.side)).toList()),
        p -> p.say(WordsDraft.of(Said.CONVERTED)));
  }

  private static boolean wordWithoutField(Draft draft, Dice dice) {
    List<TrackDraft> lone = draft.tracks.stream().filter(TrackDraft::lone).toList();
    return Harm.change(
        dice.maybe(lone),
        t ->
            List.of(Side.values())
                .forEach(
                    s -> {
                      if (!t.has(s)) {
                        dice.any(t.labels).words.put(s, WordsDraft.own(List.of("W")));
                      }
                    }));
  }

  private static boolean fieldTwice(Draft draft, Dice dice) {
    for (TrackDraft track : draft.tracks.stream().skip(1).toList()) {
      TrackDraft first = draft.tracks.get(0);
      for (Side side : first.fields.keySet()) {
        boolean converted = track.labels.stream().anyMatch(l -> l.on(side).is(Said.CONVERTED));
        if (track.has(side) && !converted) {
          track.fields.put(side, first.fields.getOrDefault(side, ""));
          return true;
        }
      }
    }
    return false;
  }
}
