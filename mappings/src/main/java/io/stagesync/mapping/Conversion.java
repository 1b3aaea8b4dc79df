package io.stagesync.mapping;

import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.Map;
import java.util.Optional;

/**
 * What a converted lead's opportunity says about its person.
 *
 * @param track the track whose labels are used
 * @param labels the label of each evidence; one that the file leaves out says nothing
 * @param hubspotDisagrees what becomes of a HubSpot change that disagrees with it: {@link
 *     RefusedEdits#CORRECT} sets it back
 */
public record Conversion(Track track, Map<Evidence, Label> labels, RefusedEdits hubspotDisagrees) {
  public Conversion {
    labels = Map.copyOf(labels);
  }

  /** The label that an evidence declares. */
  public Optional<Label> label(Evidence evidence) {
    return Optional.ofNullable(labels.get(evidence));
  }
}
