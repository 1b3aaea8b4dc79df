package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileBytesTest {
  private static Optional<String> read(int most, String... contents) throws IOException {
    var versions = new ArrayDeque<>(List.of(contents));
    var bytes =
        new FileBytes(
            () ->
                new ByteArrayInputStream(
                    (versions.size() > 1 ? versions.remove() : versions.element())
                        .getBytes(StandardCharsets.UTF_8)));
    return bytes.read(most).map(b -> new String(b, StandardCharsets.UTF_8));
  }

  @Test
  void whatReadsTheSameTwiceIsTaken() throws IOException {
    assertThat(read(100, "version: 1")).contains("version: 1");
    assertThat(read(100, "")).contains("");
  }

  @Test
  void aFileThatIsBeingSavedIsReadOnceItRests() throws IOException {
    assertThat(read(100, "", "version", "version: 1")).contains("version: 1");
    assertThat(read(100, "half", "whole", "whole")).contains("whole");
    assertThat(read(100, "older", "newer", "newer", "newer")).contains("newer");
  }

  @Test
  void whatGrowsShrinksOrChangesAllTheTimeIsNotTaken() throws IOException {
    assertThat(read(100, "a", "ab", "abc", "abcd", "abcde", "abcdef")).isEmpty();
    assertThat(read(100, "abcdef", "abcde", "abcd", "abc", "ab", "a")).isEmpty();
    assertThat(read(100, "1", "2", "1", "2", "1", "2")).isEmpty();
  }

  @Test
  void noMoreIsReadThanMayBe() throws IOException {
    assertThat(read(3, "abcdef")).contains("abc");
  }
}
