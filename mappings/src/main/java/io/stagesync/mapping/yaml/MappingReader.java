package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Limits;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Reads;
import io.stagesync.mapping.Team;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads a whole file; what cannot be read is reported and left out. */
final class MappingReader {
  /** The only version of the language so far. */
  private static final String VERSION = "1";

  static final List<String> KEYS =
      List.of(
          "version",
          "name",
          "approved",
          "limits",
          "owners",
          "pairs",
          "tracks",
          "rules",
          "conversion",
          "attributes",
          "external-writers",
          "changed-labels",
          "tests");

  private final Problems problems;
  private final Sites sites;
  private final Scalars scalars;

  MappingReader(Problems problems, Sites sites) {
    this.problems = problems;
    this.sites = sites;
    this.scalars = new Scalars(problems);
  }

  Mapping read() {
    var top = sites.top();
    var keys = new Keys(top, problems, "version: 1", KEYS);
    keys.required("version", "begin the file with `version: 1`").ifPresent(this::version);
    var asTheyAre =
        keys.required("tracks", "say which fields are kept in agreement, under `tracks`")
            .map(this::tracks)
            .orElse(List.of());
    var tracks =
        keys.get("changed-labels")
            .map(changes -> new ChangesReader(problems, sites, asTheyAre).read(changes))
            .orElse(asTheyAre);
    var conversion = keys.get("conversion");
    var pairs = new PairsReader(problems, sites, keys.get("pairs"));
    var rules = new RuleReader(problems, sites);
    keys.get("rules").ifPresent(rules::read);
    return new Mapping(
        keys.get("name").flatMap(scalars::prose).filter(n -> !n.isEmpty()).orElse(problems.file()),
        PlaceReader.read(problems.file(), top),
        keys.get("limits").map(this::limits).orElse(Limits.DEFAULT),
        keys.get("owners")
            .map(this::teams)
            .orElse(
                Map.of(new Team("sales"), Side.SALESFORCE, new Team("marketing"), Side.HUBSPOT)),
        pairs.pairing(),
        pairs.scope(tracks),
        tracks,
        rules.rules(),
        rules.firstLabels(),
        conversion
            .filter(c -> !ConversionReader.never(c))
            .flatMap(c -> new ConversionReader(problems, sites).read(c, tracks)),
        new Reads(
            conversion.filter(ConversionReader::never).isEmpty(),
            keys.get("attributes")
                .map(a -> new AttributeReader(problems, sites).read(a))
                .orElse(List.of()),
            pairs.pilot()),
        keys.get("approved").flatMap(new ApprovalReader(problems)::read),
        new HandsReader(problems).read(keys.get("external-writers"), top.at("tracks")));
  }

  private void version(Site site) {
    if (!site.text().equals(VERSION)) {
      problems.unreadable(
          site,
          DiagnosticId.VERSION,
          "this program reads version " + VERSION + " of the language",
          "write `version: " + VERSION + "`, or use the program that the file was written for");
    }
  }

  private Limits limits(Site site) {
    var keys =
        new Keys(
            site,
            problems,
            "{ changes: 200, share: 5%, toward-one-value: 50% }",
            List.of("changes", "share", "toward-one-value"));
    return new Limits(
        keys.get("changes")
            .flatMap(c -> scalars.integer(c, 1, 10_000_000))
            .orElse(Limits.DEFAULT.changes()),
        keys.get("share").flatMap(scalars::percent).orElse(Limits.DEFAULT.sharePercent()),
        keys.get("toward-one-value")
            .flatMap(scalars::percent)
            .orElse(Limits.DEFAULT.towardOneValuePercent()));
  }

  private Map<Team, Side> teams(Site site) {
    var teams = new LinkedHashMap<Team, Side>();
    new Keys(site, problems, "{ sales: salesforce, marketing: hubspot }", names(site));
    for (var entry : site.entries()) {
      var name = scalars.name(entry);
      var side = scalars.choice(entry, Side.values(), Side::key);
      if (name.isPresent() && side.isPresent()) {
        teams.put(new Team(name.get()), side.get());
      }
    }
    return teams;
  }

  private List<TrackMapping> tracks(Site site) {
    new Keys(site, problems, "lead-status: { salesforce: Lead.Status, ... }", names(site));
    if (site.isMap() && site.entries().isEmpty()) {
      problems.unreadable(
          site,
          DiagnosticId.EMPTY_VALUE,
          "a file without tracks keeps nothing in agreement",
          "add a track");
    }
    var reader = new TrackReader(problems, sites);
    var tracks = new ArrayList<TrackMapping>();
    var seen = new LinkedHashSet<String>();
    for (var entry : site.entries()) {
      if (seen.add(entry.name())) {
        reader.read(entry).ifPresent(tracks::add);
      }
    }
    return tracks;
  }

  private static List<String> names(Site site) {
    return site.entries().stream().map(Site::name).toList();
  }
}
