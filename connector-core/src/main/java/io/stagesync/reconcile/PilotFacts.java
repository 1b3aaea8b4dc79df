package io.stagesync.reconcile;

import io.stagesync.vocabulary.FieldName;
import java.util.Map;

/**
 * What a pair shows of whether it takes part in a pilot.
 *
 * @param shown the fields that the pilot's conditions look at
 * @param listed whether the contact is in the pilot's list; means nothing where it names none
 * @param named whether the pilot's file of ids names one of its records; true where there is none
 */
public record PilotFacts(Map<FieldName, Observation> shown, boolean listed, boolean named) {
  public PilotFacts {
    shown = Map.copyOf(shown);
  }
}
