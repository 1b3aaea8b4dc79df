package io.stagesync.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How files lie: sizes, marked packages, the top level. */
class HouseFilesTest {
  private static final Set<String> TOP_LEVEL =
      Set.of(
          "pom.xml",
          "mappings",
          "connector-core",
          "salesforce-adapter",
          "hubspot-adapter",
          "connector-app",
          "stagesync",
          "LICENSE",
          "CHANGELOG.md",
          "CONTRIBUTING.md",
          "README.md",
          "docs",
          "target");

  /** What using the program in its own folder leaves there; none of it is checked in. */
  private static final Pattern OWN_WORK =
      Pattern.compile(
          "(stagesync|mapping|mapping\\.schema|plan|backup|copy)\\.(yaml|json|csv|db|db-wal|db-shm)");

  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TODO|FIXME|XXX|placeholder|not yet implemented)\\b");

  @Test
  void filesStaySmall() {
    var sizes = House.javaFiles("src/main/java").stream().map(House::lines).sorted().toList();
    assertThat(sizes).hasSizeGreaterThan(80);
    assertThat(sizes.get(sizes.size() / 2)).as("median").isLessThanOrEqualTo(90);
    assertThat(sizes.get(sizes.size() * 9 / 10)).as("nine in ten").isLessThanOrEqualTo(200);
  }

  @Test
  void noFileIsHuge() {
    var huge =
        Stream.of("src/main/java", "src/test/java")
            .flatMap(sources -> House.javaFiles(sources).stream())
            .filter(file -> House.lines(file) > 400)
            .map(file -> House.root().relativize(file) + ": " + House.lines(file) + " lines");
    assertThat(huge).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
    var folders =
        House.javaFiles("src/main/java").stream().map(Path::getParent).distinct().toList();
    assertThat(folders).isNotEmpty();
    for (var folder : folders) {
      var info = folder.resolve("package-info.java");
      assertThat(info).exists();
      assertThat(Files.readString(info)).as(info.toString()).contains("@NullMarked", "/**");
    }
  }

  @Test
  void theTopLevelHoldsTheModulesAndWhatEveryProjectHas() throws IOException {
    try (var entries = Files.list(House.root())) {
      var names =
          entries
              .map(e -> e.getFileName().toString())
              .filter(n -> !n.startsWith(".") && !OWN_WORK.matcher(n).matches())
              .toList();
      assertThat(TOP_LEVEL).containsAll(names);
      assertThat(names).containsAll(House.MODULES);
    }
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    var unfinished = new java.util.ArrayList<String>();
    for (var sources : List.of("src/main/java", "src/main/resources")) {
      for (var file : House.javaFiles(sources)) {
        if (UNFINISHED.matcher(Files.readString(file)).find()) {
          unfinished.add(file.toString());
        }
      }
    }
    assertThat(unfinished).isEmpty();
  }

  @Test
  void noTestIsSwitchedOff() throws IOException {
    for (var file : House.javaFiles("src/test/java")) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContain("@Dis" + "abled");
    }
  }
}
