package io.stagesync.app.dictionary;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.Direction;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.stream.Stream;

/** What happens in one track when the two sides do not agree. */
record Disagreements(TrackMapping track) {

  List<Phrase> all() {
    if (track.fields().size() < 2) {
      return List.of(Phrase.of("They cannot: one side alone has the field."));
    }
    return (track.direction() == Direction.TWO_WAY ? bothLead() : oneLeads())
        .map(Phrase::of)
        .toList();
  }

  private Stream<String> bothLead() {
    return Stream.of(
        "One side moved: the other follows, if the move is allowed.",
        "Both moved: " + winner(track.conflict()),
        "They differ when they are first seen together: " + atFirst(),
        "One is blank when they are first seen together: it is filled.",
        "Somebody cleared one: "
            + (track.clears() == Clears.PROPAGATE
                ? "it is cleared on the other side, too."
                : "its value is put back."));
  }

  private Stream<String> oneLeads() {
    var leader = track.direction() == Direction.TO_HUBSPOT ? Side.SALESFORCE : Side.HUBSPOT;
    var leads = leader.displayName();
    var follows = leader.other().displayName();
    return Stream.of(
        leads + " moved, or both did: " + follows + " follows, if the move is allowed.",
        follows
            + " moved alone: "
            + (track.refusedEdits() == RefusedEdits.CORRECT
                ? "it is set back."
                : "it stays as it is, and is shown."),
        "They differ when they are first seen together: " + atFirst(),
        follows + " is blank when they are first seen together: it is filled.",
        track.clears() == Clears.PROPAGATE
            ? "Somebody cleared " + leads + ": " + follows + " is cleared, too."
            : "Somebody cleared " + follows + ": its value is put back.");
  }

  private String atFirst() {
    return track
        .firstSync()
        .asConflictRule()
        .map(this::winner)
        .orElse("nothing is changed, and the difference is shown until they agree.");
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
              + (Order.of(track).anySideBySide() ? ", or the two stand side by side" : "")
              + ", people decide.";
      case REVIEW -> "people decide, by making both sides agree.";
    };
  }
}
