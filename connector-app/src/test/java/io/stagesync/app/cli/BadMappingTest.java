package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that reads a mapping file gets every bad one, and treats it alike. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadMappingTest {
  /** They ask for no mapping file, or bring their own. */
  private static final Set<String> READ_NONE =
      Set.of("init", "status", "explain", "release", "backup", "demo", "benchmark", "simulate");

  private static final List<List<String>> READERS =
      List.of(
          List.of("check"),
          List.of("check", "--live"),
          List.of("check", "--live", "--write-fixes", "fixes"),
          List.of("test"),
          List.of("test", "--cases", "cases.yaml", "--junit", "results.json"),
          List.of("test", "--edge-cases"),
          List.of("docs", "--out", "page.html"),
          List.of("docs", "--live"),
          List.of("doctor"),
          List.of("plan", "--out", "second.json"),
          List.of("preview", "--mapping", "mapping.yaml"),
          List.of("preview", "--live", "--mapping", "mapping.yaml"),
          List.of("apply", "plan.json", "--approve"),
          List.of("sync"),
          List.of("serve"),
          List.of("drift"),
          List.of("drift", "--accept"),
          List.of("drift", "--references", "fixes"));

  /** One desk for all: nothing that is done here may change it. */
  private final Path folder;

  private final Desk desk;

  BadMappingTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    desk = Desk.ready(folder);
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    assertThat(desk.run("plan", "-q", "--out", desk.file("plan.json"))).as(desk.err).isZero();
    Files.delete(folder.resolve("mapping.yaml"));
    desk.write("cases.yaml", "[]\n");
    Files.createDirectory(folder.resolve("fixes"));
  }

  static List<BadFile> files() {
    return BadFile.all();
  }

  @Test
  void everyCommandIsKnownToReadAMappingFileOrNot() {
    desk.run("--help");
    var commands = new TreeSet<String>();
    Pattern.compile("^  ([a-z]+)  ", Pattern.MULTILINE)
        .matcher(desk.out.substring(desk.out.indexOf("Commands:")))
        .results()
        .forEach(command -> commands.add(command.group(1)));
    var known = new TreeSet<>(READERS.stream().map(words -> words.get(0)).toList());
    known.addAll(READ_NONE);
    assertThat(commands).isEqualTo(known);
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyCommandSaysAllThatIsWrongAndDoesNothing(BadFile bad) throws Exception {
    boolean made = bad.maker().make(folder.resolve("mapping.yaml"));
    assumeTrue(made || System.getProperty("os.name").equals("Linux"), "not on this machine");
    assertThat(made).isTrue();
    var before = contents();
    for (var reader : READERS) {
      var words =
          reader.stream().map(w -> w.matches("fixes|.*\\.\\w+") ? desk.file(w) : w).toList();
      int code =
          assertTimeoutPreemptively(
              Duration.ofSeconds(60), () -> desk.run(words.toArray(new String[0])));
      assertThat(code).as(words + "\n" + desk.out + desk.err).isEqualTo(ExitCode.FAILED);
      assertThat(desk.out + desk.err)
          .as(words.toString())
          .contains(bad.said())
          .contains("mapping.yaml", "help: ")
          .doesNotContain("Exception", "\tat ", "\u0007");
      asksAsAProgram(words, bad);
      assertThat(desk.hubspot.written).isEmpty();
      assertThat(desk.salesforce.written).isEmpty();
      assertThat(contents()).as(words.toString()).isEqualTo(before);
    }
  }

  /** A program gets one object with all problems, and no words for people. */
  private void asksAsAProgram(List<String> words, BadFile bad) throws JsonProcessingException {
    var asked = new ArrayList<>(words);
    asked.add("--json");
    assertThat(desk.run(asked.toArray(new String[0]))).isEqualTo(ExitCode.FAILED);
    if (!Files.exists(folder.resolve("mapping.yaml"), LinkOption.NOFOLLOW_LINKS)
        && desk.out.isEmpty()) {
      assertThat(desk.err).as("the config names a file that is not there").contains(bad.said());
      return;
    }
    assertThat(desk.out.lines().count()).as(asked + desk.err).isOne();
    var problems = new ObjectMapper().readTree(desk.out).path("problems");
    assertThat(problems).as(asked.toString()).isNotEmpty();
    for (var problem : problems) {
      assertThat(problem.path("file").asText()).isEqualTo(desk.file("mapping.yaml"));
    }
    bad.ids().forEach(id -> assertThat(problems.toString()).contains(id));
  }

  @AfterEach
  void takeItAway() throws IOException {
    Files.deleteIfExists(folder.resolve("mapping.yaml"));
  }

  /** Every file of the folder that is one, with its size and the moment of its last change. */
  private Map<String, String> contents() throws IOException {
    var all = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var said = Files.isRegularFile(file) && !Files.isSymbolicLink(file);
        all.put(
            file.getFileName().toString(),
            said ? Files.size(file) + " " + Files.getLastModifiedTime(file) : "");
      }
    }
    return all;
  }
}
