package io.stagesync.mapping.yaml;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Side;

/** Whether a person who works on one side can bring a record to a label at all. */
record Entering(TrackMapping track) {

  boolean possible(Side side, LabelMapping label) {
    return track.leads(side) && label.hasWord(side);
  }

  boolean possible(LabelMapping label) {
    return possible(Side.SALESFORCE, label) || possible(Side.HUBSPOT, label);
  }
}
