package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Nearest;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the track that a part of the file speaks of without naming it. */
record TrackFinder(List<TrackMapping> tracks, Problems problems) {

  Optional<Scope> havingScope(Label label, Site site) {
    var ordered = tracks.stream().filter(TrackMapping::ordered).toList();
    var having = ordered.stream().filter(track -> track.label(label).isPresent()).toList();
    if (having.size() == 1) {
      return Optional.of(new Scope(having.get(0).track(), label));
    }
    if (having.isEmpty()) {
      var labels =
          Nearest.of(
              ordered.stream().flatMap(t -> t.labels().stream()).map(l -> l.label()).toList());
      problems.unreadable(
          site,
          DiagnosticId.UNKNOWN_LABEL,
          "no track with ranks has a label `" + label + "`",
          labels.advice(label.name(), "labels with ranks: " + labels.list()));
    } else {
      problems.unreadable(
          site,
          DiagnosticId.AMBIGUOUS_LABEL,
          "more than one track has a label `" + label + "`",
          "name the track: `not-below: { " + having.get(0).track() + ": " + label + " }`");
    }
    return Optional.empty();
  }

  /** The one whose labels come from the opportunity, else the one that has most of the labels. */
  Optional<Track> having(Collection<Label> labels, Site site) {
    var fromOpportunity =
        tracks.stream()
            .filter(track -> track.labels().stream().anyMatch(label -> label.fromOpportunity()))
            .toList();
    var candidates = fromOpportunity.isEmpty() ? tracks : fromOpportunity;
    long most = candidates.stream().mapToLong(track -> known(track, labels)).max().orElse(0);
    var best = candidates.stream().filter(track -> known(track, labels) == most).toList();
    if (best.size() == 1) {
      return Optional.of(best.get(0).track());
    }
    problems.unreadable(
        site.keyPlace(),
        DiagnosticId.CONVERSION_TRACK,
        "it is not clear which track `conversion` speaks of",
        "name it: `track: lead-stage`");
    return Optional.empty();
  }

  private static long known(TrackMapping track, Collection<Label> labels) {
    return labels.stream().filter(label -> track.label(label).isPresent()).count();
  }
}
