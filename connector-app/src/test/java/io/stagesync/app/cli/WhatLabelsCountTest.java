package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
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

  @Test
  void peopleAreCountedByLabelAndThoseOutsideThePipelineApart() throws Exception {
    says(
        "        salesforce: Customer\n",
        "        salesforce: Customer\n        pipeline: excluded\n");
    desk.person("a@acme.com", "Lead", "lead");
    desk.person("b@acme.com", "Lead", "lead");
    desk.person("c@acme.com", "Customer", "customer");
    assertThat(desk.run("sync")).isZero();
    assertThat(desk.out)
        .contains("people    lead-stage: lead 2", "outside the pipeline: customer 1");
    for (var command : List.of("sync", "status")) {
      assertThat(desk.run(command, "--json")).isZero();
      assertThat(json().path("labels").path("lead-stage")).hasToString("{\"lead\":2}");
      assertThat(json().path("labels-outside-pipeline"))
          .hasToString("{\"lead-stage\":{\"customer\":1}}");
    }
    assertThat(desk.run("status")).isZero();
    assertThat(desk.out).contains("lead-stage: lead 2", "outside the pipeline: customer 1");
  }

  @Test
  void labelsAreCountedInTheOrderOfTheFile() {
    desk.person("a@acme.com", "Sales qualified lead", "salesqualifiedlead");
    desk.person("b@acme.com", "Marketing qualified lead", "marketingqualifiedlead");
    desk.person("c@acme.com", "Lead", "lead");
    desk.run("sync");
    assertThat(desk.out).contains("people    lead-stage: lead 1, mql 1, sql 1");
  }
}
