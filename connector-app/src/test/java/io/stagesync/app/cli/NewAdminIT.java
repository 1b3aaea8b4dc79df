package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.app.wiring.Machine;
import io.stagesync.app.wiring.RealConnections;
import io.stagesync.app.wiring.StopSignal;
import io.stagesync.net.Pause;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An admin who has never seen the program, with two CRMs in which a picklist value was renamed, a
 * property is missing and a status is not mapped. Knows nothing but what the program prints: every
 * command, every place and every word is taken from its output.
 */
class NewAdminIT {
  @TempDir Path folder = Path.of("");
  private final StopSignal stopped = new StopSignal();
  private final ByteArrayOutputStream simulated = new ByteArrayOutputStream();
  private Thread simulation = new Thread(() -> {});
  private String out = "";

  @BeforeEach
  @Timeout(120)
  void simulate() {
    var config = folder.resolve("stagesync.yaml").toString();
    simulation =
        new Thread(
            () ->
                type(
                    simulated,
                    stopped,
                    "simulate",
                    "--drifted",
                    "--people",
                    "60",
                    "--write-config",
                    config));
    simulation.start();
    while (!said().contains("# Truth")) {
      Pause.REAL.sleep(Duration.ofMillis(100));
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    stopped.ask();
    simulation.join(30_000);
  }

  private String said() {
    return simulated.toString(StandardCharsets.UTF_8);
  }

  private static int type(ByteArrayOutputStream into, StopSignal stop, String... arguments) {
    var stream = new PrintStream(into, true, StandardCharsets.UTF_8);
    var terminal = new Terminal(stream, stream, new BufferedReader(new StringReader("")), false);
    var machine = new Machine(Map.of(), Clock.systemUTC(), Pause.REAL, stop, "desk", 4711);
    return new CommandLines(terminal, machine, new RealConnections()).run(arguments);
  }

  /** Types a command as it was printed; its files lie in our folder. */
  private int type(String command) {
    var words = new ArrayList<>(List.of(command.strip().split(" +")));
    words.remove(0);
    words.replaceAll(word -> word.equals("fixes") ? folder.resolve(word).toString() : word);
    var into = new ByteArrayOutputStream();
    int code = type(into, new StopSignal(), words.toArray(String[]::new));
    out = into.toString(StandardCharsets.UTF_8);
    return code;
  }

  private String printed(String beginning) {
    return said()
        .lines()
        .map(line -> line.replaceFirst("^# *", ""))
        .filter(line -> line.startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing says `" + beginning + "`: " + said()));
  }

  @Test
  void theProgramsOwnWordsLeadFromInitToACleanLiveCheck() throws Exception {
    assertThat(type(printed("stagesync init"))).as(out).isZero();
    var check = printed("stagesync check");
    assertThat(type(check)).as(out).isEqualTo(ExitCode.FAILED);
    assertThat(out)
        .contains("LIVE_VALUE_MISSING", "LIVE_FIELD_MISSING", "LIVE_UNMAPPED")
        .contains("Wrote " + folder.resolve("fixes").resolve("README.md") + " and 1 more file");

    createTheProperty();
    writeTheNewName();
    type(check);
    assertThat(out)
        .as("the same folder again")
        .contains("No fix was written", "is there already", "--force");
    ignoreWhatMeansNothing();

    var again = check.replace("--write-fixes fixes ", "");
    assertThat(type(again)).as(out).isZero();
    assertThat(out)
        .contains("fits both CRMs: 2 tracks, 20 tests passed, 0 warnings.")
        .doesNotContain("LIVE_");
    assertThat(type(check + " --force")).as(out).isZero();
    assertThat(out).contains("Nothing to mend, so nothing was written");
    assertThat(type(again.replaceFirst("check --live", "plan"))).as(out).isZero();
  }

  /** The page beside the fixes has the command; the simulation has the admin's key. */
  private void createTheProperty() throws IOException, InterruptedException {
    var page = Files.readString(folder.resolve("fixes/README.md"));
    var curl =
        found("curl -X (\\w+) (\\S+) -H \"Authorization: Bearer \\$(\\w+)\".* --data @(\\S+)", page)
            .get(0);
    var key = printed("export " + curl.group(3) + "=").replaceFirst(".*=", "");
    var body = folder.resolve("fixes/hubspot").resolve(curl.group(4));
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(curl.group(2)))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .method(curl.group(1), HttpRequest.BodyPublishers.ofFile(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  /** The problem names file, line, column and word; its help names the new word. */
  private void writeTheNewName() throws IOException {
    var problem =
        found(
                "(\\S+):(\\d+):(\\d+): LIVE_VALUE_MISSING .* says `(.*?)`.*\\R"
                    + "  help: if it was renamed to `(.*?)`, write that here",
                out)
            .get(0);
    var file = Path.of(problem.group(1));
    var lines = new ArrayList<>(Files.readAllLines(file));
    int line = Integer.parseInt(problem.group(2)) - 1;
    int column = Integer.parseInt(problem.group(3)) - 1;
    var text = lines.get(line);
    assertThat(text.substring(column)).startsWith(problem.group(4));
    lines.set(
        line,
        text.substring(0, column)
            + problem.group(5)
            + text.substring(column + problem.group(4).length()));
    Files.write(file, lines);
  }

  /** The problem names the track's labels; its help names a key to put beside them. */
  private void ignoreWhatMeansNothing() throws IOException {
    while (out.contains("LIVE_UNMAPPED")) {
      var problem =
          found(
                  "(\\S+):(\\d+):(\\d+): LIVE_UNMAPPED .* offers `(.*?)`.*\\R"
                      + "  help: .* or to `ignored: \\{ (\\w+): \\[...\\] }`",
                  out)
              .get(0);
      var file = Path.of(problem.group(1));
      var text = Files.readString(file);
      var word = "\"" + problem.group(4) + "\"";
      var there = "ignored: { " + problem.group(5) + ": [";
      int at = text.indexOf(there);
      if (at > 0) {
        text = text.replace(there, there + word + ", ");
      } else {
        var lines = new ArrayList<>(text.lines().toList());
        var indent = " ".repeat(Integer.parseInt(problem.group(3)) - 1);
        lines.add(Integer.parseInt(problem.group(2)) - 1, indent + there + word + "] }");
        text = String.join("\n", lines) + "\n";
      }
      Files.writeString(file, text);
      type(printed("stagesync check").replace("--write-fixes fixes ", ""));
    }
  }

  private static List<MatchResult> found(String pattern, String text) {
    var all = Pattern.compile(pattern).matcher(text).results().toList();
    assertThat(all).as(pattern + " in " + text).isNotEmpty();
    return all;
  }
}
