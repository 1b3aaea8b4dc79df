package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.TestBed.Person;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairId;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Track;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole runs beside a flow that sets a field back each time that we write it. */
class BackAndForthTest extends OnTestBed {
  private static final Track STATUS_TRACK = new Track("lead-status");

  /** HubSpot's workflow says that the person is worked, and Salesforce's flow that they are not. */
  private RunReport round(Person person) {
    bed.edit(person.contact(), HUBSPOT_STATUS, "IN_PROGRESS");
    var report = bed.sync();
    bed.edit(person.lead(), STATUS, "Open - Not Contacted");
    bed.sync();
    return report;
  }

  private Person bouncing() {
    var person = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    assertThat(round(person).writes()).isEqualTo(1);
    assertThat(round(person).writes()).isEqualTo(1);
    bed.edit(person.contact(), HUBSPOT_STATUS, "IN_PROGRESS");
    return person;
  }

  private Story story(Person person) {
    return new Explain(
            bed.store, new EmailKey("a secret of this test".getBytes(StandardCharsets.UTF_8)))
        .who(person.contact().text())
        .orElseThrow();
  }

  private String why(Person person) {
    return Objects.requireNonNull(story(person).decisions().get(STATUS_TRACK)).why();
  }

  @Test
  void theThirdWriteOfALabelWithinADayIsHeldAndSaysWithWhatItAlternates() {
    var person = bouncing();
    var third = bed.sync();
    assertThat(third.writes()).isZero();
    assertThat(third.at(Reason.BOUNCING)).isEqualTo(1);
    assertThat(bed.value(person.lead(), STATUS)).isEqualTo("Open - Not Contacted");
    assertThat(why(person))
        .isEqualTo(
            "Salesforce Lead.Status goes back and forth between working, which StageSync wrote twice within 24"
                + " hours, and open (\"Open - Not Contacted\"), set by a person. A third time it is"
                + " not written.");
    assertThat(story(person).timeline())
        .filteredOn(e -> e.kind() == JournalEntry.Kind.HELD)
        .extracting(e -> e.reason().orElseThrow())
        .containsExactly(Reason.BOUNCING);
  }

  @Test
  void aFlowThatTheFileKnowsIsCalledByItsName() {
    bed.goesOnWith(
        MappingFile.presetText("standard")
            .replaceFirst(
                "\ntracks:\n",
                "\nexternal-writers: { call-flow: { salesforce: 0058d000001AbCd } }\ntracks:\n"));
    var person = bouncing();
    bed.salesforce.edit(
        person.lead(), STATUS, Optional.of(new RawValue("Working - Contacted")), "a person");
    bed.salesforce.edit(
        person.lead(),
        STATUS,
        Optional.of(new RawValue("Open - Not Contacted")),
        "0058d000001AbCdAAA");
    bed.sync();
    assertThat(why(person)).contains("set by call-flow (0058d000001AbCdAAA). A third time");
  }

  @Test
  void itStaysHeldThoughDaysPassAndTheOtherTrackGoesOn() {
    var person = bouncing();
    bed.sync();
    bed.later(Duration.ofDays(3));
    bed.edit(person.contact(), LIFECYCLE, "marketingqualifiedlead");
    var report = bed.sync();
    assertThat(report.writes()).as("the stage").isEqualTo(1);
    assertThat(report.at(Reason.BOUNCING)).isEqualTo(1);
    assertThat(bed.value(person.lead(), STATUS)).isEqualTo("Open - Not Contacted");
  }

  @Test
  void whatComesBackMoreSlowlyIsNoBounce() {
    var person = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    for (int day = 0; day < 4; day++) {
      assertThat(round(person).writes()).isEqualTo(1);
      bed.later(Duration.ofHours(13));
    }
  }

  @Test
  void itEndsOnceBothSidesAgree() {
    var person = bouncing();
    bed.sync();
    bed.edit(person.lead(), STATUS, "Working - Contacted");
    assertThat(bed.sync().at(Reason.BOUNCING)).isZero();
    bed.later(Duration.ofDays(1));
    bed.edit(person.contact(), HUBSPOT_STATUS, "NEW");
    assertThat(bed.sync().writes()).isEqualTo(1);
  }

  @Test
  void aPersonReleasesItAndItIsWrittenAgain() {
    var person = bouncing();
    bed.sync();
    var pair = story(person).pair().orElseThrow().id();
    var release =
        new Release(bed.store, InstantSource.fixed(Instant.parse("2026-11-02T00:00:00Z")));
    assertThat(release.of(pair)).containsExactly(STATUS_TRACK);
    assertThat(release.of(pair)).as("there is nothing more to release").isEmpty();
    assertThat(release.of(new PairId(99))).isEmpty();
    assertThat(bed.sync().writes()).isEqualTo(1);
    assertThat(bed.value(person.lead(), STATUS)).isEqualTo("Working - Contacted");
    assertThat(story(person).timeline())
        .filteredOn(e -> e.kind() == JournalEntry.Kind.APPROVED)
        .extracting(JournalEntry::by)
        .containsExactly("a person, with `stagesync release`");
    assertThat(bed.store.<Boolean>read(s -> s.journal().firstBroken().isEmpty())).isTrue();
  }

  @Test
  void aPreviewKnowsWhatGoesBackAndForth() {
    bouncing();
    bed.sync();
    var preview = Foresee.ofStored(bed.store, bed.mapping, 10);
    assertThat(preview.standings()).filteredOn(s -> s.reason() == Reason.BOUNCING).hasSize(1);
    assertThat(preview.openByHistory()).as("no conflict").isZero();
  }
}
