package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.CrmException;
import io.stagesync.vocabulary.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    for (var command : List.of("check", "test", "docs")) {
      assertThat(desk.run(command)).isEqualTo(ExitCode.FAILED);
      assertThat(desk.err)
          .contains("FILE_MISSING", "or name a mapping file, which needs no config");
    }
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
  void aNumberThatCannotBeIsRefusedInWordsWhereverOneIsAskedFor() {
    var desk = Desk.ready(folder);
    var plan = new String[] {"plan", "--rows", "-1"};
    var preview = new String[] {"preview", "--mapping", desk.file("mapping.yaml"), "--rows", "-1"};
    var test = new String[] {"test", "--rows", "-1"};
    var people = new String[] {"simulate", "--people", "-1"};
    for (var typed : List.of(plan, preview, test, people)) {
      assertThat(desk.run(typed)).isEqualTo(ExitCode.FAILED);
      assertThat(desk.err)
          .contains("'--" + (typed == people ? "people" : "rows") + "'")
          .contains("\"-1\" is no such number; write 0 or a whole number above it")
          .doesNotContain("Exception", "IllegalArgument");
    }
    assertThat(desk.run("benchmark", "--share", "-1")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("\"-1\" is no share; write a number from 0 to 1");
    assertThat(desk.run("simulate", "--share", "3")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.run("simulate", "--hubspot-port", "99999")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("\"99999\" is no port; write a number from 0 to 65535");
    assertThat(desk.run("test", "--edge-cases", "--rows", "3")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("--edge-cases prints all that it makes");
    assertThat(desk.run("plan", "--rows", "many")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("\"many\" is no such number");
  }

  @Test
  void aMappingFileIsLookedThroughBeforeAnySecretIsSet() {
    var desk = new Desk(folder);
    desk.environment.clear();
    assertThat(desk.run("init")).isZero();
    assertThat(desk.run("check")).as(desk.err).isZero();
    assertThat(desk.out).contains(desk.file("mapping.yaml") + " is fine");
    assertThat(desk.run("test")).as(desk.err).isZero();
    assertThat(desk.run("docs")).as(desk.err).isZero();
    assertThat(desk.run("drift", "--references", folder.toString())).as(desk.err).isZero();
    assertThat(desk.run("check", "--live")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("MISSING_VARIABLE");
  }

  @Test
  void aConfigThatNamesNoMappingFileSaysSoAndNothingElse() {
    var desk = new Desk(folder);
    desk.environment.clear();
    desk.run("init");
    desk.write("stagesync.yaml", desk.text("stagesync.yaml").replace("mapping: ", "maping: "));
    assertThat(desk.run("check")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err)
        .contains("unknown key `maping`", "did you mean `mapping`?", "`mapping` is missing")
        .doesNotContain("MISSING_VARIABLE");
  }

  @Test
  void theStoreIsAskedForLostLabelsBeforeAnySecretIsSet() {
    var desk = Desk.ready(folder);
    desk.person("carla@orion.de", "Marketing qualified lead", "marketingqualifiedlead");
    assertThat(desk.run("sync")).as(desk.err).isZero();
    desk.environment.clear();
    var text = desk.text("mapping.yaml").replaceAll("(?s)\\ntests:.*", "\n");
    desk.write("mapping.yaml", text.replaceAll("\\bmql\\b", "warm"));
    assertThat(desk.run("check")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out).contains("LABEL_DISAPPEARED");
  }

  @Test
  void theSchemaIsPrintedAloneOrNotAtAll() {
    var desk = Desk.ready(folder);
    for (var other : List.of("--live", "--strict", "--json", "--format=sarif", "x.yaml")) {
      assertThat(desk.run("check", "--schema", other)).as(other).isEqualTo(ExitCode.FAILED);
      assertThat(desk.err).contains("--schema");
      assertThat(desk.out).isEmpty();
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
