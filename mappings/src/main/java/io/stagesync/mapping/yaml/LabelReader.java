package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Branch;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Team;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one label of a track. */
final class LabelReader {
  static final List<String> KEYS =
      List.of(
          "rank",
          "branch",
          "salesforce",
          "hubspot",
          "for",
          "owner",
          "requires",
          "from",
          "entry-criteria",
          "exit-criteria",
          "side-effects",
          "pipeline",
          "means",
          "entered-when",
          "next-action",
          "on-introduce",
          "aliases");

  private static final Pattern DEVELOPER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private final Problems problems;
  private final Scalars scalars;
  private final WordsReader words;

  LabelReader(Problems problems) {
    this.problems = problems;
    this.scalars = new Scalars(problems);
    this.words = new WordsReader(problems);
  }

  /** The label; empty where not even its name can be read. */
  Optional<LabelMapping> read(Site site) {
    return scalars.name(site).map(name -> label(site, new Label(name)));
  }

  private LabelMapping label(Site site, Label label) {
    var keys = new Keys(site, problems, "{ salesforce: Open, hubspot: OPEN }", KEYS);
    var said = new EnumMap<Side, Words>(Side.class);
    for (var side : Side.values()) {
      said.put(side, keys.get(side.key()).map(words::read).orElse(Words.none()));
    }
    var companion = keys.get("requires");
    boolean supplied = companion.isPresent() && companion.get().isMap();
    var from = keys.get("from");
    from.ifPresent(f -> scalars.choice(f, new String[] {"opportunity"}, word -> word));
    return new LabelMapping(
        label,
        keys.get("rank").flatMap(rank -> scalars.integer(rank, 0, 1_000_000)),
        keys.get("branch").flatMap(scalars::word).map(Branch::new),
        said,
        keys.get("for").map(this::variants).orElse(Map.of()),
        keys.get("owner").flatMap(scalars::word).map(Team::new),
        supplied
            ? companion.flatMap(c -> single(c)).map(entry -> new Track(entry.name()))
            : companion.flatMap(scalars::word).map(Track::new),
        supplied
            ? companion.flatMap(c -> single(c)).flatMap(scalars::word).map(Label::new)
            : Optional.empty(),
        from.isPresent(),
        new CriteriaReader(problems).read(keys),
        new CountingReader(problems).read(keys),
        guide(keys));
  }

  private Map<RecordType, Map<Side, Words>> variants(Site site) {
    var variants = new LinkedHashMap<RecordType, Map<Side, Words>>();
    new Keys(site, problems, "{ Partner: { salesforce: Partner Working } }", names(site));
    for (var entry : site.entries()) {
      if (entry.has("hubspot")) {
        problems.unreadable(
            entry.at("hubspot").keyPlace(),
            DiagnosticId.BAD_VALUE,
            "record types are Salesforce's alone, so HubSpot has no words for them",
            "keep only `salesforce` here");
      }
      var keys =
          new Keys(entry, problems, "{ salesforce: Partner Working }", List.of("salesforce"));
      if (!DEVELOPER_NAME.matcher(entry.name()).matches()) {
        problems.unreadable(
            entry.keyPlace(),
            DiagnosticId.BAD_NAME,
            "`" + entry.name() + "` is no developer name of a record type",
            "write the name that Salesforce shows under Record Type Name, not its label");
        continue;
      }
      if (entry.has("hubspot")) {
        continue;
      }
      var said = keys.required("salesforce", "write the words that this record type uses");
      if (said.isPresent()) {
        variants.put(new RecordType(entry.name()), Map.of(Side.SALESFORCE, words.own(said.get())));
      }
    }
    return variants;
  }

  private Optional<Site> single(Site site) {
    return Entry.single(site, problems, "{ unqualified-reason: not-ready }");
  }

  private LabelMapping.Guide guide(Keys keys) {
    return new LabelMapping.Guide(
        keys.get("means").flatMap(scalars::prose).orElse(""),
        keys.get("entered-when").flatMap(scalars::prose).orElse(""),
        keys.get("next-action").flatMap(scalars::prose).orElse(""),
        keys.get("on-introduce").flatMap(scalars::prose).orElse(""),
        keys.get("aliases").map(this::aliases).orElse(List.of()));
  }

  private List<String> aliases(Site site) {
    return site.itemsOrSelf().stream().flatMap(item -> scalars.word(item).stream()).toList();
  }

  private static List<String> names(Site site) {
    return site.entries().stream().map(Site::name).toList();
  }
}
