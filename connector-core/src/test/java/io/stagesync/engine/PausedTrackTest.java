package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PausedTrack;
import io.stagesync.state.Vocabularies.Approval;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A picklist that changes under a running sync. */
class PausedTrackTest extends OnTestBed {
  private static final Track LEAD_STATUS = new Track("lead-status");
  private static final Track LEAD_STAGE = new Track("lead-stage");

  /** Edits the values of a Salesforce field behind our back. */
  private void picklist(FieldName field, Consumer<List<RawValue>> edit) {
    var was = bed.salesforce.catalog(true).field(field).orElseThrow();
    var values = new ArrayList<>(was.values());
    edit.accept(values);
    bed.salesforce.offers(
        field,
        new FieldCatalog(
            was.writable(),
            was.clearable(),
            was.keepsHistory(),
            was.forwardOnly(),
            values,
            was.offered(),
            was.displayLabels()));
  }

  private void renameStatus(String old, String now) {
    picklist(
        STATUS, values -> values.replaceAll(v -> v.text().equals(old) ? new RawValue(now) : v));
  }

  private List<PausedTrack> paused() {
    return bed.store.read(s -> s.vocabularies().paused());
  }

  private long holds(RunReport report, Track track, Reason reason) {
    return report.standing().getOrDefault(track, Map.of()).getOrDefault(reason, 0L);
  }

  @Test
  void aRenamedWordPausesItsTrackAndTheOtherOneGoesOn() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    var quiet = bed.person("b@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();

    renameStatus("Working - Contacted", "Contacted");
    bed.edit(p.lead(), STATUS, "Contacted");
    bed.edit(p.contact(), LIFECYCLE, "marketingqualifiedlead");
    bed.edit(quiet.contact(), HUBSPOT_STATUS, "UNQUALIFIED");
    var report = bed.sync();

    assertThat(report.ending()).isEqualTo(RunReport.Ending.DONE);
    assertThat(report.paused()).containsOnlyKeys(LEAD_STATUS);
    assertThat(report.paused().get(LEAD_STATUS))
        .contains("API name \"Working - Contacted\" -> \"Contacted\"");
    assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Marketing qualified lead");
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("NEW");
    assertThat(bed.value(quiet.lead(), STATUS)).isEqualTo("Open - Not Contacted");
    assertThat(holds(report, LEAD_STATUS, Reason.TRACK_PAUSED)).isEqualTo(2);
    assertThat(holds(report, LEAD_STAGE, Reason.AGREED)).isEqualTo(2);
    assertThat(paused()).extracting(PausedTrack::track).containsExactly(LEAD_STATUS);
  }

  @Test
  void aTrackGoesOnByItselfOnceTheWordIsBack() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    renameStatus("Working - Contacted", "Contacted");
    bed.edit(p.contact(), HUBSPOT_STATUS, "IN_PROGRESS");
    bed.sync();
    var since = paused().get(0).since();
    bed.sync();
    assertThat(paused().get(0).since()).isEqualTo(since);
    assertThat(bed.value(p.lead(), STATUS)).isEqualTo("Open - Not Contacted");

