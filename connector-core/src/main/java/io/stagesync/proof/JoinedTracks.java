package io.stagesync.proof;

import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every group of tracks that are joined, once for each kind of lead. */
final class JoinedTracks {
  /** So many combinations take two or three seconds, over all groups and kinds of lead. */
  private static final long MOST = 100_000;

  private static final long LEAST = 500;

  private JoinedTracks() {}

  /**
   * One track of a group.
   *
   * @param found what was found of it by itself
   */
  private record Member(Mapping group, Lead lead, Track track, List<TrackProof> found) {}

  /**
   * Looks at all of them. A kind of lead in which every track looks to the others as in another
   * kind is not looked at again.
   *
   * @param tracks what was found of each track by itself
   */
  static List<OneGroup> of(Mapping mapping, Catalogs catalogs, List<OneTrack> tracks) {
    List<List<Member>> all = new ArrayList<>();
    for (Set<Track> some : new Links(mapping).groups()) {
      Mapping group = mapping.about(some);
      List<OneTrack> joined = tracks.stream().filter(t -> some.contains(t.track())).toList();
      Set<Optional<RecordType>> types = new LinkedHashSet<>();
      joined.forEach(t -> types.addAll(t.types()));
      for (Optional<Evidence> converted : converted(group)) {
        for (Optional<RecordType> type : types) {
          Lead lead = new Lead(converted, type, Optional.empty());
          all.add(
              joined.stream().map(t -> new Member(group, lead, t.track(), own(t, lead))).toList());
        }
      }
    }
    Map<Like, Member> members = new LinkedHashMap<>();
    all.stream().flatMap(List::stream).forEach(m -> members.putIfAbsent(like(m), likeAny(m)));
    Map<Like, Faces> faces =
        List.copyOf(members.values()).parallelStream()
            .collect(Collectors.toConcurrentMap(JoinedTracks::like, m -> faces(m, catalogs)));
    Map<Object, OneGroup.Question> distinct = new LinkedHashMap<>();
    for (List<Member> beside : all) {
      Map<Track, Faces> some = new LinkedHashMap<>();
      beside.forEach(m -> some.put(m.track(), Objects.requireNonNull(faces.get(like(m)))));
      Member first = beside.get(0);
      Map<Track, Object> look = new LinkedHashMap<>();
      some.forEach((track, one) -> look.put(track, one.ways()));
      distinct.putIfAbsent(
          List.of(some.keySet(), first.lead().isConverted(), look),
          new OneGroup.Question(first.group(), first.lead(), some));
    }
    long most = Math.max(LEAST, MOST / Math.max(1, distinct.size()));
    return List.copyOf(distinct.values()).parallelStream()
        .map(q -> new OneGroup(q, catalogs, most).prove())
        .toList();
  }

  /** What makes one member like another one: compared by the group's tracks, not by its file. */
  private record Like(List<Track> group, Lead lead, Track track) {}

  private static Like like(Member m) {
    List<Track> group = m.group().tracks().stream().map(TrackMapping::track).toList();
    return new Like(group, likeAny(m).lead(), m.track());
  }

  /** A record type of which a track says nothing is like none. */
  private static Member likeAny(Member m) {
    Optional<RecordType> type = m.found().get(0).words().type();
    Lead lead = new Lead(m.lead().converted(), type, Optional.empty());
    return new Member(m.group(), alike(m.group(), lead, m.track()), m.track(), m.found());
  }

  /** To a track that no opportunity speaks for, all that an opportunity can say is alike. */
  static Lead alike(Mapping group, Lead lead, Track track) {
    boolean spokenFor = group.conversion().filter(c -> c.track().equals(track)).isPresent();
    return new Lead(
        lead.converted().map(says -> spokenFor ? says : Evidence.OPEN), lead.type(), lead.later());
  }

  private static Faces faces(Member m, Catalogs catalogs) {
    Vocabulary words = m.found().get(0).words();
    return new Faces(m.group(), catalogs, m.lead(), words).find(m.found());
  }

  /** One count for each group. */
  static List<Certificate.OfJoined> counted(List<OneGroup> groups) {
    Map<List<Track>, Certificate.OfJoined> counted = new LinkedHashMap<>();
    groups.forEach(
        g -> counted.merge(g.counted().tracks(), g.counted(), Certificate.OfJoined::and));
    return List.copyOf(counted.values());
  }

  /** Where no opportunity speaks for any of them, all evidence is alike. */
  static List<Optional<Evidence>> converted(Mapping group) {
    List<Optional<Evidence>> all = new ArrayList<>(List.of(Optional.empty()));
    group
        .conversion()
        .map(Conversion::possible)
        .orElse(List.of(Evidence.OPEN))
        .forEach(evidence -> all.add(Optional.of(evidence)));
    return all;
  }

  /** A track that says nothing of a record type, or of an evidence, is as it is without. */
  static List<TrackProof> own(OneTrack track, Lead lead) {
    Optional<RecordType> type =
        track.types().contains(lead.type()) ? lead.type() : Optional.empty();
    List<TrackProof> own = track.of(lead.converted(), type);
    return own.isEmpty() ? track.of(Optional.of(Evidence.OPEN), type) : own;
  }
}
