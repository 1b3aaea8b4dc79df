package io.stagesync.app.dictionary;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.Direction;
import io.stagesync.mapping.TrackMapping;
import java.util.ArrayList;
import java.util.List;

/** What happens in one track when the two sides do not agree. */
record Disagreements(TrackMapping track) {

  List<Phrase> all() {
    if (track.fields().size() < 2) {
      return List.of(Phrase.of("They cannot: one side alone has the field."));
    }
    var all = new ArrayList<Phrase>();
    all.add(Phrase.of("One side moved: the other follows, if the move is allowed."));
    all.add(Phrase.of("Both moved: " + winner(track.conflict())));
    all.add(
        Phrase.of(
            "They differ when they are first seen together: "
                + track
                    .firstSync()
                    .asConflictRule()
                    .map(this::winner)
                    .orElse("nothing is changed, and the difference is shown until they agree.")));
    all.add(Phrase.of("One is blank when they are first seen together: it is filled."));
    all.add(
        Phrase.of(
            "Somebody cleared one: "
                + (track.clears() == Clears.PROPAGATE
                    ? "it is cleared on the other side, too."
                    : "its value is put back.")));
    return all;
  }

  private String winner(ConflictRule rule) {
    if (track.direction() != Direction.TWO_WAY) {
      return track.direction() == Direction.TO_HUBSPOT ? "Salesforce counts." : "HubSpot counts.";
    }
    return switch (rule) {
      case SALESFORCE_WINS -> "Salesforce counts.";
      case HUBSPOT_WINS -> "HubSpot counts.";
      case LATEST_WINS ->
          "the later change counts; where nothing says for certain which that was, people decide.";
      case FURTHEST_WINS ->
          "the label further along counts; where one side went a way back"
              + (track.ordered() && Order.of(track).anySideBySide()
                  ? ", or the two stand side by side"
                  : "")
              + ", people decide.";
      case REVIEW -> "people decide, by making both sides agree.";
    };
  }
}
