package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Pairing;
import io.stagesync.mapping.Pilot;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how pairs are found and which of them take part. */
final class PairsReader {
  private static final Pattern PROPERTY = Pattern.compile("hubspot\\.([a-z][a-z0-9_]*)");

  private final Problems problems;
  private final Sites sites;
  private final Scalars scalars;
  private final Optional<Keys> keys;
  private final Optional<Keys> scope;

  PairsReader(Problems problems, Sites sites, Optional<Site> pairs) {
    this.problems = problems;
    this.sites = sites;
    this.scalars = new Scalars(problems);
    this.keys = pairs.map(p -> new Keys(p, problems, "{ by: [email] }", List.of("by", "scope")));
    this.scope = keys.flatMap(k -> k.get("scope")).map(this::scope);
  }

  private Keys scope(Site site) {
    var known = new Keys(site, problems, "{ not-below: mql }", List.of("not-below", "pilot"));
    if (site.isMap() && !site.has("pilot")) {
      known.required("not-below", "name the lowest label that takes part");
    }
    return known;
  }

  /** Who takes part in a pilot; empty: everybody. */
  Optional<Pilot> pilot() {
    return scope
        .flatMap(s -> s.get("pilot"))
        .flatMap(pilot -> new PilotReader(problems, sites).read(pilot));
  }

  Pairing pairing() {
    return keys.flatMap(k -> k.get("by")).map(this::by).orElse(Pairing.DEFAULT);
  }

  private Pairing by(Site site) {
    var ways = new ArrayList<Pairing.By>();
    for (var item : site.itemsOrSelf()) {
      scalars.word(item).flatMap(word -> way(item, word)).ifPresent(way -> add(ways, way, item));
    }
    if (site.isList() && site.items().isEmpty()) {
      problems.unreadable(
          site,
          DiagnosticId.EMPTY_VALUE,
          "without a way to find pairs nothing can be kept in agreement",
          "write `[hubspot.salesforceleadid, email]`");
    }
    return new Pairing(ways);
  }

  private void add(List<Pairing.By> ways, Pairing.By way, Site item) {
    if (ways.contains(way)) {
      problems.unreadable(
          item,
          DiagnosticId.BAD_VALUE,
          "`" + item.text() + "` stands here a second time",
          "keep one of them");
    }
    ways.add(way);
  }

  private Optional<Pairing.By> way(Site site, String word) {
    if (word.equals("email")) {
      return Optional.of(new Pairing.By(Optional.empty()));
    }
    var property = PROPERTY.matcher(word);
    if (property.matches()) {
      var field = new FieldName(Side.HUBSPOT, "contact", property.group(1));
      return Optional.of(new Pairing.By(Optional.of(field)));
    }
    problems.unreadable(
        site,
        DiagnosticId.BAD_VALUE,
        "`" + word + "` is no way to find a pair",
        "write `email`, or `hubspot.` and the property that holds the lead's id, like"
            + " `hubspot.salesforceleadid`");
    return Optional.empty();
  }

  /** The scope, whose track is found by its label where the file does not name it. */
  Optional<Scope> scope(List<TrackMapping> tracks) {
    var floor = scope.flatMap(s -> s.get("not-below"));
    if (floor.isEmpty()) {
      return Optional.empty();
    }
    var site = floor.get();
    if (site.isMap()) {
      return Entry.single(site, problems, "{ lead-stage: mql }")
          .flatMap(
              entry ->
                  scalars
                      .word(entry)
                      .map(label -> new Scope(new Track(entry.name()), new Label(label))))
          .map(scope -> sites.remember(scope, site));
    }
    return scalars
        .word(site)
        .map(Label::new)
        .flatMap(label -> new TrackFinder(tracks, problems).havingScope(label, site))
        .map(scope -> sites.remember(scope, site));
  }
}
