package io.stagesync.example;

import io.stagesync.vocabulary.FieldName;
import java.util.Map;

/**
 * What an example shows of whether its pair takes part in the mapping's pilot.
 *
 * @param shown what the fields show that the pilot looks at; one that is left out shows what the
 *     pilot asks for
 * @param listed whether the contact is in the pilot's list
 * @param named whether the pilot's file of ids names one of the records
 */
public record InPilot(Map<FieldName, Shown> shown, boolean listed, boolean named) {
  public InPilot {
    shown = Map.copyOf(shown);
  }
}
