package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Changes;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Nearest;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what became of labels and words that the file used to have. */
final class ChangesReader {
  private static final String EXAMPLE =
      "- { track: lead-stage, label: sql, now: sales-qualified, because: \"Clearer\" }";
  private static final List<String> SUBJECTS = List.of("label", "salesforce", "hubspot");

  private final Problems problems;
  private final Sites sites;
  private final Scalars scalars;
  private final List<TrackMapping> tracks;
  private final Map<Track, List<Changes.OfLabel>> labels = new LinkedHashMap<>();
  private final Map<Track, List<Changes.OfWord>> words = new LinkedHashMap<>();

  ChangesReader(Problems problems, Sites sites, List<TrackMapping> tracks) {
    this.problems = problems;
    this.sites = sites;
    this.scalars = new Scalars(problems);
    this.tracks = tracks;
  }

  /** The tracks, each with what the file says of its past. */
  List<TrackMapping> read(Site site) {
    if (!site.isList()) {
      problems.unreadable(
          site,
          DiagnosticId.WRONG_TYPE,
          "`changed-labels` has to be a list",
          "write each change like `" + EXAMPLE + "`");
    }
    site.items().forEach(this::change);
    return tracks.stream()
        .map(
            track -> {
              var changes =
                  new Changes(
                      labels.getOrDefault(track.track(), List.of()),
                      words.getOrDefault(track.track(), List.of()));
              return sites.remember(track.with(changes), sites.of(track));
            })
        .toList();
  }

  private void change(Site site) {
    var keys =
        new Keys(
            site,
            problems,
            EXAMPLE,
            List.of("track", "label", "salesforce", "hubspot", "now", "because"));
    var track =
        keys.required("track", "name the track whose label or word changed").flatMap(this::track);
    var subjects = SUBJECTS.stream().flatMap(key -> keys.get(key).stream()).toList();
    var now = keys.required("now", "write what it is now, or `none` if it was retired");
    var because = keys.get("because").flatMap(scalars::prose).orElse("");
    if (site.isMap() && SUBJECTS.stream().filter(site::has).count() != 1) {
      problems.unreadable(
          site,
          DiagnosticId.BAD_VALUE,
          "one of `label`, `salesforce` and `hubspot` has to say what changed",
          "write `label:` and the old label, or `salesforce:` or `hubspot:` and the old word");
      return;
    }
    if (track.isEmpty() || subjects.isEmpty() || now.isEmpty()) {
      return;
    }
    var subject = subjects.get(0);
    var was = scalars.word(subject);
    int line = site.place().line();
    if (subject.name().equals("label")) {
      var is = labels(now.get());
      was.map(Label::new)
          .filter(w -> !is.isEmpty() || now.get().isKeyword("none"))
          .ifPresent(
              w -> add(labels, track.get(), new Changes.OfLabel(w, is, because, line), site));
    } else {
      var side = side(subject.name());
      var is = word(now.get());
      if (was.isPresent() && is.isPresent()) {
        var change =
            new Changes.OfWord(
                side, new RawValue(was.get()), new RawValue(is.get()), because, line);
        add(words, track.get(), change, site);
      }
    }
  }

  private <T> void add(Map<Track, List<T>> all, Track track, T change, Site site) {
    all.computeIfAbsent(track, t -> new ArrayList<>()).add(sites.remember(change, site));
  }

  private Optional<Track> track(Site site) {
    var named = scalars.word(site).map(Track::new);
    var known = tracks.stream().map(TrackMapping::track).toList();
    if (named.isPresent()
        && !known.contains(named.get())
        && !sites.top().at("tracks").has(named.get().name())) {
      var names = Nearest.of(known);
      problems.unreadable(
          site,
          DiagnosticId.UNKNOWN_TRACK,
          "there is no track `" + named.get() + "`",
          names.advice(named.get().name(), "tracks of this file: " + names.list()));
    }
    return named.filter(known::contains);
  }

  private List<Label> labels(Site site) {
    if (site.isKeyword("none")) {
      return List.of();
    }
    if (site.isList() && site.items().isEmpty()) {
      problems.unreadable(
          site,
          DiagnosticId.EMPTY_VALUE,
          "an empty list says nothing",
          "write the labels that it became, or `none` if it was retired");
    }
    return site.itemsOrSelf().stream()
        .flatMap(item -> scalars.word(item).stream())
        .map(Label::new)
        .distinct()
        .toList();
  }

  /** A word becomes one word: nothing could say which of two a record gets. */
  private Optional<String> word(Site site) {
    if (site.isKeyword("none")) {
      problems.unreadable(
          site,
          DiagnosticId.CHANGED_TO_NO_WORD,
          "a word cannot become nothing",
          "write the word that takes its place; one that means nothing any more belongs under"
              + " `ignored`");
      return Optional.empty();
    }
    return scalars.word(site);
  }

  private static Side side(String key) {
    return Stream.of(Side.values()).filter(s -> s.key().equals(key)).findFirst().orElseThrow();
  }
}
