package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.RunReport.Ending;
import io.stagesync.engine.TestBed.Person;
import io.stagesync.mapping.Limits;
import io.stagesync.port.WriteResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three changes a run, to the last write of it (I12). */
class LimitsOfRunTest extends OnTestBed {
  private final List<Person> people = new ArrayList<>();

  @BeforeEach
  void begin() {
    bed.mapping = bed.mapping.withLimits(new Limits(3, 0, 100));
    for (var name : List.of("a", "b", "c", "d")) {
      people.add(bed.person(name + "@x.io", "Open - Not Contacted", "Lead", "NEW", "lead"));
    }
    bed.sync();
  }

  private void works(int count) {
    people.subList(0, count).forEach(p -> bed.edit(p.lead(), STATUS, "Working - Contacted"));
  }

  @Test
  void whatComesUpWhileARunWritesIsCountedToo() {
    var two = people.subList(0, 2);
    two.forEach(p -> bed.edit(p.lead(), STAGE, "Marketing qualified lead"));
    // Somebody clears both statuses in HubSpot while both stages are on their way there.
    bed.hubspot.instead = w -> WriteResult.of(WriteResult.Kind.MOVED);
    bed.hubspot.beforeWrite =
        () -> {
          bed.hubspot.beforeWrite = () -> bed.hubspot.instead = w -> null;
          two.forEach(p -> bed.edit(p.contact(), HUBSPOT_STATUS, ""));
        };
    var report = bed.sync();
    assertThat(report.writes()).as("one person's two fields; four would be too many").isEqualTo(2);
    assertThat(report.waiting()).as("the other person's").hasSize(2);
    assertThat(bed.sync().writes()).isEqualTo(2);
    assertThat(two)
        .extracting(p -> bed.value(p.contact(), LIFECYCLE))
        .containsOnly("marketingqualifiedlead");
    assertThat(two).extracting(p -> bed.value(p.contact(), HUBSPOT_STATUS)).doesNotContain("");
  }

  @Test
  void aFieldThatIsTriedTwiceCountsOnce() {
    works(3);
    var tries = new int[] {2};
    bed.hubspot.instead = w -> tries[0]-- > 0 ? WriteResult.of(WriteResult.Kind.MOVED) : null;
    assertThat(bed.sync().writes()).isEqualTo(3);
  }

  @Test
  void aPlanThatNobodyApprovedLeavesNothingApprovedBehind() {
    works(2);
    bed.hubspot.instead = w -> WriteResult.of(WriteResult.Kind.LATER, "LATER", "not now");
    try (Plan plan = plan()) {
      var rows = rows(plan);
      assertThat(bed.engine().apply(plan.header(), rows.iterator(), false).fit()).isEqualTo(2);
    }
    bed.hubspot.instead = w -> null;
    works(4);
    assertThat(bed.sync().ending()).isEqualTo(Ending.LIMITED);
    assertThat(bed.hubspot.written).isEmpty();
  }

  @Test
  void aPlanWithinTheLimitsIsWrittenWithoutApprovalAndNothingElse() {
    works(2);
    try (Plan plan = plan()) {
      var rows = rows(plan);
      bed.edit(people.get(3).lead(), STATUS, "Working - Contacted");
      bed.read();
      assertThat(bed.engine().apply(plan.header(), rows.iterator(), false).fit()).isEqualTo(2);
    }
    assertThat(people)
        .extracting(p -> bed.value(p.contact(), HUBSPOT_STATUS))
        .containsExactly("IN_PROGRESS", "IN_PROGRESS", "NEW", "NEW");
  }
}
