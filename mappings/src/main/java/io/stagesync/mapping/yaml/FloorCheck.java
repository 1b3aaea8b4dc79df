package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.TrackMapping;

/**
 * The floor of a track lies in another one, where what is below can be seen, and no rule with it.
 */
final class FloorCheck {
  private final Draft draft;
  private final TrackMapping track;

  FloorCheck(Draft draft, TrackMapping track) {
    this.draft = draft;
    this.track = track;
  }

  void check() {
    track.floor().ifPresent(this::floor);
  }

  private void floor(Scope floor) {
    var site = draft.site(floor).at(floor.track().name());
    if (floor.track().equals(track.track())) {
      draft.senseless(
          site,
          DiagnosticId.BAD_VALUE,
          "a track cannot be its own floor",
          "name another track, or say under `pairs` who takes part: `scope: { not-below: "
              + floor.notBelow()
              + " }`");
      return;
    }
    var other = draft.track(site, floor.track());
    if (other.isEmpty() || draft.label(site, other.get(), floor.notBelow()).isEmpty()) {
      return;
    }
    if (other.get().labels().stream().map(LabelMapping::rank).noneMatch(rank -> rank.isPresent())) {
      draft.senseless(
          site,
          DiagnosticId.NEEDS_RANKS,
          "what is below a label is seen by ranks, and the labels of `"
              + floor.track()
              + "` have none",
          "give every label of the track a `rank`, or name another track");
      return;
    }
    draft.mapping().rules().stream()
        .filter(rule -> rule.then().containsKey(track.track()))
        .filter(rule -> rule.when().equals(floor.track()))
        .filter(rule -> other.get().precedes(rule.enters(), floor.notBelow()))
        .forEach(
            rule ->
                draft.senseless(
                    draft.site(rule).at("then", track.track().name()),
                    DiagnosticId.RULE_BELOW_FLOOR,
                    "at `"
                        + rule.enters()
                        + "` the track `"
                        + track.track()
                        + "` rests, because it is below its floor `"
                        + floor.notBelow()
                        + "`",
                    "let a label fire this rule that is not below `" + floor.notBelow() + "`"));
  }
}
