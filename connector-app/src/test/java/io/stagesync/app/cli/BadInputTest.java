package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.CrmException;
import io.stagesync.vocabulary.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
  @TempDir Path folder = Path.of("");

  @Test
  void anUnknownCommandGetsTheNearestOne() {
    var desk = new Desk(folder);
    assertThat(desk.run("snyc")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err)
        .contains("There is no command \"snyc\"; did you mean `stagesync sync`?")
        .doesNotContain("Exception", "index");
    assertThat(desk.run()).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("Name a command.");
  }

  @Test
  void theVersionAndTheHelpAreThere() {
    var desk = new Desk(folder);
    assertThat(desk.run("--version")).isZero();
    assertThat(desk.out).matches("stagesync \\d+\\.\\d+\\.\\d+\\R");
    assertThat(desk.run("--help")).isZero();
    assertThat(desk.out).contains("init", "doctor", "check", "plan", "apply", "Exit codes");
  }

  @Test
  void aMissingConfigSaysHowToGetOne() {
    var desk = new Desk(folder);
    assertThat(desk.run("sync")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("FILE_MISSING", "stagesync init").doesNotContain("\tat ");
  }

  @Test
  void aMissingStoreIsAnErrorUnlessANewOneIsAskedFor() throws Exception {
    var desk = Desk.ready(folder);
    Files.delete(folder.resolve("stagesync.db"));
    assertThat(desk.run("sync")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("stagesync.db");
    assertThat(folder.resolve("stagesync.db")).doesNotExist();
    assertThat(desk.run("sync", "--new-store")).as(desk.err).isZero();
  }

  @Test
  void aMissingVariableIsNamed() {
    var desk = Desk.ready(folder);
    desk.environment.remove("HUBSPOT_ACCESS_TOKEN");
    assertThat(desk.run("plan")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("HUBSPOT_ACCESS_TOKEN", "HUBSPOT_ACCESS_TOKEN_FILE");
  }

  @Test
  void initKeepsWhatIsThereAndSaysWhatIsStillMissing() {
    var desk = new Desk(folder);
    desk.environment.clear();
    assertThat(desk.run("init")).isZero();
    assertThat(desk.out).contains("the environment has no SALESFORCE_LOGIN_URL");
    assertThat(folder.resolve("stagesync.db")).doesNotExist();
    desk.write("mapping.yaml", "mine");
    desk.run("init");
    assertThat(desk.text("mapping.yaml")).isEqualTo("mine");
    desk.run("init", "--force");
    assertThat(desk.text("mapping.yaml")).contains("lead-stage");
  }

  @Test
  void initWritesNothingForATimeZoneThatDoesNotExist() {
    var desk = new Desk(folder);
    assertThat(desk.run("init", "--time-zone", "Mars/Olympus")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("\"Mars/Olympus\" is no time zone", "Europe/Berlin");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void initLeavesNoMappingFileBesideAConfigThatNamesAnotherOne() {
    var desk = Desk.ready(folder);
    assertThat(desk.run("init", "--mapping", "second.yaml")).isZero();
    assertThat(folder.resolve("second.yaml")).doesNotExist();
  }

  @Test
  void aFileThatIsNoPlanIsNotTakenForATornOne() {
    var desk = Desk.ready(folder);
    assertThat(desk.run("apply", desk.file("mapping.yaml"))).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("it is no saved plan", "Nothing was written");
    assertThat(desk.run("apply", folder.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("is a folder");
  }

  @Test
  void theShortFormOfALeadsIdIsAskedForInItsLongForm() {
    var desk = Desk.ready(folder);
    assertThat(desk.run("explain", "00Q000000000399")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("short form", "18 characters");
  }

  @Test
  void everyKindOfCrmTroubleNamesItsSideAndTheNextStep() {
    for (var side : Side.values()) {
      for (var kind : CrmException.Kind.values()) {
        var words =
            ErrorWords.of(
                new CrmException(
                    side, kind, "CODE", "carla@orion.de said no", Optional.empty(), null));
        assertThat(words.text()).contains(side.displayName(), "c***@orion.de");
        assertThat(words.next()).isNotBlank();
        assertThat(words.code()).isEqualTo(ExitCode.FAILED);
      }
    }
  }

  @Test
  void somethingUnexpectedHasNoStackUnlessAskedFor() {
    var desk = Desk.ready(folder);
    desk.hubspot.beforeWrite =
        () -> {
          throw new IllegalStateException("broken on purpose for bob@acme.com");
        };
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    assertThat(desk.run("sync", "-q")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("b***@acme.com", "-v").doesNotContain("\tat ", "bob@");
  }
}
