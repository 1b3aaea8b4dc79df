package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Team;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;

/** Owners exist and can do what they own; companions are tracks. */
final class OwnerCheck {
  private final Draft draft;
  private final TrackMapping track;

  OwnerCheck(Draft draft, TrackMapping track) {
    this.draft = draft;
    this.track = track;
  }

  void check() {
    for (var label : track.labels()) {
      label.owner().ifPresent(team -> owner(label, team));
      companion(label);
    }
  }

  private void owner(LabelMapping label, Team team) {
    var site = draft.site(label).at("owner");
    var side = draft.side(site, team);
    boolean byConversion =
        label.fromOpportunity()
            || label.words().values().stream()
                .anyMatch(words -> words.kind() == Words.Kind.CONVERTED_STATUS);
    if (side.isPresent()
        && !byConversion
        && draft.wordsReadable(label, side.get())
        && draft.leadsReadably(track, side.get())
        && !new Entering(track).possible(side.get(), label)) {
      draft.senseless(
          site,
          DiagnosticId.OWNER_CANNOT_ENTER,
          "only `"
              + team
              + "` may enter `"
              + label.label()
              + "`, and cannot do so in "
              + side.get().displayName(),
          "give the label to a team whose side has a word for it and leads the track, or delete"
              + " `owner`");
    }
  }

  private void companion(LabelMapping label) {
    if (label.requires().isEmpty()) {
      return;
    }
    var required = label.requires().get();
    var site = draft.site(label).at("requires");
    var named = site.at(required.name());
    if (required.equals(track.track())) {
      draft.senseless(
          named,
          DiagnosticId.BAD_VALUE,
          "a label cannot require its own track",
          "name the track of the field that has to be filled too");
      return;
    }
    draft
        .track(named, required)
        .ifPresent(
            companion ->
                label.companionDefault().ifPresent(value -> draft.label(named, companion, value)));
  }
}
