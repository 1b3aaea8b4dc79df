package io.stagesync.app.simulator;

import java.util.List;

/**
 * What became of people's edits.
 *
 * @param made how many there were
 * @param stand how many are still what their field shows
 * @param superseded how many were followed by another edit of the same field by a person
 * @param overwritten those whose field shows something else although no person edited it since:
 *     each has to be explained by whoever wrote it
 */
public record Fates(long made, long stand, long superseded, List<Edit> overwritten) {
  public Fates {
    overwritten = List.copyOf(overwritten);
  }
}
