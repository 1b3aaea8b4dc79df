package io.stagesync.mapping;

import io.stagesync.mapping.Diagnostic.Severity;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Labels that people were agreed on and of which the file knows nothing any more. Without a word
 * about them nobody could tell whether such a person moved.
 */
public final class LostLabels {
  private LostLabels() {}

  /**
   * One error for each of them.
   *
   * @param stored how many pairs stand at each label, by track, as they were last agreed on; tracks
   *     that the file does not have are left alone
   */
  public static List<Diagnostic> of(Mapping mapping, Map<Track, Map<Label, Long>> stored) {
    return mapping.tracks().stream()
        .flatMap(track -> of(mapping, track, stored.getOrDefault(track.track(), Map.of())))
        .toList();
  }

  private static Stream<Diagnostic> of(
      Mapping mapping, TrackMapping track, Map<Label, Long> stored) {
    return new TreeMap<>(stored)
        .entrySet().stream()
            .filter(at -> track.label(at.getKey()).isEmpty())
            .filter(at -> track.changes().of(at.getKey()).isEmpty())
            .map(at -> lost(mapping, track, at.getKey(), at.getValue()));
  }

  private static Diagnostic lost(Mapping mapping, TrackMapping track, Label label, long people) {
    return new Diagnostic(
        mapping.places().of("tracks", track.track().name(), "labels"),
        DiagnosticId.LABEL_DISAPPEARED,
        Severity.ERROR,
        "the track `"
            + track.track()
            + "` has no label `"
            + label
            + "` any more, on which "
            + (people == 1 ? "1 pair was" : people + " pairs were")
            + " last agreed",
        "say under `changed-labels` what became of it: `- { track: "
            + track.track()
            + ", label: "
            + label
            + ", now: ... }`, with the label that it is now, or `none` if it was retired");
  }
}
