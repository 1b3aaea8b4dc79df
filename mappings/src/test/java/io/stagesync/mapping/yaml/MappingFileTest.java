package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.mapping.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFileTest {
  private static final Path RICH = Path.of("src/test/resources/good/rich.yaml");

  private final Path folder;

  MappingFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    var file = folder.resolve("absent.yaml");
    assertThat(MappingFile.load(file).render())
        .isEqualTo(
            file
                + ": FILE_UNREADABLE there is no such file\n"
                + "  help: check the path; one that the config names is relative to the config file");
  }

  @Test
  void aFolderIsNoMappingFile() {
    assertThat(MappingFile.load(folder).render())
        .startsWith(folder + ": FILE_UNREADABLE this is a folder, not a file\n");
  }

  @Test
  void aFileBeyondOneMebibyteIsNotRead() throws IOException {
    var file = Files.writeString(folder.resolve("large.yaml"), "# " + "x".repeat(1 << 20));
    assertThat(MappingFile.load(file).render())
        .startsWith(file + ": FILE_TOO_LARGE the file is larger than 1 MiB\n");
    assertThat(MappingFile.parse("large.yaml", "# " + "x".repeat(1 << 20)).render())
        .startsWith("large.yaml: FILE_TOO_LARGE");
  }

  @Test
  void aFileOfEndlessValuesIsNotRead() {
    var text = "version: 1\nrules: [" + "x,".repeat(30_000) + "x]\n";
    assertThat(MappingFile.parse("long.yaml", text).render())
        .startsWith("long.yaml:2:39995: FILE_TOO_LARGE the file has more than 20000 keys");
  }

  @Test
  void aFileOfAnotherSystemsEditorIsRead() throws IOException {
    var text = Files.readString(RICH);
    var windows = "\uFEFF" + text.replace("\n", "\r\n");
    var loaded = MappingFile.load(Files.writeString(folder.resolve("rich.yaml"), windows));
    assertThat(loaded.render()).isEmpty();
    assertThat(loaded.mapping().orElseThrow().tracks())
        .isEqualTo(MappingFile.load(RICH).mapping().orElseThrow().tracks());
  }

  @Test
  void placesAreCountedInAFileOfAnotherSystemsEditorToo() {
    var loaded = MappingFile.parse("w.yaml", "\uFEFFversion: 1\r\n\r\ncolour: blue\r\n");
    assertThat(loaded.render()).contains("w.yaml:3:1: UNKNOWN_KEY `colour` is no key here");
  }

  @Test
  void theFirstLineOfAFileWithAByteOrderMarkBeginsInColumnOne() {
    assertThat(MappingFile.parse("b.yaml", "\uFEFFcolour: blue\n").render())
        .contains("b.yaml:1:1: UNKNOWN_KEY");
  }

  @Test
  void whatAMessageQuotesCannotTouchTheTerminal() {
    var loaded = MappingFile.parse("e.yaml", "version: 1\n\"\\e[31mred\\n\": x\n");
    assertThat(loaded.render()).contains("`?[31mred?` is no key here");
  }

  @Test
  void anEndlessValueIsQuotedInPart() {
    var loaded = MappingFile.parse("l.yaml", "x".repeat(5000) + ": 1\n");
    assertThat(loaded.diagnostics()).allMatch(d -> d.message().length() < 600);
  }

  @Test
  void aNestOfAliasesEndsQuickly() {
    var text = new StringBuilder("version: 1\na0: &a0 [x, x]\n");
    for (int i = 1; i < 10; i++) {
      text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(MappingFile.parse("bomb.yaml", text.toString()).mapping()).isEmpty();
  }

  @Test
  void aShippedFileHasAName() {
    assertThat(MappingFile.preset("standard").mapping().orElseThrow().file())
        .isEqualTo("definitions/standard.yaml");
    assertThatThrownBy(() -> MappingFile.preset("../secret"))
        .hasMessageContaining("no mapping file `../secret` is shipped");
  }

  /** Damages a good file in many ways; the seed is in the message of a failure. */
  @Test
  void whateverHappensToAFileItIsReadOrRefusedAndNothingIsThrown() throws IOException {
    var text = Files.readString(RICH);
    for (long seed = 0; seed < 1500; seed++) {
      var loaded = MappingFile.parse("damaged.yaml", damaged(text, new SplittableRandom(seed)));
      assertThat(loaded.mapping().isPresent())
          .as("seed %d: %s", seed, loaded.render())
          .isEqualTo(loaded.diagnostics().stream().noneMatch(Diagnostic::isError));
      assertThat(loaded.diagnostics()).as("seed %d", seed).isSorted();
    }
  }

  private static String damaged(String text, SplittableRandom random) {
    var damaged = new StringBuilder(text);
    for (int times = random.nextInt(1, 4); times > 0; times--) {
      int at = random.nextInt(damaged.length() - 60);
      int until = at + random.nextInt(1, 50);
      switch (random.nextInt(5)) {
        case 0 -> damaged.delete(at, until);
        case 1 -> damaged.insert(at, damaged.substring(at, until));
        case 2 -> damaged.setCharAt(at, "{}[]:,&*!|>'\"%@`#\t\n -~".charAt(random.nextInt(22)));
        case 3 -> damaged.insert(at, "\n");
        default ->
            damaged.replace(at, until, damaged.substring(until, Math.min(until + 9, until + 3)));
      }
    }
    return damaged.toString();
  }
}
