package io.stagesync.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.reconcile.Reason;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An automation in a CRM that sets back what we write, seen from end to end. */
class BackAndForthIT {
  @TempDir Path folder;

  @Test
  void aFlowThatSetsAStatusBackEachTimeIsNotFoughtForEver() {
    try (var bed = new StoryBed(folder, MappingFile.preset("standard").mapping().orElseThrow())) {
      var person = bed.person("ada@example.com", "Open - Not Contacted", "Lead", "NEW", "lead");
      bed.sync();
      for (int round = 0; round < 3; round++) {
        bed.inHubSpot(person, "hs_lead_status", "IN_PROGRESS");
        bed.sync();
        bed.inSalesforce(person, "Status", "Open - Not Contacted");
        bed.sync();
      }
      var held = bed.sync();
      assertThat(held.at(Reason.BOUNCING)).isEqualTo(1);
      assertThat(bed.leadStatus(person)).isEqualTo("IN_PROGRESS");
      assertThat(bed.status(person)).isEqualTo("Open - Not Contacted");
      var why =
          bed.explain(person.contact()).orElseThrow().decisions().values().stream()
              .filter(d -> d.reason() == Reason.BOUNCING)
              .map(d -> d.why())
              .toList();
      assertThat(why)
          .singleElement()
          .asString()
          .matches(
              "Salesforce Lead.Status goes back and forth between working, which StageSync wrote"
                  + " twice within 24 hours, and open \\(\"Open - Not Contacted\"\\), set by 005\\w{15}."
                  + " A third time it is not written.");
      bed.inSalesforce(person, "Status", "Working - Contacted");
      bed.sync();
      assertThat(bed.sync().writes()).isZero();
      assertThat(bed.sync().at(Reason.BOUNCING)).isZero();
    }
  }
}
