package io.stagesync.app.dictionary;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;

/** Words that mean several labels, labels that have none, and words that mean nothing. */
record SharedWords(TrackMapping track) {

  List<Phrase> all() {
    var all = new ArrayList<Phrase>();
    for (var side : Side.values()) {
      if (track.field(side).isPresent()) {
        shared(side, all);
        wordless(side, all);
        ignored(side, all);
      }
    }
    return all;
  }

  private void shared(Side side, List<Phrase> all) {
    for (var lender : track.labels()) {
      var borrowers = saying(side, Words.Kind.SHARES, lender.label());
      if (!borrowers.isEmpty()) {
        all.add(
            Phrase.of(side.displayName() + " says ")
                .names(borrowers)
                .and(" with the words of ")
                .name(lender.label())
                .and("; which of them a person is at, the other side says."));
      }
    }
  }

  private void wordless(Side side, List<Phrase> all) {
    var labels =
        track.labels().stream()
            .filter(label -> kind(label, side) == Words.Kind.NONE)
            .map(LabelMapping::label)
            .toList();
    if (!labels.isEmpty()) {
      all.add(
          Phrase.of(side.displayName() + " has no word for ")
              .names(labels)
              .and(": a blank there is right, and stays."));
    }
  }

  private void ignored(Side side, List<Phrase> all) {
    var words = track.ignored().get(side);
    if (words != null && !words.isEmpty()) {
      all.add(
          Phrase.NONE
              .words(words.stream().sorted().toList())
              .and(" in " + side.displayName())
              .and(words.size() == 1 ? " means" : " mean")
              .and(" nothing here: seen, and left alone."));
    }
  }

  private List<Label> saying(Side side, Words.Kind kind, Label shared) {
    return track.labels().stream()
        .filter(label -> kind(label, side) == kind)
        .filter(
            label ->
                label
                    .words()
                    .getOrDefault(side, Words.none())
                    .shares()
                    .filter(shared::equals)
                    .isPresent())
        .map(LabelMapping::label)
        .toList();
  }

  private static Words.Kind kind(LabelMapping label, Side side) {
    return label.words(side).kind();
  }
}
