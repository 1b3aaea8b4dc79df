package io.stagesync.trial;

import io.stagesync.example.AgreedBefore;
import io.stagesync.example.Remembered;
import io.stagesync.example.Shown;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The edge cases of a converted lead, with each evidence, and of a converted status without one.
 */
final class ConversionEdges {
  private final TrackMapping mapping;
  private final Track track;
  private final TrackEdges steps;
  private final Edges edges;

  ConversionEdges(TrackMapping mapping, TrackEdges steps, Edges edges) {
    this.mapping = mapping;
    this.track = mapping.track();
    this.steps = steps;
    this.edges = edges;
  }

  /**
   * @param possible what a converted lead may come with
   */
  void collect(List<Evidence> possible) {
    if (mapping
        .field(Side.SALESFORCE)
        .map(FieldName::path)
        .filter("Lead.Status"::equals)
        .isPresent()) {
      convertedStatus();
    }
    if (mapping.field(Side.HUBSPOT).isPresent()) {
      for (Evidence evidence : possible) {
        converted(evidence);
      }
    }
  }

  private void convertedStatus() {
    Shown status = Shown.word("Closed - Converted");
    edges.add(
        track + ": an open lead shows a converted status, never agreed",
        Staged.blank(track).shows(track, Side.SALESFORCE, status));
    for (LabelMapping label : mapping.labels()) {
      Staged shown = Staged.agreed(track, label.label()).shows(track, Side.SALESFORCE, status);
      edges.add(
          track + ": an open lead shows a converted status, agreed before on " + label.label(),
          shown);
      edges.add(
          track + ": a lead is converted, agreed before on " + label.label(),
          shown.converted(Evidence.OPEN));
    }
  }

  private void converted(Evidence evidence) {
    String when = track + ": converted, opportunity " + word(evidence);
    edges.add(when + ", both blank, never agreed", Staged.blank(track).converted(evidence));
    for (LabelMapping label : mapping.labels()) {
      Label l = label.label();
      Staged agreed = Staged.agreed(track, l).converted(evidence);
      edges.add(when + ", agreed before on " + l, agreed);
      edges.add(
          when + ", HubSpot says " + l + ", never agreed",
          Staged.blank(track).shows(track, Side.HUBSPOT, l).converted(evidence));
    }
    for (TrackEdges.Two two : steps.neighbours()) {
      for (TrackEdges.Two move : List.of(two, new TrackEdges.Two(two.second(), two.first()))) {
        after(when, move, evidence);
      }
    }
  }

  /** What happens after an agreement that rests on this very evidence. */
  private void after(String when, TrackEdges.Two move, Evidence evidence) {
    Staged agreed =
        Staged.blank(track)
            .base(
                track,
                new AgreedBefore(
                    move.first(),
                    Map.of(),
                    Optional.of(evidence),
                    Optional.of(move.first()),
                    1,
                    Remembered.File.SAME))
            .converted(evidence);
    String then = when + ", agreed since then on " + move.first();
    edges.add(then + ", HubSpot is blank", agreed.shows(track, Side.HUBSPOT, Shown.Kind.BLANK));
    edges.add(
        then + ", HubSpot shows a value that the file does not know",
        agreed.shows(track, Side.HUBSPOT, Shown.word(steps.unknown())));
    for (Side side : steps.sayable(move.second())) {
      edges.add(
          then + ", " + side.displayName() + " moves to " + move.second(),
          agreed.shows(track, side, move.second()));
    }
  }

  private static String word(Evidence evidence) {
    return evidence.name().toLowerCase(Locale.ROOT);
  }
}
