package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users see of labels that count in a way of their own. */
class WhatLabelsCountTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = Desk.ready(folder);
  }

  private void says(String before, String after) {
    var text = desk.text("mapping.yaml");
    assertThat(text).contains(before);
    desk.write("mapping.yaml", text.replace(before, after));
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(desk.out);
  }

  @Test
  void aLabelWithSideEffectsHasACapThatOnlyAnApprovedPlanPasses() throws Exception {
    var word = "        hubspot: marketingqualifiedlead\n";
    says(word, word + "        side-effects: { cap: 2, because: Starts the nurture workflow }\n");
    for (int i = 0; i < 3; i++) {
      desk.person("p" + i + "@acme.com", "Marketing qualified lead", "lead");
    }
    assertThat(desk.run("sync", "--json")).isEqualTo(ExitCode.LIMITED);
    assertThat(json().path("limit").path("sentence").asText())
        .contains("SIDE_EFFECTS: 3 people would enter mql", "may bring 2", "nurture workflow");
    assertThat(desk.run("plan", "--json")).isZero();
    assertThat(json().path("side-effects"))
        .hasToString(
            "[{\"track\":\"lead-stage\",\"label\":\"mql\",\"people\":3,\"cap\":2,"
                + "\"because\":\"Starts the nurture workflow\"}]");
    assertThat(desk.run("plan", "--out", desk.file("plan.json"))).isZero();
    assertThat(desk.out)
        .contains("! Side effects: 3 people enter mql (cap 2): Starts the nurture workflow");
    assertThat(desk.run("apply", desk.file("plan.json"))).isEqualTo(ExitCode.LIMITED);
    assertThat(desk.hubspot.written).isEmpty();
    assertThat(desk.run("apply", desk.file("plan.json"), "--approve")).as(desk.err).isZero();
    assertThat(desk.run("sync")).isZero();
  }
}
