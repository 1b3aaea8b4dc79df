package io.stagesync.app.dictionary;

import io.stagesync.mapping.Changes;
import io.stagesync.mapping.TrackMapping;
import java.util.ArrayList;
import java.util.List;

/** What became of labels and words that people may still remember. */
record FormerWords(TrackMapping track) {

  List<Phrase> all() {
    var all = new ArrayList<Phrase>();
    track.changes().labels().forEach(change -> all.add(label(change)));
    track.changes().words().forEach(change -> all.add(word(change)));
    return all;
  }

  private static Phrase label(Changes.OfLabel change) {
    var was = Phrase.named(change.was());
    if (change.retired()) {
      return because(was.and(" is no label any more"), change.because());
    }
    return because(
        change.only().isPresent()
            ? was.and(" became ").name(change.now().get(0))
            : was.and(" was split into ")
                .names(change.now())
                .and(", by the words that each record shows"),
        change.because());
  }

  private static Phrase word(Changes.OfWord change) {
    return because(
        Phrase.of(change.side().displayName() + "'s ")
            .word(change.was())
            .and(" became ")
            .word(change.now())
            .and(" and is still read as it"),
        change.because());
  }

  private static Phrase because(Phrase said, String reason) {
    return reason.isBlank()
        ? said.and(".")
        : said.and(": ").and(reason.strip().replaceFirst("\\.$", "")).and(".");
  }
}
