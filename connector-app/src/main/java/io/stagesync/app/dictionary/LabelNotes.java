package io.stagesync.app.dictionary;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.SideEffects;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What comes with a label besides its word. */
record LabelNotes(TrackMapping track) {

  List<Phrase> all() {
    var notes = new ArrayList<Phrase>();
    for (LabelMapping label : track.labels()) {
      label.requires().ifPresent(companion -> notes.add(requires(label, companion)));
      criteria(label.criteria().entry(), label.label(), " is entered only while ", notes);
      criteria(label.criteria().exit(), label.label(), " is left only while ", notes);
      if (!label.counting().inPipeline()) {
        notes.add(Phrase.named(label.label()).and(" is counted apart from the pipeline."));
      }
      if (!label.guide().onIntroduce().isBlank()) {
        notes.add(
            Phrase.of("When ")
                .name(label.label())
                .and(" was introduced: ")
                .and(label.guide().onIntroduce()));
      }
      label.counting().sideEffects().ifPresent(effects -> notes.add(cap(label.label(), effects)));
    }
    return notes;
  }

  private static void criteria(
      Map<Track, List<Label>> criteria, Label label, String when, List<Phrase> notes) {
    if (criteria.isEmpty()) {
      return;
    }
    var said = Phrase.named(label).and(when);
    int left = criteria.size();
    for (var track : criteria.keySet().stream().sorted().toList()) {
      var labels = criteria.getOrDefault(track, List.of());
      said = said.name(track).and(labels.size() > 1 ? " is one of " : " is ").names(labels);
      left--;
      said = said.and(left > 0 ? " and " : "; any other move is refused.");
    }
    notes.add(said);
  }

  private static Phrase requires(LabelMapping label, Track companion) {
    var said =
        Phrase.named(label.label()).and(" needs a value in ").name(companion).and(" beside it; ");
    return label
        .companionDefault()
        .map(value -> said.and("where neither side has one, ").name(value).and(" is supplied."))
        .orElse(said.and("without one on either side nothing is written."));
  }

  private static Phrase cap(Label label, SideEffects effects) {
    var where = effects.in().map(side -> " in " + side.displayName()).orElse("");
    var most =
        effects.cap() == 0
            ? "Nobody is brought there without a person's approval."
            : String.format(
                "One run brings at most %,d people there without a person's approval.",
                effects.cap());
    return Phrase.named(label)
        .and(" sets something off" + where + ": ")
        .and(effects.because().strip().replaceFirst("\\.$", ""))
        .and(". " + most);
  }
}
