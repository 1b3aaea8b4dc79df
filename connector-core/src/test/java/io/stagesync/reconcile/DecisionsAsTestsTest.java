package io.stagesync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.example.Example;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.mapping.yaml.CasesFile;
import io.stagesync.trial.Difference;
import io.stagesync.trial.Trial;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every row of {@code decisions.txt} can be said as a test of a mapping file, and then holds. */
class DecisionsAsTestsTest {
  @TempDir Path folder = Path.of("");

  @TestFactory
  Stream<DynamicTest> everyRowOfTheTableCanBeSaidAsATest() throws IOException {
    return DecisionTableTest.rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.sentence(), () -> holds(row)));
  }

  private void holds(DecisionRow row) throws IOException {
    Mapping mapping = row.mapping();
    Path file = folder.resolve("cases.yaml");
    String text = new Said(row, mapping.track(row.track())).text();
    Files.writeString(file, text);
    List<Example> examples = new ArrayList<>();
    assertThat(CasesFile.read(file, mapping, examples::add)).as(text).isEmpty();
    assertThat(examples).hasSize(2);
    Trial trial = new Trial(mapping);
    assertThat(trial.put(examples.get(0)).differences()).as(text).isEmpty();
    assertThat(trial.put(examples.get(1)).differences())
        .as("a test that expects something else fails")
        .extracting(Difference::what)
        .contains("reason of " + row.track());
  }

  /** A row in the words of a test. */
  private record Said(DecisionRow row, TrackMapping track) {

    String text() {
      String given = "  given:\n" + String.join("", given());
      return "- name: it holds\n"
          + given
          + "  expect:\n"
          + expected(row.reason())
          + "- name: something else does not hold\n"
          + given
          + "  expect:\n"
          + expected(row.reason().equals("AGREED") ? "MOVED" : "AGREED");
    }

    private List<String> given() {
      List<String> lines = new ArrayList<>();
      if (!row.base().equals("-")) {
        lines.add("      base: { " + base() + " }\n");
      }
      List<String> salesforce = new ArrayList<>();
      state("converted").ifPresent(e -> salesforce.add("converted: true, opportunity: " + e));
      state("Partner").ifPresent(p -> salesforce.add("record-type: Partner"));
      lines.add(side(Side.SALESFORCE, row.salesforce(), salesforce));
      lines.add(side(Side.HUBSPOT, row.hubspot(), new ArrayList<>()));
      memory().ifPresent(m -> lines.add("      memory: { " + m + " }\n"));
      fields().ifPresent(f -> lines.add("      fields: { " + f + " }\n"));
      return lines;
    }

    private Optional<String> state(String key) {
      return Optional.ofNullable(row.state().get(key));
    }

    private String base() {
      String name = row.base().split("[@(]")[0];
      boolean known = track.labels().stream().anyMatch(l -> l.label().name().equals(name));
      String said = (known ? "label: " : "formerly: ") + name;
      if (row.base().contains("(")) {
        String inside = row.base().substring(row.base().indexOf('(') + 1, row.base().indexOf(')'));
        String[] raws = inside.split("/");
        said += ", salesforce: " + shown(raws[0], Side.SALESFORCE);
        said += ", hubspot: " + shown(raws[1], Side.HUBSPOT);
      }
      String[] parts = row.base().split("@");
      return parts.length == 2 ? said + ", evidence: " + parts[1] : said;
    }

    private String side(Side side, String cell, List<String> parts) {
      if (cell.equals("x") && parts.isEmpty()) {
        return "      " + side.key() + ": gone\n";
      }
      if (track.field(side).isPresent()) {
        String at = at(side).map(a -> ", at: " + a).orElse("");
        String shown = shown(cell, side);
        boolean map = shown.startsWith("{");
        String whole = map ? shown.replace(" }", at + " }") : "{ value: " + shown + at + " }";
        parts.add(track.track() + ": " + (at.isEmpty() ? shown : whole));
      }
      return parts.isEmpty()
          ? ""
          : "      " + side.key() + ": { " + String.join(", ", parts) + " }\n";
    }

    private Optional<String> at(Side side) {
      String said = state("at").map(a -> a.split("/")[side.ordinal()]).orElse("?");
      if (said.equals("?")) {
        return Optional.empty();
      }
      List<Instant> ends =
          Stream.of(said.split("-"))
              .map(s -> Instant.EPOCH.plusSeconds(Long.parseLong(s)))
              .toList();
      return Optional.of(
          ends.size() == 1
              ? "" + ends.get(0)
              : "{ from: " + ends.get(0) + ", to: " + ends.get(1) + " }");
    }

    private String shown(String cell, Side side) {
      return switch (cell) {
        case "-", "~" -> "blank";
        case "?" -> "unreadable";
        default -> (words(side).contains(cell) ? "{ word: \"" : "{ unknown: \"") + cell + "\" }";
      };
    }

    private Set<String> words(Side side) {
      Stream<Words> words =
          track.labels().stream()
              .flatMap(l -> Stream.concat(Stream.of(l.words()), l.variants().values().stream()))
              .map(w -> w.getOrDefault(side, Words.none()));
      boolean status = side == Side.SALESFORCE && track.track().equals(TestMappings.STATUS);
      return Stream.of(
              words.flatMap(w -> w.values().stream()),
              track.ignored().getOrDefault(side, Set.of()).stream(),
              status ? TestMappings.CONVERTED.stream() : Stream.<RawValue>empty())
          .flatMap(s -> s)
          .map(RawValue::text)
          .collect(Collectors.toSet());
    }

    private Optional<String> memory() {
      List<String> parts = new ArrayList<>();
      boolean changed =
          Stream.of("last", "basefp").anyMatch(key -> state(key).filter("f0"::equals).isPresent());
      if (!changed && state("last").isPresent()) {
        parts.add("last-seen: {}");
      }
      if (changed) {
        parts.add("mapping: " + (state("approved").isPresent() ? "approved" : "changed"));
      }
      if (changed && state("last").isEmpty()) {
        parts.add(
            "last-seen: { hubspot: "
                + shown(words(Side.HUBSPOT).iterator().next(), Side.HUBSPOT)
                + " }");
      }
      state("refused").ifPresent(r -> parts.add("refused: true"));
      state("seen")
          .filter(s -> !s.equals("5") && row.hubspot().equals("-"))
          .ifPresent(s -> parts.add("blank: seen-before"));
      state("clear").ifPresent(c -> parts.add("open-clear: { word: " + c + " }"));
      String stale = state("stale").isPresent() ? ", on: { hubspot: { unknown: stale } }" : "";
      state("choice").ifPresent(c -> parts.add("choice: { side: " + c + stale + " }"));
      state("wrote").ifPresent(w -> parts.add("written: { " + written(w) + " }"));
      state("bounced").ifPresent(w -> parts.add("bouncing: { " + written(w) + " }"));
      return joined(parts);
    }

    private static String written(String said) {
      String[] words = said.replace(" -", " blank").split(" ", 2);
      return words[0] + ": [" + words[1].replace(" ", ", ") + "]";
    }

    private Optional<String> fields() {
      List<String> sides = new ArrayList<>();
      for (Side side : Side.values()) {
        List<String> parts = new ArrayList<>();
        state("without")
            .filter(w -> words(side).contains(w))
            .ifPresent(w -> parts.add("inactive: " + w));
        state("readonly").filter(side.key()::equals).ifPresent(r -> parts.add("read-only: true"));
        state("required").filter(side.key()::equals).ifPresent(r -> parts.add("required: true"));
        if (side == Side.HUBSPOT && track.field(side).isPresent()) {
          parts.add("order: " + order());
        }
        if (side == Side.SALESFORCE && track.track().equals(TestMappings.STATUS)) {
          parts.add("converted: [Closed - Converted, Partner Converted]");
        }
        joined(parts)
            .ifPresent(p -> sides.add(side.key() + ": { " + track.track() + ": { " + p + " } }"));
      }
      return joined(sides);
    }

    /** The order of the file, which is not always that of the ranks. */
    private String order() {
      List<String> words = new ArrayList<>();
      for (LabelMapping label : track.labels()) {
        label
            .words()
            .getOrDefault(Side.HUBSPOT, Words.none())
            .values()
            .forEach(v -> words.add("\"" + v + "\""));
      }
      if (state("reversed").isPresent()) {
        Collections.reverse(words);
      }
      return words.toString();
    }

    private static Optional<String> joined(List<String> parts) {
      return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private String expected(String reason) {
      StringBuilder text = new StringBuilder();
      for (String write :
          row.writes().equals("nothing") ? new String[0] : row.writes().split("; ")) {
        String side = write.substring(0, write.indexOf(':'));
        String value = write.substring(write.indexOf(':') + 2);
        boolean clear = value.startsWith("clear, ");
        String word = clear ? value.substring("clear, ".length()) : value;
        String said =
            word.equals("blank")
                ? "cleared"
                : "{ word: \"" + word + "\", clear-first: " + clear + " }";
        text.append("      ")
            .append(side)
            .append(": { ")
            .append(track.track())
            .append(": ")
            .append(said)
            .append(" }\n");
      }
      text.append("      reason: ").append(reason).append('\n');
      text.append("      label: ")
          .append(row.label().equals("-") ? "none" : row.label())
          .append('\n');
      return text.toString();
    }
  }
}
