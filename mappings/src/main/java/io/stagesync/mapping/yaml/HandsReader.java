package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Hands;
import io.stagesync.mapping.Nearest;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads who changes fields beside us, and who may. */
final class HandsReader {
  private static final Pattern USER = Pattern.compile("005[A-Za-z0-9]{12}([A-Za-z0-9]{3})?");
  private static final Pattern SOURCE = Pattern.compile("[A-Z][A-Z0-9_]*( \\S.*)?");

  private final Problems problems;
  private final Scalars scalars;
  private final Map<String, Hands.External> external = new LinkedHashMap<>();
  private final Map<Track, Hands.Writers> writers = new LinkedHashMap<>();

  HandsReader(Problems problems) {
    this.problems = problems;
    this.scalars = new Scalars(problems);
  }

  /** Reads both; externals come first, for tracks name them. */
  Hands read(Optional<Site> externals, Site tracks) {
    externals.ifPresent(this::externals);
    for (var track : tracks.entries()) {
      track
          .get("writers")
          .filter(this::says)
          .ifPresent(site -> writers.putIfAbsent(new Track(track.name()), writers(site, track)));
    }
    return new Hands(new ArrayList<>(external.values()), writers);
  }

  private boolean says(Site site) {
    if (site.isNothing()) {
      problems.unreadable(
          site,
          DiagnosticId.EMPTY_VALUE,
          "nothing stands behind `writers`",
          "write who may change the fields, or delete the key");
    }
    return !site.isNothing();
  }

  private void externals(Site site) {
    var example =
        "call-flow: { salesforce: 0058d000001AbCdAAA, means: Sets Contacted after a call }";
    new Keys(site, problems, example, site.entries().stream().map(Site::name).toList());
    for (var entry : site.entries()) {
      scalars.name(entry).ifPresent(name -> external.putIfAbsent(name, external(entry, name)));
    }
  }

  private Hands.External external(Site site, String name) {
    var keys =
        new Keys(
            site,
            problems,
            "{ salesforce: 0058d000001AbCdAAA }",
            List.of(Side.SALESFORCE.key(), Side.HUBSPOT.key(), "means"));
    var ids = new EnumMap<Side, Set<String>>(Side.class);
    for (var side : Side.values()) {
      keys.get(side.key()).ifPresent(s -> ids.put(side, ids(s, side, false)));
    }
    if (site.isMap() && !site.has(Side.SALESFORCE.key()) && !site.has(Side.HUBSPOT.key())) {
      problems.unreadable(
          site,
          DiagnosticId.MISSING_KEY,
          "nothing says by which user or source `" + name + "` writes",
          "add `salesforce:` with the id of a user, or `hubspot:` with a source of its history");
    }
    return new Hands.External(name, ids, keys.get("means").flatMap(scalars::prose).orElse(""));
  }

  private Hands.Writers writers(Site site, Site track) {
    var keys =
        new Keys(
            site,
            problems,
            "{ salesforce: [call-flow, 0058d000001AbCdAAA], hubspot: [CRM_UI] }",
            List.of(Side.SALESFORCE.key(), Side.HUBSPOT.key()));
    var allowed = new EnumMap<Side, Set<String>>(Side.class);
    for (var side : Side.values()) {
      keys.get(side.key())
          .filter(s -> hasField(s, side, track))
          .ifPresent(s -> allowed.put(side, ids(s, side, true)));
    }
    return new Hands.Writers(allowed, site.place().line());
  }

  private boolean hasField(Site site, Side side, Site track) {
    boolean none = track.get(side.key()).filter(field -> field.isKeyword("none")).isPresent();
    if (none) {
      problems.unreadable(
          site,
          DiagnosticId.WORD_WITHOUT_FIELD,
          "the track `" + track.name() + "` has no field in " + side.displayName(),
          "delete it");
    }
    return !none;
  }

  private Set<String> ids(Site site, Side side, boolean named) {
    var ids = new LinkedHashSet<String>();
    for (var item : site.itemsOrSelf()) {
      scalars.word(item).ifPresent(word -> id(item, side, word, named, ids));
    }
    return ids;
  }

  private void id(Site item, Side side, String word, boolean named, Set<String> ids) {
    var known = Optional.ofNullable(named ? external.get(word) : null);
    if (known.isPresent() && known.get().ids().containsKey(side)) {
      ids.addAll(known.get().ids().getOrDefault(side, Set.of()));
      return;
    }
    if ((side == Side.SALESFORCE ? USER : SOURCE).matcher(word).matches()) {
      ids.add(word);
      return;
    }
    var names = Nearest.of(external.keySet());
    problems.unreadable(
        item,
        named ? DiagnosticId.UNKNOWN_WRITER : DiagnosticId.BAD_VALUE,
        known.isPresent()
            ? "`" + word + "` has no id in " + side.displayName()
            : "`"
                + word
                + "` is "
                + (side == Side.SALESFORCE
                    ? "no id of a Salesforce user"
                    : "no source as HubSpot's history names it")
                + (named ? ", and no name under `external-writers`" : ""),
        known.isPresent()
            ? "give it one under `external-writers`"
            : names.advice(
                word,
                side == Side.SALESFORCE
                    ? "write the id of the user that it runs as, which begins with `005`"
                    : "write a source like `CRM_UI`, `INTEGRATION 4471` or `AUTOMATION_PLATFORM`"));
  }
}
