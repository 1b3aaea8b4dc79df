package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.engine.TestBed.Person;
import io.stagesync.mapping.Limits;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.port.WriteResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Labels that set something off have a cap of their own. */
class SideEffectsTest extends OnTestBed {
  private static final String MQL = "        salesforce: Marketing qualified lead\n";

  private void capped(String effects) {
    bed.says(MQL, MQL + "        side-effects: " + effects + "\n");
  }

  /** People whom sales made an MQL, which HubSpot does not know yet. */
  private List<Person> newMqls(int count) {
    var people = new ArrayList<Person>();
    for (int i = 0; i < count; i++) {
      people.add(bed.person("p" + i + "@x.io", "", "Marketing qualified lead", "", "lead"));
    }
    return people;
  }

  @Test
  void withinTheCapARunWritesAndAPlanSaysHowManyItWouldBring() {
    capped("{ cap: 2, because: Starts the nurture workflow }");
    var people = newMqls(2);
    bed.read();
    try (Plan plan = plan()) {
      assertThat(plan.header().limit()).isEmpty();
      assertThat(plan.header().sideEffects())
          .extracting(SideEffect::sentence)
          .containsExactly("2 people enter mql (cap 2): Starts the nurture workflow");
    }
    assertThat(bed.sync().ending()).isEqualTo(RunReport.Ending.DONE);
    assertThat(people)
        .extracting(p -> bed.value(p.contact(), LIFECYCLE))
        .containsOnly("marketingqualifiedlead");
  }

  @Test
  void beyondTheCapNothingAtAllIsWrittenUntilAPersonApprovesExactlyThatPlan() {
    capped("{ cap: 2, because: Starts the nurture workflow }");
    newMqls(3);
    bed.person("other@x.io", "Working - Contacted", "Lead", "NEW", "lead");
    var report = bed.sync();
    assertThat(report.ending()).isEqualTo(RunReport.Ending.LIMITED);
    assertThat(report.limit().orElseThrow())
        .isEqualTo(
            new LimitReached(
                3,
                2,
                "SIDE_EFFECTS: 3 people would enter mql, and one run may bring 2 there without"
                    + " approval (Starts the nurture workflow). Nothing was written. Look at it with"
                    + " `stagesync plan --out plan.json`; if it is right, write exactly that with"
                    + " `stagesync apply plan.json --approve`."));
    assertThat(bed.hubspot.written).isEmpty();

    try (Plan plan = plan()) {
      var rows = new ArrayList<PlanRow>();
      plan.rows(rows::add);
      assertThatThrownBy(() -> bed.engine().apply(plan.header(), rows.iterator(), false))
          .hasMessageContaining("SIDE_EFFECTS: 3 people would enter mql");
      assertThat(bed.engine().apply(plan.header(), rows.iterator(), true).fit()).isEqualTo(4);
    }
    assertThat(bed.hubspot.written).hasSize(4);
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void aCapOfNobodyAsksEveryTime() {
    capped("{ cap: 0, because: Creates an opportunity }");
    newMqls(1);
    assertThat(bed.sync().limit().orElseThrow().sentence())
        .contains("1 person would enter mql, and one run may bring nobody there");
  }

  @Test
  void aPersonCountsOnceThoughBothSidesAreWritten() {
    bed.goesOnWith(
        MappingFile.presetText("standard")
            .replace(MQL, MQL + "        side-effects: { cap: 1, because: Nurture }\n")
            .replace(
                "rules: []",
                "rules: [ { when: { lead-status: working }, then: { lead-stage: mql } } ]"));
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.lead(), STATUS, "Working - Contacted");
    assertThat(bed.sync().ending()).isEqualTo(RunReport.Ending.DONE);
    assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Marketing qualified lead");
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("marketingqualifiedlead");
  }

  @Test
  void onlyTheSideThatSetsSomethingOffCounts() {
    capped("{ cap: 0, in: hubspot, because: Starts the nurture workflow }");
    var p = bed.person("a@x.io", "", "Lead", "", "marketingqualifiedlead");
    assertThat(bed.sync().ending()).isEqualTo(RunReport.Ending.DONE);
    assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Marketing qualified lead");
    newMqls(1);
    assertThat(bed.sync().limit().orElseThrow().sentence()).contains("enter mql in HubSpot");
  }

  @Test
  void aLabelThatBorrowsTheWordSetsTheSameThingOff() {
    bed.goesOnWith(
        MappingFile.presetText("standard")
            .replace("        hubspot: salesqualifiedlead\n", "        hubspot: { shares: mql }\n")
            .replace(MQL, MQL + "        side-effects: { cap: 0, because: Nurture }\n"));
    bed.person("a@x.io", "", "Sales qualified lead", "", "lead");
    assertThat(bed.sync().limit().orElseThrow().sentence()).contains("1 person would enter mql");
  }

  @Test
  void bothKindsOfLimitsAreToldAtOnce() {
    bed.close();
    bed = new TestBed(TestStores.create(folder.resolve("limited.db")), new Limits(2, 0, 100));
    capped("{ cap: 1, because: Nurture }");
    newMqls(3);
    assertThat(bed.sync().limit().orElseThrow().sentence())
        .startsWith("MASS_CHANGE: 3 changes wait")
        .contains(". SIDE_EFFECTS: 3 people would enter mql");
  }

  @Test
  void whatComesUpWhileARunWritesStaysWithinTheCapToo() {
    var working = "        salesforce: Working - Contacted\n";
    bed.says(working, working + "        side-effects: { cap: 1, because: Books a call }\n");
    var people = new ArrayList<Person>();
    for (var name : List.of("a@x.io", "b@x.io")) {
      people.add(bed.person(name, "Working - Contacted", "Lead", "IN_PROGRESS", "lead"));
    }
    bed.sync();
    people.forEach(p -> bed.edit(p.lead(), STAGE, "Marketing qualified lead"));
    // Somebody clears both statuses in HubSpot while their stages are written there.
    bed.hubspot.instead = write -> WriteResult.of(WriteResult.Kind.MOVED);
    bed.hubspot.beforeWrite =
        () -> {
          bed.hubspot.beforeWrite = () -> bed.hubspot.instead = write -> null;
          people.forEach(p -> bed.edit(p.contact(), HUBSPOT_STATUS, ""));
        };
    assertThat(bed.sync().ending()).isEqualTo(RunReport.Ending.DONE);
    assertThat(people)
        .extracting(p -> bed.value(p.contact(), HUBSPOT_STATUS))
        .containsExactlyInAnyOrder("IN_PROGRESS", "");
    assertThat(bed.sync().ending()).isEqualTo(RunReport.Ending.DONE);
    assertThat(people)
        .extracting(p -> bed.value(p.contact(), HUBSPOT_STATUS))
        .containsOnly("IN_PROGRESS");
  }
}
