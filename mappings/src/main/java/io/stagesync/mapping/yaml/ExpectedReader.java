package io.stagesync.mapping.yaml;

import io.stagesync.example.Expected;
import io.stagesync.example.Expected.Write;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a test expects. */
final class ExpectedReader {
  static final List<String> KEYS =
      List.of("salesforce", "hubspot", "label", "reason", "outcome", "cycle", "findings");
  static final List<String> WRITE = List.of("word", "label", "clear-first");
  private static final String EXAMPLE = "{ hubspot: { lead-stage: mql }, salesforce: untouched }";

  private final InPlay inPlay;
  private final ExampleNames names;
  private final Problems problems;

  ExpectedReader(InPlay inPlay) {
    this.inPlay = inPlay;
    this.names = inPlay.names();
    this.problems = names.problems();
  }

  Expected read(Site site) {
    if (names.says(site, "nothing")) {
      return Expected.NOTHING;
    }
    if (!site.isMap()) {
      problems.unreadable(
          site,
          DiagnosticId.BAD_VALUE,
          "`expect` has to be `nothing`, or keys with what is expected",
          "write it like `" + EXAMPLE + "`");
      return Expected.NOTHING;
    }
    var keys = new Keys(site, problems, EXAMPLE, KEYS);
    Map<Side, Map<Track, Write>> writes = new EnumMap<>(Side.class);
    var anything = EnumSet.noneOf(Side.class);
    for (var side : Side.values()) {
      var said = keys.get(side.key());
      if (said.filter(s -> names.says(s, "any")).isPresent()) {
        anything.add(side);
      } else if (said.filter(s -> !names.says(s, "untouched")).isPresent()) {
        writes.put(side, writes(said.get(), side));
      }
    }
    return new Expected(
        writes,
        anything,
        keys.get("label").map(l -> inPlay.read(l, List.of(), this::label)).orElse(Map.of()),
        keys.get("reason").map(r -> inPlay.read(r, List.of(), this::code)).orElse(Map.of()),
        keys.get("outcome").map(o -> inPlay.read(o, List.of(), this::code)).orElse(Map.of()),
        keys.get("cycle").map(c -> inPlay.read(c, List.of(), this::cycle)).orElse(Map.of()),
        keys.get("findings").map(this::findings));
  }

  private Map<Track, Write> writes(Site site, Side side) {
    if (!site.isMap()) {
      problems.unreadable(
          site,
          DiagnosticId.BAD_VALUE,
          "`" + site.name() + "` has to be tracks with what is written",
          "write it like `{ lead-stage: mql }`, or `untouched` or `any`");
      return Map.of();
    }
    var writes = new LinkedHashMap<Track, Write>();
    for (var entry : site.entries()) {
      names
          .track(entry, List.of())
          .filter(track -> names.hasField(entry, track, side))
          .flatMap(t -> write(entry, t, side).map(w -> Map.entry(t.track(), w)))
          .ifPresent(e -> writes.put(e.getKey(), e.getValue()));
    }
    return writes;
  }

  private Optional<Write> write(Site site, TrackMapping track, Side side) {
    if (!site.isMap()) {
      return bare(site, track, side);
    }
    var keys = new Keys(site, problems, "{ label: mql, clear-first: true }", WRITE);
    if (site.has("word") == site.has("label")) {
      problems.unreadable(
          site,
          DiagnosticId.BAD_VALUE,
          "either `word` or `label` has to stand here, and one of them",
          "write it like `{ label: mql, clear-first: true }`");
      return Optional.empty();
    }
    var clearFirst =
        keys.get("clear-first")
            .flatMap(c -> names.scalars().choice(c, new Boolean[] {true, false}, String::valueOf));
    if (side == Side.SALESFORCE && clearFirst.orElse(false)) {
      problems.unreadable(
          site.at("clear-first"),
          DiagnosticId.TEST_IMPOSSIBLE,
          "HubSpot's stage alone is cleared before it is set; Salesforce takes every value as it is",
          "delete `clear-first`");
    }
    var word =
        keys.get("word")
            .flatMap(w -> new ShownReader(names).known(w, track, side))
            .map(w -> new Write(Write.Kind.WORD, w.text(), clearFirst));
    return word.isPresent()
        ? word
        : keys.get("label")
            .filter(l -> written(l, track, side))
            .flatMap(l -> names.label(l, track))
            .map(l -> new Write(Write.Kind.LABEL, l.name(), clearFirst));
  }

  private Optional<Write> bare(Site site, TrackMapping track, Side side) {
    if (names.keyword(site, "untouched")) {
      return Optional.of(Write.UNTOUCHED);
    }
    if (names.keyword(site, "any")) {
      return Optional.of(Write.ANYTHING);
    }
    if (names.keyword(site, "cleared")) {
      return Optional.of(new Write(Write.Kind.CLEARED, "", Optional.empty()));
    }
    return names
        .scalars()
        .word(site)
        .flatMap(text -> names.isWord(site, track, side, ""))
        .filter(isWord -> isWord || written(site, track, side))
        .map(isWord -> isWord ? Write.Kind.WORD : Write.Kind.LABEL)
        .map(kind -> new Write(kind, site.text(), Optional.empty()));
  }

  /** Whether a label can be written on a side at all; reports one that never is. */
  private boolean written(Site site, TrackMapping track, Side side) {
    var label = track.label(new Label(site.text().isBlank() ? "none" : site.text()));
    boolean never = label.filter(l -> wordless(l, side)).isPresent();
    if (never) {
      names
          .draft()
          .senseless(
              site,
              DiagnosticId.TEST_IMPOSSIBLE,
              "`"
                  + site.text()
                  + "` is never written in "
                  + side.displayName()
                  + ": it has no word there",
              "write `untouched`, or `cleared` where the field is to be empty");
    }
    return !never;
  }

  private static boolean wordless(LabelMapping label, Side side) {
    var kind = label.words(side).kind();
    return !label.hasWord(side) && (kind == Words.Kind.NONE || kind == Words.Kind.CONVERTED_STATUS);
  }

  private Optional<Optional<Label>> label(Site site, TrackMapping track) {
    return names.says(site, "none")
        ? Optional.of(Optional.empty())
        : names.label(site, track).map(Optional::of);
  }

  private Optional<String> code(Site site, TrackMapping track) {
    return names.scalars().word(site);
  }

  private Optional<Integer> cycle(Site site, TrackMapping track) {
    return names.scalars().integer(site, 1, 1_000_000);
  }

  private Set<String> findings(Site site) {
    var codes = new LinkedHashSet<String>();
    if (!names.says(site, "none")) {
      site.itemsOrSelf().forEach(item -> names.scalars().word(item).ifPresent(codes::add));
    }
    return codes;
  }
}
