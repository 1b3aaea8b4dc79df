package io.stagesync.app.dictionary;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;

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
          track.field(side).ifPresent(field -> all.add(field(track, field)));
        }
      }
    }
    mapping.conversion().ifPresent(c -> all.add(converted(c.track())));
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

  private Phrase field(TrackMapping track, FieldName field) {
    var other = track.field(field.side().other());
    var said = Phrase.NONE.word(field.path());
    said =
        other
            .map(o -> Phrase.NONE.word(field.path()).and(" follows ").word(o.path()))
            .orElse(said)
            .and(other.isPresent() ? ": somebody changed that one" : " changes by itself");
    var rules = rules(track);
    if (!rules.isEmpty()) {
      said = said.and(other.isPresent() ? ", or " : ": ").then(rules);
    }
    said = said.and(".");
    if (other.isPresent() && track.refusedEdits() == RefusedEdits.CORRECT) {
      said = said.and(" A move that is not allowed is set back.");
    }
    return other.isPresent() && track.clears() == Clears.REFILL
        ? said.and(" A value that was cleared comes back.")
        : said;
  }

  private Phrase rules(TrackMapping track) {
    var said = Phrase.NONE;
    for (Rule rule : mapping.rules()) {
      var target = rule.then().get(track.track());
      if (target != null) {
        said =
            said.and(said.isEmpty() ? "" : ", or ")
                .name(rule.when())
                .and(" became ")
                .name(rule.enters())
                .and(", which leads to ")
                .name(target);
      }
    }
    return said;
  }

  private static Phrase converted(Track track) {
    return Phrase.of("The lead was converted: from then on ")
        .name(track)
        .and(" is what the opportunity says, and the lead itself is not written any more.");
  }
}
