package io.stagesync.proof;

import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Mapping;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every group of tracks that are joined, once for each kind of lead. */
final class JoinedTracks {
  /** So many combinations take about a second or two, over all groups and kinds of lead. */
  private static final long MOST = 30_000;

  private static final long LEAST = 500;

  private JoinedTracks() {}

  /**
   * Looks at all of them.
   *
   * @param tracks what was found of each track by itself
   */
  static List<OneGroup> of(Mapping mapping, Catalogs catalogs, List<OneTrack> tracks) {
    List<OneGroup.Question> all = new ArrayList<>();
    for (Set<Track> some : new Links(mapping).groups()) {
      Mapping group = mapping.about(some);
      List<OneTrack> members = tracks.stream().filter(t -> some.contains(t.track())).toList();
      Set<Optional<RecordType>> types = new LinkedHashSet<>();
      members.forEach(t -> types.addAll(t.types()));
      for (Optional<RecordType> type : types) {
        for (Optional<Evidence> converted : converted(group)) {
          Lead lead = new Lead(converted, type, Optional.empty());
          Map<Track, List<TrackProof>> own = new LinkedHashMap<>();
          members.forEach(t -> own.put(t.track(), own(t, lead)));
          all.add(new OneGroup.Question(group, lead, own));
        }
      }
    }
    long most = Math.max(LEAST, MOST / Math.max(1, all.size()));
    return all.parallelStream().map(q -> new OneGroup(q, catalogs, most).prove()).toList();
  }

  /** One count for each group. */
  static List<Certificate.OfJoined> counted(List<OneGroup> groups) {
    Map<List<Track>, Certificate.OfJoined> counted = new LinkedHashMap<>();
    groups.forEach(
        g -> counted.merge(g.counted().tracks(), g.counted(), Certificate.OfJoined::and));
    return List.copyOf(counted.values());
  }

  /** Where no opportunity speaks for any of them, all evidence is alike. */
  private static List<Optional<Evidence>> converted(Mapping group) {
    List<Optional<Evidence>> all = new ArrayList<>(List.of(Optional.empty()));
    group
        .conversion()
        .map(Conversion::possible)
        .orElse(List.of(Evidence.OPEN))
        .forEach(evidence -> all.add(Optional.of(evidence)));
    return all;
  }

  /** A track that says nothing of a record type, or of an evidence, is as it is without. */
  private static List<TrackProof> own(OneTrack track, Lead lead) {
    Optional<RecordType> type =
        track.types().contains(lead.type()) ? lead.type() : Optional.empty();
    List<TrackProof> own = track.of(lead.converted(), type);
    return own.isEmpty() ? track.of(Optional.of(Evidence.OPEN), type) : own;
  }
}
