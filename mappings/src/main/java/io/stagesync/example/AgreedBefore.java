package io.stagesync.example;

import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.Map;
import java.util.Optional;

/**
 * What both sides of an example last agreed on in one track.
 *
 * @param label the label
 * @param shown what sides showed then; one that is left out showed the label's word
 * @param evidence the evidence that it rests on; empty: the lead was not converted
 * @param rulesRanFor the label for which the track's rules last ran; empty: never
 * @param cycle how many times the person came in, from 1
 * @param file whether the mapping file has changed since, even if the last decision was made under
 *     the one of now
 */
public record AgreedBefore(
    Label label,
    Map<Side, Shown> shown,
    Optional<Evidence> evidence,
    Optional<Label> rulesRanFor,
    int cycle,
    Remembered.File file) {
  public AgreedBefore {
    shown = Map.copyOf(shown);
  }

  /** An agreement of an open lead whose rules have run. */
  public static AgreedBefore on(Label label) {
    return new AgreedBefore(
        label, Map.of(), Optional.empty(), Optional.of(label), 1, Remembered.File.SAME);
  }
}
