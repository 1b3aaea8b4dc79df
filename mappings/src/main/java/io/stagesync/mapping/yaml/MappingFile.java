package io.stagesync.mapping.yaml;

import io.stagesync.vocabulary.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Mapping files, from a path, from a text, or shipped with the program. */
public final class MappingFile {
  /** The names of the shipped mapping files. */
  public static final List<String> PRESETS =
      List.of(
          "standard",
          "demand-waterfall",
          "outreach",
          "b2b-enterprise",
          "b2c-high-touch",
          "b2c-shop",
          "five-stages",
          "hubspot-defaults",
          "no-lead-stage");

  private MappingFile() {}

  /**
   * Reads a file. Whatever is wrong, with the file or in it, is a diagnostic; nothing is thrown.
   */
  public static LoadedMapping load(Path path) {
    var problems = new Problems(path.toString());
    return new SourceText(problems)
        .read(path)
        .map(text -> parse(problems, text))
        .orElseGet(() -> failed(problems));
  }

  /**
   * Reads a text.
   *
   * @param fileName how messages name it
   */
  public static LoadedMapping parse(String fileName, String text) {
    return parse(new Problems(fileName), text);
  }

  /**
   * A mapping file that is shipped with the program, by its name without {@code .yaml}.
   *
   * @throws IllegalArgumentException where none has that name
   */
  public static LoadedMapping preset(String name) {
    return parse("definitions/" + name + ".yaml", presetText(name));
  }

  /**
   * The text of a shipped mapping file, with its comments, to be copied to a folder with the {@link
   * SchemaFile} and edited there.
   *
   * @throws IllegalArgumentException where none has that name
   */
  public static String presetText(String name) {
    if (!PRESETS.contains(name)) {
      throw new IllegalArgumentException(
          "no mapping file `" + name + "` is shipped; there are " + PRESETS);
    }
    try (var in = MappingFile.class.getResourceAsStream("/definitions/" + name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException(
            "the program was packaged without definitions/" + name + ".yaml");
      }
      return SchemaFile.beside(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * For whom a shipped mapping file is, in one sentence: the beginning of its own header.
   *
   * @throws IllegalArgumentException where none has that name
   */
  public static String presetFor(String name) {
    var header =
        presetText(name)
            .lines()
            .skip(1) // the line for editors
            .takeWhile(line -> line.startsWith("# "))
            .map(line -> line.substring(2).strip())
            .collect(Collectors.joining(" "));
    var said = header.startsWith(FOR) ? header.substring(FOR.length()) : header;
    int end = said.indexOf(". ");
    return end < 0 ? said : said.substring(0, end + 1);
  }

  private static final String FOR = "For: ";

  /** A raw value as a mapping file writes it, in quotes where it needs them. */
  public static String word(RawValue value) {
    return TextEdits.word(value);
  }

  private static LoadedMapping parse(Problems problems, String raw) {
    var top =
        new SourceText(problems)
            .check(raw)
            .flatMap(text -> new YamlReader(problems).read(text))
            .filter(site -> new TreeCheck(problems).check(site));
    if (top.isEmpty()) {
      return failed(problems);
    }
    var sites = new Sites(top.get());
    var mapping = new MappingReader(problems, sites).read();
    problems.everythingIsRead();
    var draft = new Draft(mapping, sites, problems);
    Meaning.check(draft);
    var tests = top.get().get("tests").map(new ExampleReader(draft, false)::list).orElse(List.of());
    return problems.any()
        ? new LoadedMapping(Optional.empty(), tests, problems.sorted())
        : new LoadedMapping(Optional.of(Fingerprints.on(mapping)), tests, problems.sorted());
  }

  private static LoadedMapping failed(Problems problems) {
    return new LoadedMapping(Optional.empty(), List.of(), problems.sorted());
  }
}
