package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import java.util.HashSet;

/** A branch lies beside another one; else it would be read and change nothing. */
final class BranchCheck {
  private final Draft draft;
  private final TrackMapping track;

  BranchCheck(Draft draft, TrackMapping track) {
    this.draft = draft;
    this.track = track;
  }

  void check() {
    var seen = new HashSet<>();
    for (var label : track.labels()) {
      if (label.branch().isEmpty() || !seen.add(label.branch())) {
        continue;
      }
      if (track.labels().stream().allMatch(l -> l.rank().isEmpty())) {
        report(
            label,
            DiagnosticId.NEEDS_RANKS,
            "branches part labels that have ranks, and the labels of `"
                + track.track()
                + "` have none",
            "give every label a `rank`, or delete `branch`");
      } else if (track.labels().stream()
          .filter(other -> other.branch().equals(label.branch()))
          .noneMatch(this::besideAnother)) {
        report(
            label,
            DiagnosticId.BRANCH_ALONE,
            "no label of another branch lies beside `"
                + label.branch().map(Object::toString).orElse("")
                + "`, so it changes nothing",
            "give the labels that lie beside it a branch of their own, or delete `branch`");
      }
    }
  }

  private boolean besideAnother(LabelMapping label) {
    return track.labels().stream()
        .filter(other -> other.branch().isPresent() && !other.branch().equals(label.branch()))
        .anyMatch(other -> track.beside(label.label(), other.label()));
  }

  private void report(LabelMapping label, DiagnosticId id, String message, String suggestion) {
    if (draft.ranksReadable(track)) {
      draft.senseless(draft.site(label).at("branch"), id, message, suggestion);
    }
  }
}