    renameStatus("Contacted", "Working - Contacted");
    var report = bed.sync();
    assertThat(report.paused()).isEmpty();
    assertThat(paused()).isEmpty();
    assertThat(bed.value(p.lead(), STATUS)).isEqualTo("Working - Contacted");
    assertThat(bed.sync().writes()).isZero();
    assertThat(told()).containsExactly("lead-status is paused", "lead-status goes on");
  }

  /** What the journal tells of tracks, without the reasons. */
  private List<String> told() {
    var told = new ArrayList<String>();
    for (long run = 1; run <= 6; run++) {
      long number = run;
      bed.store.read(s -> s.journal().ofRun(number, Optional.empty(), 100)).stream()
          .filter(e -> e.kind() == JournalEntry.Kind.RUN)
          .map(e -> e.text().replace("The track ", "").replaceAll(":.*", ""))
          .forEach(told::add);
    }
    return told;
  }

  @Test
  void aTrackGoesOnByItselfOnceTheFileSaysTheNewWord() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    renameStatus("Working - Contacted", "Contacted");
    bed.edit(p.lead(), STATUS, "Contacted");
    assertThat(bed.sync().paused()).hasSize(1);

    say("salesforce: Working - Contacted", "salesforce: Contacted");
    assertThat(bed.sync().paused()).isEmpty();
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void aWordThatTheFileSaysWasRenamedPausesNothing() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "IN_PROGRESS", "lead");
    bed.sync();
    var text =
        MappingFile.presetText("standard")
                .replace("salesforce: Working - Contacted", "salesforce: Contacted")
            + "changed-labels:\n"
            + "  - { track: lead-status, salesforce: Working - Contacted, now: Contacted }\n";
    bed.goesOnWith(text);
    assertThat(bed.sync().paused().get(LEAD_STATUS)).contains("`Contacted`");
    renameStatus("Working - Contacted", "Contacted");
    var report = bed.sync();
    assertThat(report.paused()).isEmpty();
    assertThat(holds(report, LEAD_STATUS, Reason.MAPPING_CHANGED)).isEqualTo(1);
    assertThat(bed.value(p.lead(), STATUS)).isEqualTo("Working - Contacted");
  }

  @Test
  void aRenameThatIsKnownBeforehandPausesNothing() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    say("salesforce: Working - Contacted", "salesforce: [Contacted, Working - Contacted]");
    bed.edit(p.contact(), HUBSPOT_STATUS, "IN_PROGRESS");
    assertThat(bed.sync().paused()).isEmpty();
    assertThat(bed.value(p.lead(), STATUS)).isEqualTo("Working - Contacted");

    renameStatus("Working - Contacted", "Contacted");
    var q = bed.person("b@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(q.contact(), HUBSPOT_STATUS, "CONNECTED");
    assertThat(bed.sync().paused()).isEmpty();
    assertThat(bed.value(q.lead(), STATUS)).isEqualTo("Contacted");
  }

  @Test
  void aNewValuePausesNothingAndHoldsOnlyWhoHasIt() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    var q = bed.person("b@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    picklist(STATUS, values -> values.add(new RawValue("Legal Review")));
    bed.edit(p.lead(), STATUS, "Legal Review");
    bed.edit(q.contact(), HUBSPOT_STATUS, "IN_PROGRESS");
    var report = bed.sync();
    assertThat(report.paused()).isEmpty();
    assertThat(holds(report, LEAD_STATUS, Reason.UNMAPPED_VALUE)).isEqualTo(1);
    assertThat(bed.value(q.lead(), STATUS)).isEqualTo("Working - Contacted");
  }

  private long waiting() {
    return bed.store.read(s -> s.corrections().count(Side.SALESFORCE));
  }

  private void say(String old, String now) {
    var text = MappingFile.presetText("standard").replace(old, now);
    assertThat(text).contains(now);
    bed.mapping =
        MappingFile.parse("standard.yaml", text)
            .mapping()
            .orElseThrow()
            .withLimits(bed.mapping.limits());
  }

  @Test
  void whatWaitsForAWindowIsNotWrittenIntoATrackThatIsPausedMeanwhile() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.contact(), HUBSPOT_STATUS, "IN_PROGRESS");
    bed.read();
    assertThat(waiting()).isEqualTo(1);
    renameStatus("Working - Contacted", "Contacted");
    bed.engine()
        .run(
            new RunRequest(
                "push-to-salesforce", RunRequest.Reads.NOTHING, Set.of(Side.SALESFORCE)));
    assertThat(bed.salesforce.written).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void aWordThatTheFileNamesAndNobodyEverHadPausesItsTrackFromTheBeginning() {
    say("salesforce: Working - Contacted", "salesforce: Wroking - Contacted");
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "marketingqualifiedlead");
    var report = bed.sync();
    assertThat(report.paused().get(LEAD_STATUS)).contains("Wroking - Contacted");
    assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Marketing qualified lead");
    assertThat(bed.store.read(s -> s.vocabularies().approvals()).keySet())
        .containsExactlyInAnyOrder(STAGE, LIFECYCLE);
  }

  @Test
  void aRunThatCouldDoNothingIsRefusedAndTheStoreKnowsWhy() {
    bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.salesforce.accepts(Map.of(), Set.of());
    assertThatThrownBy(bed::sync)
        .isInstanceOf(EngineException.class)
        .hasMessageContainingAll(
            "Nothing was written",
            "lead-status is paused",
            "lead-stage is paused",
            "the field is gone")
        .extracting(e -> ((EngineException) e).kind())
        .isEqualTo(EngineException.Kind.MISFIT);
    assertThat(paused()).hasSize(2);
  }

  @Test
  void aFieldThatVanishesBlanksNobodyAndItsTrackGoesOnWhenItIsBack() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    var whole = bed.salesforce.catalog(true);
    bed.salesforce.accepts(
        Map.of(STATUS, whole.field(STATUS).orElseThrow()), whole.convertedStatuses());
    bed.edit(p.contact(), LIFECYCLE, "marketingqualifiedlead");
    bed.edit(p.contact(), HUBSPOT_STATUS, "IN_PROGRESS");
    assertThat(bed.sync().paused()).containsOnlyKeys(LEAD_STAGE);
    assertThat(bed.value(p.lead(), STATUS)).isEqualTo("Working - Contacted");
    assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Lead");
    bed.salesforce.accepts(whole.fields(), whole.convertedStatuses());
    assertThat(bed.sync().paused()).isEmpty();
    assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Marketing qualified lead");
  }

  @Test
  void aStatusThatIsNoConvertedOneAnyMorePausesUntilSomebodyAcceptsIt() {
    bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.salesforce.accepts(bed.salesforce.catalog(true).fields(), Set.of());
    assertThat(bed.sync().paused()).containsOnlyKeys(LEAD_STATUS);
    assertThat(bed.sync().paused()).containsOnlyKeys(LEAD_STATUS);
    var now = bed.salesforce.catalog(true);
    bed.store.change(
        s ->
            s.vocabularies()
                .approve(
                    new Catalog(Side.SALESFORCE, now.fields(), now.convertedStatuses()),
                    List.of(STATUS),
                    new Approval(Instant.EPOCH, "a test")));
    assertThat(bed.sync().paused()).isEmpty();
  }
}
