package io.stagesync.proof;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which tracks of a file reach into which: by a rule that drives, by a label that requires a value
 * there, by criteria or as a floor that ask what stands there.
 */
final class Links {
  private final Mapping mapping;
  private final Set<Link> all = new LinkedHashSet<>();

  /** What stands or happens in one track makes a difference to another. */
  record Link(Track from, Track to) {}

  Links(Mapping mapping) {
    this.mapping = mapping;
    for (Rule rule : mapping.rules()) {
      new TreeSet<>(rule.then().keySet()).forEach(driven -> link(rule.when(), driven));
    }
    for (TrackMapping track : mapping.tracks()) {
      for (LabelMapping label : track.labels()) {
        label.requires().ifPresent(required -> bothWays(track.track(), required));
        new TreeSet<>(label.criteria().entry().keySet()).forEach(a -> link(a, track.track()));
        new TreeSet<>(label.criteria().exit().keySet()).forEach(a -> link(a, track.track()));
      }
      track.floor().map(Scope::track).ifPresent(floor -> link(floor, track.track()));
    }
  }

  /** A companion is supplied because of a track, and the track is held for want of it. */
  private void bothWays(Track track, Track companion) {
    link(track, companion);
    link(companion, track);
  }

  private void link(Track from, Track to) {
    boolean known = mapping.find(from).isPresent() && mapping.find(to).isPresent();
    if (known && !from.equals(to)) {
      all.add(new Link(from, to));
    }
  }

  boolean reach(Track from, Track to) {
    return all.contains(new Link(from, to));
  }

  /**
   * The tracks that are looked at together: three in a chain, three of which two reach into the
   * third, and two where there are no three. What one track does to a second and to a third does
   * not mix, so one that reaches into two others is looked at with each of them.
   */
  List<Set<Track>> groups() {
    Set<Set<Track>> groups = new LinkedHashSet<>();
    for (Link one : all) {
      for (Link other : all) {
        boolean chain = one.to().equals(other.from()) && !one.from().equals(other.to());
        boolean meet = one.to().equals(other.to()) && !one.from().equals(other.from());
        if (chain || meet) {
          Track third = chain ? other.to() : other.from();
          groups.add(new TreeSet<>(List.of(one.from(), one.to(), third)));
        }
      }
    }
    for (Link link : all) {
      Set<Track> pair = new TreeSet<>(List.of(link.from(), link.to()));
      if (groups.stream().noneMatch(group -> group.containsAll(pair))) {
        groups.add(pair);
      }
    }
    return List.copyOf(groups);
  }

  /** The tracks of a group, one last that reaches into no other one of them where there is one. */
  static List<Track> inOrder(Mapping group) {
    Links links = new Links(group);
    List<Track> tracks = new ArrayList<>(group.tracks().stream().map(TrackMapping::track).toList());
    Optional<Track> last =
        tracks.stream()
            .filter(t -> tracks.stream().noneMatch(other -> links.reach(t, other)))
            .findFirst();
    last.ifPresent(
        t -> {
          tracks.remove(t);
          tracks.add(t);
        });
    return List.copyOf(tracks);
  }
}
