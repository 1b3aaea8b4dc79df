package io.stagesync.trial;

import io.stagesync.example.AgreedBefore;
import io.stagesync.example.Remembered;
import io.stagesync.example.Shown;
import io.stagesync.mapping.Changes;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;

/** The edge cases of labels and words that the file used to have. */
final class ChangeEdges {
  private final TrackMapping mapping;
  private final Track track;
  private final Edges edges;

  ChangeEdges(TrackMapping mapping, Edges edges) {
    this.mapping = mapping;
    this.track = mapping.track();
    this.edges = edges;
  }

  void collect() {
    mapping.changes().words().forEach(this::word);
    mapping.changes().labels().forEach(this::label);
  }

  private void word(Changes.OfWord change) {
    String side = change.side().displayName();
    String what = track + ": " + side + " still shows \"" + change.was() + "\"";
    for (LabelMapping label : mapping.labels()) {
      List<RawValue> words = label.words(change.side()).values();
      Staged agreed =
          Staged.agreed(track, label.label())
              .shows(track, change.side(), Shown.word(change.was().text()));
      if (!words.contains(change.now())) {
        edges.add(what + ", agreed before on " + label.label(), agreed);
        continue;
      }
      edges.add(what, agreed.remembers(track, Remembered.file(Remembered.File.CHANGED)));
      edges.add(
          what + ", and the new file was approved",
          agreed.remembers(track, Remembered.file(Remembered.File.APPROVED)));
    }
  }

  private void label(Changes.OfLabel change) {
    Staged agreed = Staged.blank(track).base(track, AgreedBefore.on(change.was()));
    String what = track + ": agreed before on what was " + change.was();
    edges.add(what, agreed.remembers(track, Remembered.file(Remembered.File.CHANGED)));
    for (Label now : change.now()) {
      for (Side side : Side.values()) {
        if (mapping.field(side).isPresent()) {
          edges.add(
              what + ", " + side.displayName() + " says " + now,
              agreed
                  .shows(track, side, now)
                  .remembers(track, Remembered.file(Remembered.File.CHANGED)));
        }
      }
    }
  }
}
