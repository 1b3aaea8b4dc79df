package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LawsBenchmarkTest {
  @TempDir private Path folder;

  @Test
  void itSaysWhatWasMeasuredWhereAndHowLongItTook() {
    var desk = new Desk(folder);

    assertThat(measure(desk, "--tracks", "3", "--labels", "16")).as(desk.err).isZero();

    assertThat(desk.out)
        .contains("laws.yaml: tracks 3, labels of each 16, rules in chains of three tracks 4.")
        .contains("Read in ", "Proven in ", "t0, t1, t2 together: ");
    assertThat(folder.resolve("laws.yaml")).exists();
  }

  @Test
  void programsGetTheSameAsOneObject() {
    var desk = new Desk(folder);

    assertThat(measure(desk, "--tracks", "1", "--labels", "16", "--json")).as(desk.err).isZero();

    assertThat(desk.out).contains("\"tracks\":1", "\"proven\":true", "\"milliseconds\":");
  }

  @Test
  void aSizeThatCannotBeIsRefusedInWords() {
    var desk = new Desk(folder);

    assertThat(measure(desk, "--labels", "3")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("of 16 labels or more").doesNotContain("Exception");
    assertThat(measure(desk, "--tracks", "31")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("of 1,200 labels in all or fewer").doesNotContain("Exception");
  }

  @Test
  void anOptionThatWouldChangeNothingIsNotDropped() {
    var desk = new Desk(folder);

    assertThat(desk.run("benchmark", "--tracks", "12")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("--tracks and --labels go with --laws");
    assertThat(measure(desk, "--pairs", "10000")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("--laws measures a file without people");
  }

  private int measure(Desk desk, String... more) {
    var typed = new ArrayList<>(List.of("benchmark", "--laws"));
    typed.addAll(List.of("--folder", folder.toString()));
    typed.addAll(List.of(more));
    return desk.run(typed.toArray(String[]::new));
  }
}
