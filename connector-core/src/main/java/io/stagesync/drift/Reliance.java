package io.stagesync.drift;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a track's mapping relies on, on one side.
 *
 * @param track the mapping of the track
 */
record Reliance(TrackMapping track, Side side) {

  /** The label that has a value among its words, whatever the record type. */
  Optional<Label> label(RawValue value) {
    return track.labels().stream()
        .filter(l -> lists(l).stream().anyMatch(words -> words.contains(value)))
        .map(LabelMapping::label)
        .findFirst();
  }

  /** Whether the file says what a value means, or that it means nothing. */
  boolean speaksOf(RawValue value) {
    return label(value).isPresent()
        || track.ignores(side, value)
        || track.changes().of(side, value).isPresent();
  }

  /** Whether a label could not be said any more without a value, of those that are accepted. */
  boolean leansOn(RawValue value, Predicate<RawValue> accepted) {
    return track.labels().stream()
        .flatMap(l -> lists(l).stream())
        .anyMatch(words -> words.contains(value) && words.stream().noneMatch(accepted));
  }

  /** Whether a label is read from whatever status Salesforce gave at conversion. */
  boolean readsConverted() {
    return track.labels().stream()
        .anyMatch(l -> l.words(side).kind() == Words.Kind.CONVERTED_STATUS);
  }

  boolean isWritten() {
    return track.direction().writes(side);
  }

  /** A label's words, and those that it has for each record type. */
  private List<List<RawValue>> lists(LabelMapping label) {
    return label.allWords(side).stream().map(Words::values).toList();
  }
}
