package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Direction;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Side;

/** Whether a person who works on one side can bring a record to a label at all. */
record Entering(TrackMapping track) {

  boolean possible(Side side, LabelMapping label) {
    // With one field there is one side, and it leads whatever the direction is called.
    boolean alone = track.fields().size() == 1;
    boolean leads =
        alone || track.direction() == Direction.TWO_WAY || !track.direction().writes(side);
    var kind = label.words().getOrDefault(side, Words.none()).kind();
    boolean ownWord = kind == Words.Kind.OWN || saidByVariant(side, label);
    return leads && track.field(side).isPresent() && ownWord;
  }

  boolean possible(LabelMapping label) {
    return possible(Side.SALESFORCE, label) || possible(Side.HUBSPOT, label);
  }

  private static boolean saidByVariant(Side side, LabelMapping label) {
    return label.variants().values().stream()
        .anyMatch(words -> words.getOrDefault(side, Words.none()).kind() == Words.Kind.OWN);
  }
}
