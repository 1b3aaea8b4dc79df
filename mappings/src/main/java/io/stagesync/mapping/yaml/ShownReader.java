package io.stagesync.mapping.yaml;

import io.stagesync.example.Shown;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads what one side of a test shows in one track. */
final class ShownReader {
  static final List<String> KEYS = List.of("value", "word", "label", "unknown", "at", "by");
  private static final List<String> WAYS = KEYS.subList(0, 4);
  private static final String EXAMPLE = "{ value: Qualified, at: 2026-03-01T10:00:00Z, by: Ann }";

  private final ExampleNames names;
  private final Problems problems;

  ShownReader(ExampleNames names) {
    this.names = names;
    this.problems = names.problems();
  }

  Optional<Shown> read(Site site, TrackMapping track, Side side) {
    if (!names.hasField(site, track, side)) {
      return Optional.empty();
    }
    if (!site.isMap()) {
      return bare(site, track, side);
    }
    var keys = new Keys(site, problems, EXAMPLE, KEYS);
    var ways = WAYS.stream().filter(site::has).toList();
    if (ways.size() != 1) {
      problems.unreadable(
          site,
          DiagnosticId.BAD_VALUE,
          "exactly one of `value`, `word`, `label` and `unknown` has to stand here",
          "write it like `" + EXAMPLE + "`");
      return Optional.empty();
    }
    var by = keys.get("by").flatMap(b -> names.scalars().prose(b)).orElse("");
    var at = keys.get("at").flatMap(this::moments);
    return keys.get(ways.get(0))
        .flatMap(value -> said(value, track, side))
        .map(shown -> new Shown(shown.kind(), shown.text(), at, by));
  }

  private Optional<Shown> said(Site value, TrackMapping track, Side side) {
    return switch (value.name()) {
      case "word" -> word(value, track, side);
      case "label" -> names.label(value, track).map(label -> Shown.label(label.name()));
      case "unknown" -> unknown(value, track, side);
      default -> bare(value, track, side);
    };
  }

  private Optional<Shown> bare(Site site, TrackMapping track, Side side) {
    if (names.keyword(site, "blank")) {
      return Optional.of(Shown.of(Shown.Kind.BLANK));
    }
    if (names.keyword(site, "unreadable")) {
      return Optional.of(Shown.of(Shown.Kind.UNREADABLE));
    }
    if (names.keyword(site, "gone")) {
      problems.unreadable(
          site,
          DiagnosticId.TEST_IMPOSSIBLE,
          "a record is gone as a whole, never in one track",
          "write `" + side.key() + ": gone`");
      return Optional.empty();
    }
    return names
        .scalars()
        .word(site)
        .flatMap(text -> names.isWord(site, track, side, unknown(text)))
        .map(isWord -> isWord ? Shown.word(site.text()) : Shown.label(site.text()));
  }

  private Optional<Shown> word(Site site, TrackMapping track, Side side) {
    return known(site, track, side).map(word -> Shown.word(word.text()));
  }

  /** A raw value that the file knows. */
  Optional<RawValue> known(Site site, TrackMapping track, Side side) {
    var word = names.scalars().word(site).map(RawValue::new);
    if (word.filter(w -> !names.known(track, side, w)).isEmpty()) {
      return word;
    }
    if (names.isWord(site, track, side, "").isPresent()) {
      names
          .draft()
          .senseless(
              site,
              DiagnosticId.UNKNOWN_WORD,
              "`" + site.text() + "` is a label and no word of " + side.displayName(),
              "write its word as it stands in the file");
    }
    return Optional.empty();
  }

  private static String unknown(String text) {
    return "a value that the file is not to know is `{ unknown: " + text + " }`";
  }

  private Optional<Shown> unknown(Site site, TrackMapping track, Side side) {
    var text = names.scalars().word(site);
    if (text.filter(t -> names.known(track, side, new RawValue(t))).isPresent()) {
      names
          .draft()
          .senseless(
              site,
              DiagnosticId.TEST_IMPOSSIBLE,
              "the file does know `" + site.text() + "` in " + side.displayName(),
              "write `{ word: " + site.text() + " }`, or a value that stands nowhere in the file");
      return Optional.empty();
    }
    return text.map(Shown::word);
  }

  private Optional<Shown.Moments> moments(Site site) {
    if (!site.isMap()) {
      return instant(site).map(i -> new Shown.Moments(i, i));
    }
    var keys =
        new Keys(site, problems, "{ from: 2026-03-01T10:00:00Z, to: ... }", List.of("from", "to"));
    var from = keys.required("from", "name the earliest moment").flatMap(this::instant);
    var to = keys.required("to", "name the latest moment").flatMap(this::instant);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().isBefore(to.get())) {
      problems.unreadable(
          site,
          DiagnosticId.TEST_IMPOSSIBLE,
          "`from` is not before `to`",
          "write the earlier moment first, or one moment behind `at`");
      return Optional.empty();
    }
    return Optional.of(new Shown.Moments(from.get(), to.get()));
  }

  private Optional<Instant> instant(Site site) {
    var text = names.scalars().word(site);
    try {
      return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      problems.unreadable(
          site,
          DiagnosticId.BAD_VALUE,
          "`" + site.text() + "` is no moment",
          "write it like `2026-03-01T10:00:00Z`");
      return Optional.empty();
    }
  }
}
