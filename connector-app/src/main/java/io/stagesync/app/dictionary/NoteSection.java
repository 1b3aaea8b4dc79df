package io.stagesync.app.dictionary;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A note to be sent to whoever asks why a field changed; it says what can happen in this file. */
record NoteSection(Mapping mapping) {

  void on(Sheet sheet) {
    sheet.say(Phrase.of("To be sent as it stands to whoever asks. Nobody has to know this page."));
    sheet.say(
        Phrase.of(
            "You saw a field change that you did not touch. It is kept the same in Salesforce and in"
                + " HubSpot by StageSync, which writes under a user of its own. This is what can"
                + " have happened:"));
    var all = new ArrayList<Phrase>();
    for (var track : mapping.tracks()) {
      for (var side : Side.values()) {
        if (track.direction().writes(side)) {
          track.field(side).flatMap(field -> field(track, field)).ifPresent(all::add);
        }
      }
    }
    mapping.conversion().ifPresent(c -> all.add(converted(c.track())));
    if (all.isEmpty()) {
      all.add(Phrase.of("Nothing by StageSync: as things stand, it writes no field."));
    }
    sheet.list(List.copyOf(all));
    sheet.say(Phrase.of("What you can do:"));
    sheet.list(
        List.of(
            Phrase.of(
                "It is wrong: set it right, on either side where both may. It is passed on within"
                    + " minutes, and both values stay in the record of what happened."),
            Phrase.of(
                "It changes back again: do not set it a third time. Something else writes it, too;"
                    + " whoever keeps StageSync can see what."),
            Phrase.of("You want to know who it was: ask for what ")
                .word("stagesync explain")
                .and(" says of the person. It names each change, who made it, when, and why.")));
  }

  /** What can have happened to a field; empty where StageSync never writes it. */
  private Optional<Phrase> field(TrackMapping track, FieldName field) {
    var other = track.field(field.side().other());
    var causes = new ArrayList<>(new Causes(mapping, track, field).all());
    other.ifPresent(o -> causes.add(0, Phrase.of("somebody changed that one")));
    if (causes.isEmpty()) {
      return Optional.empty();
    }
    var said = Phrase.NONE.word(field.path());
    said =
        other
            .map(o -> Phrase.NONE.word(field.path()).and(" follows ").word(o.path()))
            .orElse(said.and(" changes by itself"));
    for (int i = 0; i < causes.size(); i++) {
      said = said.and(i == 0 ? ": " : ", or ").then(causes.get(i));
    }
    said = said.and(".");
    if (other.isPresent() && track.refusedEdits() == RefusedEdits.CORRECT) {
      said = said.and(" A move that is not allowed is set back.");
    }
    return Optional.of(
        other.isPresent() && track.clears() == Clears.REFILL
            ? said.and(" A value that was cleared comes back.")
            : said);
  }

  private static Phrase converted(Track track) {
    return Phrase.of("The lead was converted: from then on ")
        .name(track)
        .and(" is what the opportunity says, and the lead itself is not written any more.");
  }
}
