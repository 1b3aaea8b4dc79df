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
import java.util.List;
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

  /** Whether the file names a field of a track on a side, be it a wrong one. */
  boolean namesField(TrackMapping track, Side side) {
    return site(track).has(side.key()) && !hasNoField(track, side);
  }

  /** Whether what a track says of a side could be read: its field, and which sides it writes. */
  boolean leadsReadably(TrackMapping track, Side side) {
    return site(track).has(side.key())
        && problems.readable(site(track), List.of(side.key(), "direction"));
  }

  /** Whether the words of a label on a side could be read. */
  boolean wordsReadable(LabelMapping label, Side side) {
    return problems.readable(site(label), List.of(side.key(), "for"));
  }

  /** Whether all words of a track on a side could be read. */
  boolean wordsReadable(TrackMapping track, Side side) {
    return readElsewhere(track)
        || labelsReadable(track, List.of(side.key(), "for"))
            && problems.readable(site(track), List.of("ignored"));
  }

  /** Whether this file holds tests alone, and all of its tracks are known to be fine. */
  private boolean readElsewhere(TrackMapping track) {
    return site(track) == sites.top();
  }

  /** Whether the ranks of a track's labels could be read, or are really not said. */
  boolean ranksReadable(TrackMapping track) {
    return labelsReadable(track, List.of("rank", "branch"));
  }

  private boolean labelsReadable(TrackMapping track, List<String> keys) {
    var labels = site(track).at("labels");
    return labels.isMap()
        && labels.entries().stream().allMatch(label -> problems.readable(label, keys));
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
