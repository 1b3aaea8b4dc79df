package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mapping file that says what the teams agreed on, and is changed afterwards. */
class AgreementCommandsTest {
  @TempDir Path folder = Path.of("");
  private Desk desk = new Desk(folder);

  @BeforeEach
  void theTeamsAgree() throws Exception {
    desk = Desk.ready(folder);
    edit("version: 1", "version: 1\napproved: { by: Ann Reed, on: 2026-03-01 }");
    desk.run("check", "--json");
    var meaning = new ObjectMapper().readTree(desk.out).at("/approved/meaning").asText();
    desk.run("check");
    assertThat(desk.out)
        .contains(
            "Agreed on by Ann Reed on 2026-03-01, as the file says; with `meaning: "
                + meaning
                + "` beside it a changed file waits.");
    edit("on: 2026-03-01", "on: 2026-03-01, meaning: " + meaning);
    desk.person("a@x.de", "Lead", "lead");
    assertThat(desk.run("sync")).as(desk.err).isZero();
    desk.run("check");
    assertThat(desk.out)
        .contains("Agreed on by Ann Reed on 2026-03-01, as the file says, and not changed since.");
  }

  private void edit(String was, String is) {
    var text = desk.text("mapping.yaml");
    assertThat(text).contains(was);
    desk.write("mapping.yaml", text.replaceFirst(Pattern.quote(was), is));
  }

  private void somebodyChangesTheFile() {
    edit("Took a step beyond subscribing", "Filled in a form");
  }

  @Test
  void nothingIsWrittenUnderAFileThatWasChangedSinceItWasAgreedOn() {
    assertThat(desk.run("plan", "--out", desk.file("plan.json"))).isZero();
    assertThat(desk.out).doesNotContain("APPROVAL_OUTDATED");
    somebodyChangesTheFile();
    int written = desk.hubspot.written.size() + desk.salesforce.written.size();
    for (var command : new String[] {"sync", "serve"}) {
      assertThat(desk.run(command)).isEqualTo(ExitCode.FAILED);
      assertThat(desk.err)
          .contains("APPROVAL_OUTDATED this file means something else than what Ann Reed on");
    }
    assertThat(desk.run("apply", desk.file("plan.json"), "--approve")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("APPROVAL_OUTDATED");
    assertThat(desk.run("check")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out).contains("mapping.yaml:", "APPROVAL_OUTDATED", "write `meaning: ");
    assertThat(desk.hubspot.written.size() + desk.salesforce.written.size()).isEqualTo(written);
  }

  @Test
  void peopleCanLookAtWhatTheyAreToAgreeOn() throws Exception {
    somebodyChangesTheFile();
    assertThat(desk.run("plan")).isZero();
    assertThat(desk.out).contains("! ", "APPROVAL_OUTDATED", "once it is, write `meaning: ");
    desk.run("plan", "--json");
    var json = new ObjectMapper().readTree(desk.out).path("approved");
    assertThat(json.path("by").asText()).isEqualTo("Ann Reed");
    assertThat(json.path("outdated").asBoolean()).isTrue();
    assertThat(desk.run("preview", "--mapping", desk.file("mapping.yaml"))).isZero();
    assertThat(desk.run("test")).as(desk.err).isZero();
    assertThat(desk.run("docs")).isZero();
    assertThat(desk.out).contains("Agreed on by Ann Reed on 2026-03-01, and changed since.");
  }

  @Test
  void onceTheyAgreeAgainItGoesOn() throws Exception {
    somebodyChangesTheFile();
    desk.run("check", "--json");
    var json = new ObjectMapper().readTree(desk.out).path("approved");
    assertThat(json.path("outdated").asBoolean()).isTrue();
    var text = desk.text("mapping.yaml");
    desk.write(
        "mapping.yaml",
        text.replaceFirst("meaning: \\w+", "meaning: " + json.path("meaning").asText()));
    assertThat(desk.run("check")).as(desk.out).isZero();
    assertThat(desk.run("sync")).as(desk.err).isZero();
  }
}
