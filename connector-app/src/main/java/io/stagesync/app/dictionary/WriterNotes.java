package io.stagesync.app.dictionary;

import io.stagesync.mapping.Hands;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who may change the fields of a track, where the file says it. */
record WriterNotes(Mapping mapping, TrackMapping track) {

  List<Phrase> all() {
    var notes = new ArrayList<Phrase>();
    for (var side : Side.values()) {
      mapping
          .hands()
          .of(track.track())
          .filter(writers -> writers.allowed().containsKey(side))
          .ifPresent(writers -> notes.add(said(side, writers)));
    }
    return notes;
  }

  private Phrase said(Side side, Hands.Writers writers) {
    var said = Phrase.of("In " + side.displayName() + " these may change it: ");
    var ids = writers.allowed().getOrDefault(side, Set.of()).stream().sorted().toList();
    for (int i = 0; i < ids.size(); i++) {
      said = said.and(i == 0 ? "" : ", ").word(mapping.hands().said(side, ids.get(i)));
    }
    return said.and(". A change by anybody else is reported, and not reverted.");
  }

  /** Flows, workflows and integrations that are known to write. */
  static Phrase external(Hands.External external) {
    var said = Phrase.named(external.name()).and(" writes by itself");
    for (var side : Side.values()) {
      var ids = external.ids().getOrDefault(side, Set.of()).stream().sorted().toList();
      if (!ids.isEmpty()) {
        said = said.and(", in " + side.displayName() + " as ").words(ids);
      }
    }
    var means = external.means().strip();
    return means.isEmpty() ? said.and(".") : said.and(": " + means);
  }
}
