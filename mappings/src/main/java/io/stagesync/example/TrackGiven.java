package io.stagesync.example;

import io.stagesync.vocabulary.Side;
import java.util.Map;
import java.util.Optional;

/**
 * How one track of an example stands.
 *
 * @param base what both sides last agreed on; empty at first sight
 * @param shown what sides show. One that is left out still shows what both agreed on; without a
 *     base it is blank
 * @param remembered what is remembered beside the base
 */
public record TrackGiven(
    Optional<AgreedBefore> base, Map<Side, Shown> shown, Remembered remembered) {
  public TrackGiven {
    shown = Map.copyOf(shown);
  }
}
