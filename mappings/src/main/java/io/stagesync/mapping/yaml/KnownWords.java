package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Changes;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words that a mapping knows, for whatever lead.
 *
 * @param converted the statuses that Salesforce flags as converted ones
 */
record KnownWords(Set<RawValue> converted) {

  /** Every word that means something on a side, did so before it changed, or is ignored there. */
  Set<RawValue> known(TrackMapping track, Side side) {
    var words = new LinkedHashSet<RawValue>();
    for (var label : track.labels()) {
      said(label, side).forEach(w -> words.addAll(w.values()));
    }
    track.changes().words().stream()
        .filter(change -> change.side() == side)
        .forEach(change -> words.add(change.was()));
    words.addAll(track.ignored().getOrDefault(side, Set.of()));
    if (track.field(side).map(FieldName::path).filter("Lead.Status"::equals).isPresent()) {
      words.addAll(converted);
    }
    return words;
  }

  /** Whether a label is said with a word on a side, by some lead at least. */
  boolean says(TrackMapping track, Side side, LabelMapping label, RawValue word) {
    var now = track.changes().of(side, word).map(Changes.OfWord::now).orElse(word);
    return says(track, side, label, now, 0);
  }

  private boolean says(
      TrackMapping track, Side side, LabelMapping label, RawValue word, int depth) {
    return depth <= track.labels().size()
        && said(label, side)
            .anyMatch(
                w ->
                    w.values().contains(word)
                        || w.kind() == Words.Kind.CONVERTED_STATUS && converted.contains(word)
                        || w.shares()
                            .flatMap(track::label)
                            .filter(l -> says(track, side, l, word, depth + 1))
                            .isPresent());
  }

  private static Stream<Words> said(LabelMapping label, Side side) {
    return Stream.concat(Stream.of(label.words()), label.variants().values().stream())
        .map(w -> w.getOrDefault(side, Words.none()));
  }
}
