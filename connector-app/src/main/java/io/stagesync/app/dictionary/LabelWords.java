package io.stagesync.app.dictionary;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Side;
import java.util.Map;

/** How one side says the labels of a track. */
record LabelWords(TrackMapping track, Side side) {

  Phrase said(LabelMapping label) {
    var said = said(label.words(side));
    for (var variant :
        label.variants().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
      var words = variant.getValue().get(side);
      if (words != null) {
        said = said.and("; for ").name(variant.getKey()).and(" ").then(said(words));
      }
    }
    return said;
  }

  private Phrase said(Words words) {
    return switch (words.kind()) {
      case OWN -> own(words);
      case SHARES -> Phrase.of("as ").names(words.shares().stream().toList());
      case CONVERTED_STATUS -> Phrase.of("any converted status; read, never written");
      case NONE -> Phrase.of("no word");
    };
  }

  private Phrase own(Words words) {
    var first = Phrase.NONE.word(words.values().get(0));
    var others = words.values().subList(1, words.values().size());
    if (others.isEmpty()) {
      return first;
    }
    return track.direction().writes(side)
        ? first.and(" (written), ").words(others)
        : first.and(", ").words(others);
  }
}
