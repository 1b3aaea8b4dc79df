package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Nearest;
import io.stagesync.mapping.Team;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Optional;

/**
 * A file that was read and is not yet known to make sense.
 *
 * @param mapping what it says, as far as it could be read
 * @param sites where it says so
 * @param problems what was found so far
 */
record Draft(Mapping mapping, Sites sites, Problems problems) {

  Site site(Object value) {
    return sites.of(value);
  }

  void senseless(Site site, DiagnosticId id, String message, String suggestion) {
    problems.senseless(site, id, message, suggestion);
  }

  /** The track of that name; its absence is reported at the key that names it. */
  Optional<TrackMapping> track(Site site, Track track) {
    var found = mapping.find(track);
    if (found.isEmpty() && !known("tracks", track.name())) {
      var names = Nearest.of(mapping.tracks().stream().map(TrackMapping::track).toList());
      var place = site.name().equals(track.name()) ? site.keyPlace() : site.place();
      problems.at(
          place,
          DiagnosticId.UNKNOWN_TRACK,
          "there is no track `" + track + "`",
          names.advice(track.name(), "tracks of this file: " + names.list()));
    }
    return found;
  }

  /** The label of a track; its absence is reported, unless the track's labels are unreadable. */
  Optional<LabelMapping> label(Site site, TrackMapping track, Label label) {
    var found = track.label(label);
    if (found.isEmpty()
        && !track.labels().isEmpty()
        && !site(track).at("labels").has(label.name())) {
      var names = Nearest.of(track.labels().stream().map(LabelMapping::label).toList());
      senseless(
          site,
          DiagnosticId.UNKNOWN_LABEL,
          "the track `" + track.track() + "` has no label `" + label + "`",
          track
              .called(label.name())
              .map(meant -> "people call `" + meant + "` so; write `" + meant + "`")
              .orElseGet(() -> names.advice(label.name(), "its labels: " + names.list())));
    }
    return found;
  }

  /** The side that a team sits on; an unknown team is reported. */
  Optional<Side> side(Site site, Team team) {
    var side = Optional.ofNullable(mapping.teams().get(team));
    if (side.isEmpty() && !known("owners", team.name())) {
      var names = Nearest.of(mapping.teams().keySet().stream().map(Team::name).sorted().toList());
      senseless(
          site,
          DiagnosticId.UNKNOWN_TEAM,
          "there is no team `" + team + "`",
          names.advice(team.name(), "teams under `owners`: " + names.list()));
    }
    return side;
  }

  /** Whether the file does have it, in a form that could not be read and was reported. */
  private boolean known(String part, String name) {
    return sites.top().at(part).has(name) || part.equals("tracks") && mapping.tracks().isEmpty();
  }

  /** Whether the file says that a track has no field on a side. */
  boolean hasNoField(TrackMapping track, Side side) {
    return site(track).at(side.key()).isKeyword("none");
  }

  /** A word on a side where the track has no field. */
  void wordWithoutField(Site word, TrackMapping track, Side side, String advice) {
    senseless(
        word,
        DiagnosticId.WORD_WITHOUT_FIELD,
        "the track `"
            + track.track()
            + "` has no field in "
            + side.displayName()
            + " that could hold this",
        advice);
  }
}
