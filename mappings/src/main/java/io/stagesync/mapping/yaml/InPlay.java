package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tracks that a test speaks of.
 *
 * @param tracks in the file's order
 */
record InPlay(ExampleNames names, List<TrackMapping> tracks) {
  InPlay {
    tracks = List.copyOf(tracks);
  }

  /** Every track that is a key anywhere in the test. */
  static InPlay of(ExampleNames names, Site given, Site expect) {
    var parts =
        Stream.concat(
                Stream.of(given, expect).flatMap(s -> s.entries().stream()),
                given.get("fields").stream().flatMap(s -> s.entries().stream()))
            .toList();
    var tracks =
        names.mapping().tracks().stream()
            .filter(t -> parts.stream().anyMatch(part -> names(part, t)))
            .toList();
    return new InPlay(names, tracks.isEmpty() ? meant(names, given) : tracks);
  }

  private static boolean names(Site part, TrackMapping track) {
    boolean listed =
        part.name().equals("paused")
            && part.itemsOrSelf().stream().anyMatch(i -> i.text().equals(track.track().name()));
    return listed || part.has(track.track().name());
  }

  /** All where a side is named as a whole, else the only one that has the label of the base. */
  private static List<TrackMapping> meant(ExampleNames names, Site given) {
    var all = names.mapping().tracks();
    boolean whole =
        Stream.of(Side.values())
            .anyMatch(side -> given.get(side.key()).filter(Site::isScalar).isPresent());
    var base = given.at("base").at("label").text();
    var having =
        base.isBlank()
            ? List.<TrackMapping>of()
            : all.stream().filter(t -> t.label(new Label(base)).isPresent()).toList();
    return all.size() == 1 || whole ? all : having.size() == 1 ? having : List.of();
  }

  /** The one track, where there is just one. */
  Optional<TrackMapping> sole() {
    return tracks.size() == 1 ? Optional.of(tracks.get(0)) : Optional.empty();
  }

  /**
   * What is said of each track: a value under its name, or a value alone where there is just one.
   *
   * @param ownKeys the keys that the value itself may have
   */
  Map<TrackMapping, Site> byTrack(Site site, List<String> ownKeys) {
    var values = new LinkedHashMap<TrackMapping, Site>();
    boolean alone =
        !site.isMap() || site.entries().stream().allMatch(e -> ownKeys.contains(e.name()));
    if (alone) {
      sole().ifPresentOrElse(track -> values.put(track, site), () -> unclear(site));
      return values;
    }
    for (var entry : site.entries()) {
      names.track(entry, ownKeys).ifPresent(track -> values.put(track, entry));
    }
    return values;
  }

  /** The values by track, read. */
  <T> Map<Track, T> read(
      Site site,
      List<String> ownKeys,
      java.util.function.BiFunction<Site, TrackMapping, Optional<T>> reader) {
    var read = new LinkedHashMap<Track, T>();
    byTrack(site, ownKeys)
        .forEach(
            (track, value) ->
                reader.apply(value, track).ifPresent(v -> read.put(track.track(), v)));
    return read;
  }

  private void unclear(Site site) {
    if (names.mapping().tracks().isEmpty()) {
      return;
    }
    var track = names.mapping().tracks().get(0).track();
    names
        .problems()
        .unreadable(
            site,
            DiagnosticId.TRACK_UNCLEAR,
            "it is not clear which track `" + site.name() + "` speaks of",
            "name it: `" + site.name() + ": { " + track + ": ... }`");
  }
}
