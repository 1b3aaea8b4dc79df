package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.TestBed.Person;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.state.JournalEntry;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who changed a field, where the mapping says who may. */
class AuthorsTest extends OnTestBed {
  private static final String FLOW = "0058d000001AbCdAAA";
  private static final String REP = "0058d000001XyZwAAA";

  private void writersAreNamed() {
    var text = "external-writers: { call-flow: { salesforce: " + FLOW + " } }\ntracks:\n";
    var standard = MappingFile.presetText("standard");
    bed.goesOnWith(
        standard
            .replaceFirst("\ntracks:\n", "\n" + text)
            .replace(
                "    hubspot: contact.hs_lead_status\n",
                "    hubspot: contact.hs_lead_status\n"
                    + "    writers: { salesforce: [0058d000001XyZw, call-flow], hubspot: [CRM_UI]"
                    + " }\n"));
  }

  private Person agreed() {
    var person = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    return person;
  }

  private void inSalesforce(RecordId lead, String word, String by) {
    bed.salesforce.edit(lead, STATUS, Optional.of(new RawValue(word)), by);
  }

  private List<JournalEntry> found(Person person) {
    return new Explain(
            bed.store, new EmailKey("a secret of this test".getBytes(StandardCharsets.UTF_8)))
        .who(person.contact().text()).orElseThrow().timeline().stream()
            .filter(e -> e.kind() == JournalEntry.Kind.FOUND)
            .toList();
  }

  @Test
  void aChangeByAnotherIsReportedOnceAndNotReverted() {
    writersAreNamed();
    var person = agreed();
    inSalesforce(person.lead(), "Working - Contacted", "0058d000009QqQqAAA");
    var report = bed.sync();
    assertThat(report.findings()).containsEntry("UNAUTHORISED_CHANGE", 1L);
    assertThat(bed.value(person.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
    assertThat(found(person))
        .extracting(JournalEntry::text)
        .singleElement()
        .asString()
        .startsWith(
            "UNAUTHORISED_CHANGE: Salesforce Lead.Status was changed by 0058d000009QqQqAAA, who is"
                + " not among its writers (test.yaml:");
    assertThat(bed.sync().findings()).doesNotContainKey("UNAUTHORISED_CHANGE");
  }

  @Test
  void whoIsNamedMayChangeItAlsoByTheShortIdAndTheName() {
    writersAreNamed();
    var person = agreed();
    inSalesforce(person.lead(), "Working - Contacted", REP);
    assertThat(bed.sync().findings()).doesNotContainKey("UNAUTHORISED_CHANGE");
    inSalesforce(person.lead(), "Open - Not Contacted", FLOW);
    assertThat(bed.sync().findings()).doesNotContainKey("UNAUTHORISED_CHANGE");
    bed.hubspot.edit(
        person.contact(),
        HUBSPOT_STATUS,
        Optional.of(new RawValue("IN_PROGRESS")),
        "CRM_UI userId:7");
    assertThat(bed.sync().findings()).doesNotContainKey("UNAUTHORISED_CHANGE");
    bed.hubspot.edit(
        person.contact(), HUBSPOT_STATUS, Optional.of(new RawValue("NEW")), "INTEGRATION 4471");
    assertThat(bed.sync().findings()).containsEntry("UNAUTHORISED_CHANGE", 1L);
    assertThat(found(person)).extracting(JournalEntry::by).containsExactly("INTEGRATION 4471");
  }

  @Test
  void aFileThatSaysNothingAsksNobody() {
    var person = agreed();
    inSalesforce(person.lead(), "Working - Contacted", "0058d000009QqQqAAA");
    assertThat(bed.sync().findings()).doesNotContainKey("UNAUTHORISED_CHANGE");
    writersAreNamed();
    assertThat(bed.sync().findings())
        .as("what happened before is nobody's matter")
        .doesNotContainKey("UNAUTHORISED_CHANGE");
    inSalesforce(person.lead(), "Open - Not Contacted", "0058d000009QqQqAAA");
    assertThat(bed.sync().findings()).containsEntry("UNAUTHORISED_CHANGE", 1L);
  }
}
