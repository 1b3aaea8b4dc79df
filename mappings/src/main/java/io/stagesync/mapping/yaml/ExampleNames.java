package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Nearest;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the names in a test stand for; reports those that stand for nothing.
 *
 * @param draft the mapping that the test is about
 * @param json whether everything stands in quotes, so that quotes say nothing
 * @param converted the statuses that Salesforce flags as converted ones in this test
 */
record ExampleNames(Draft draft, boolean json, Set<RawValue> converted) {

  Mapping mapping() {
    return draft.mapping();
  }

  Problems problems() {
    return draft.problems();
  }

  private KnownWords words() {
    return new KnownWords(converted);
  }

  Scalars scalars() {
    return new Scalars(problems());
  }

  /** Whether it is a word that the language gives a meaning of its own. */
  boolean keyword(Site site, String word) {
    return json ? site.isScalar() && site.text().equals(word) : site.isKeyword(word);
  }

  /** The same where nothing but such a word can stand, so that quotes say nothing either. */
  boolean says(Site site, String word) {
    return site.isScalar() && site.text().equals(word);
  }

  /**
   * The track that a key names.
   *
   * @param beside keys that could stand there, too
   */
  Optional<TrackMapping> track(Site entry, List<String> beside) {
    var name = entry.name();
    var found = name.isBlank() ? Optional.<TrackMapping>empty() : mapping().find(new Track(name));
    boolean unread = draft.sites().top().at("tracks").has(name) || mapping().tracks().isEmpty();
    if (found.isEmpty() && !unread) {
      var tracks = mapping().tracks().stream().map(t -> t.track().name());
      var names = Nearest.of(Stream.concat(tracks, beside.stream()).toList());
      problems()
          .at(
              entry.keyPlace(),
              DiagnosticId.UNKNOWN_TRACK,
              "there is no track `" + name + "`",
              beside.contains(name)
                  ? "write it beneath the name of a track"
                  : names.advice(name, "known here: " + names.list()));
    }
    return found;
  }

  /** The label that a value names. */
  Optional<Label> label(Site site, TrackMapping track) {
    return scalars()
        .word(site)
        .flatMap(name -> draft.label(site, track, new Label(name)))
        .map(LabelMapping::label);
  }

  /** Whether the track has a field there; its absence is reported. */
  boolean hasField(Site site, TrackMapping track, Side side) {
    boolean has = track.field(side).isPresent();
    if (draft.hasNoField(track, side)) {
      draft.senseless(
          site,
          DiagnosticId.WORD_WITHOUT_FIELD,
          "the track `" + track.track() + "` has no field in " + side.displayName(),
          "delete it");
    }
    return has;
  }

  /** Whether a word means anything on a side, or is listed as ignored there. */
  boolean known(TrackMapping track, Side side, RawValue word) {
    return words().known(track, side).contains(word);
  }

  /**
   * Whether a bare word is a raw value rather than the name of a label; reports one that is
   * neither.
   *
   * @param otherwise what to write in its place where no name is near; blank: one of the names
   */
  Optional<Boolean> isWord(Site site, TrackMapping track, Side side, String otherwise) {
    var text = site.text();
    var word = new RawValue(text);
    boolean isWord = known(track, side, word);
    var label = track.label(new Label(text));
    if (isWord && label.filter(l -> !words().says(track, side, l, word)).isPresent()) {
      draft.senseless(
          site,
          DiagnosticId.AMBIGUOUS_WORD,
          "`"
              + text
              + "` is a label and in "
              + side.displayName()
              + " also the word of another label",
          "write `{ word: " + text + " }` or `{ label: " + text + " }`");
      return Optional.empty();
    }
    if (!isWord && label.isEmpty()) {
      unknown(site, track, side, otherwise);
      return Optional.empty();
    }
    return Optional.of(isWord);
  }

  private void unknown(Site site, TrackMapping track, Side side, String otherwise) {
    if (!draft.wordsReadable(track, side)) {
      return;
    }
    var names =
        Nearest.of(
            Stream.concat(
                    words().known(track, side).stream().map(RawValue::text),
                    track.labels().stream().map(l -> l.label().name()))
                .distinct()
                .toList());
    draft.senseless(
        site,
        DiagnosticId.UNKNOWN_WORD,
        "`"
            + site.text()
            + "` is no label of `"
            + track.track()
            + "` and no word that it knows in "
            + side.displayName(),
        track
            .called(site.text())
            .map(meant -> "people call `" + meant + "` so; write `" + meant + "`")
            .orElseGet(
                () ->
                    names.advice(
                        site.text(),
                        otherwise.isBlank() ? "known here: " + names.list() : otherwise)));
  }
}
