package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import java.util.ArrayList;

/** A name by which people know a label leads to this one alone. */
final class AliasCheck {
  private final Draft draft;
  private final TrackMapping track;

  AliasCheck(Draft draft, TrackMapping track) {
    this.draft = draft;
    this.track = track;
  }

  void check() {
    var seen = new ArrayList<LabelMapping>();
    for (var label : track.labels()) {
      for (var alias : label.guide().aliases()) {
        track.labels().stream()
            .filter(other -> other != label && other.isCalled(alias))
            .filter(other -> seen.contains(other) || other.isNamed(alias))
            .findFirst()
            .ifPresent(
                other ->
                    draft.senseless(
                        draft.site(label).at("aliases"),
                        DiagnosticId.ALIAS_TWICE,
                        "`"
                            + alias
                            + "` would stand for `"
                            + label.label()
                            + "` and for `"
                            + other.label()
                            + "`",
                        "keep it at the label that most people mean by it"));
      }
      seen.add(label);
    }
  }
}
