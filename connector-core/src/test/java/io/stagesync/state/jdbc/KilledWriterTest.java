package io.stagesync.state.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.state.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of a transaction leaves the last commit. */
class KilledWriterTest {
  private static Store open(String url, OpenMode mode) {
    return Stores.open(url, new Properties(), mode, new SplittableRandom(1));
  }

  /** Commits once, says so from within its second transaction and hangs there. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      Store store = open(args[0], OpenMode.EXISTING);
      store.acquire("the killed one", Samples.at(0), Samples.at(60));
      Samples.decided(store, "L1", "501");
      store.change(
          session -> {
            Samples.pair(session, "L2", "502");
            session.journal().append(List.of(Samples.entry(Optional.empty(), "half")));
            System.out.println("within");
            try {
              System.in.read();
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          });
    }
  }

  @Test
  void theLastCommitIsThereAfterAKill(@TempDir Path folder) throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("stagesync.db");
    open(url, OpenMode.CREATE).close();
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var output = writer.inputReader();
        Store beside = open(url, OpenMode.EXISTING)) {
      assertThat(output.readLine()).isEqualTo("within");
      assertThat(LastCommit.of(beside).pairs().count()).isEqualTo(1);
    } finally {
      writer.destroyForcibly().waitFor();
    }
    try (Store store = open(url, OpenMode.EXISTING)) {
      assertThat(LastCommit.of(store).pairs().count()).isEqualTo(1);
      assertThat(LastCommit.of(store).journal().count()).isZero();
      assertThat(store.holder().orElseThrow().holder()).isEqualTo("the killed one");
      assertThat(store.acquire("the next one", Samples.at(61), Samples.at(90))).isPresent();
      store.change(
          session -> {
            Samples.pair(session, "L2", "502");
            session.journal().append(List.of(Samples.entry(Optional.empty(), "whole")));
          });
      assertThat(LastCommit.of(store).journal().firstBroken()).isEmpty();
    }
  }
}
