package io.stagesync.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.hubspot.simulator.Endpoint;
import io.stagesync.hubspot.simulator.Trouble;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmException;
import io.stagesync.port.Reading;
import io.stagesync.port.WriteResult;
import io.stagesync.port.WriteResult.Kind;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactWriterTest extends HubSpotTest {
  private static Reading shows(String value) {
    return Reading.of(new RawValue(value));
  }

  private static List<Kind> kinds(List<WriteResult> results) {
    return results.stream().map(WriteResult::kind).toList();
  }

  @Test
  void aForwardStageIsWrittenAndEchoedWithItsStamp() {
    var id = contact("lead");
    time.pass(Duration.ofMinutes(1));

    var result = write(id, "marketingqualifiedlead");

    assertThat(result.kind()).isEqualTo(Kind.WRITTEN);
    assertThat(result.echoed()).containsEntry(STAGE, shows("marketingqualifiedlead"));
    assertThat(result.stamp()).contains(portal.modified(id.text()));
    assertThat(portal.value(id.text(), "lifecyclestage")).isEqualTo("marketingqualifiedlead");
  }

  @Test
  void aBackwardStageIsAnsweredWithTheOldValueAndLeavesNoTrace() {
    var id = contact("customer");
    var before = portal.history(id.text(), "lifecyclestage");

    var result = write(id, "lead");

    assertThat(result.kind()).isEqualTo(Kind.WRITTEN);
    assertThat(result.echoed()).containsEntry(STAGE, shows("customer"));
    assertThat(portal.history(id.text(), "lifecyclestage")).isEqualTo(before);
  }

  @Test
  void aStageGoesBackAfterItWasCleared() {
    var id = contact("customer");

    var cleared = write(id, "");
    var set = write(id, "lead");

    assertThat(cleared.echoed()).containsEntry(STAGE, Reading.BLANK);
    assertThat(set.echoed()).containsEntry(STAGE, shows("lead"));
    assertThat(portal.history(id.text(), "lifecyclestage")).hasSize(3);
  }

  @Test
  void aMergedContactIsNotWrittenAndItsSurvivorIsNamed() {
    var merged = contact("lead");
    var other = contact("lead");
    var survivor = portal.merge(merged.text(), other.text());
    var third = contact("lead");

    var results = crm.write(List.of(stage(merged, "customer"), stage(third, "opportunity")));

    assertThat(kinds(results)).containsExactly(Kind.MERGED, Kind.WRITTEN);
    assertThat(results.get(0).survivor()).contains(new RecordId(survivor));
    assertThat(portal.value(survivor, "lifecyclestage")).isEqualTo("lead");
  }

  @Test
  void aMergedContactThatWasWrittenNeverthelessIsKnownByItsTrace() {
    var merged = contact("lead");
    simulator
        .weather()
        .next(
            Endpoint.BATCH_UPDATE,
            Trouble.json(
                200,
                "{\"results\":[{\"id\":\"777\",\"objectWriteTraceId\":\"t1\",\"properties\":{}}]}",
                Map.of()));

    var result = write(merged, "customer");

    assertThat(result.kind()).isEqualTo(Kind.MERGED);
    assertThat(result.survivor()).contains(new RecordId("777"));
    assertThat(simulator.calls()).doesNotContainKey(Endpoint.READ);
  }

  @Test
  void whatWasWrittenOfARefusedBatchIsToldEvenWhenTheDayEndsMeanwhile() {
    var ids = contacts(4);
    simulator
        .weather()
        .next(
            Endpoint.BATCH_UPDATE,
            Trouble.json(400, "{\"category\":\"VALIDATION_ERROR\"}", Map.of()));
    simulator
        .weather()
        .before(
            Endpoint.BATCH_UPDATE,
            () ->
                simulator
                    .weather()
                    .before(
                        Endpoint.BATCH_UPDATE,
                        () ->
                            simulator
                                .weather()
                                .before(
                                    Endpoint.BATCH_UPDATE,
                                    () ->
                                        simulator
                                            .weather()
                                            .next(Endpoint.BATCH_UPDATE, Trouble.dailyLimit()))));

    var results = crm.write(ids.stream().map(id -> stage(id, "customer")).toList());

    assertThat(kinds(results)).containsExactly(Kind.WRITTEN, Kind.WRITTEN, Kind.LATER, Kind.LATER);
  }

  @Test
  void oneBadValueLeavesTheOtherRowsAlone() {
    var good = contact("lead");
    var bad = contact("lead");
    var gone = contact("lead");
    portal.archive(gone.text());

    var results =
        crm.write(List.of(stage(bad, "wizard"), stage(gone, "customer"), stage(good, "customer")));

    assertThat(kinds(results)).containsExactly(Kind.REJECTED, Kind.GONE, Kind.WRITTEN);
    assertThat(results.get(0).code()).isEqualTo("INVALID_OPTION");
    assertThat(results.get(0).message()).startsWith("wizard was not one of the allowed options");
    assertThat(portal.value(good.text(), "lifecyclestage")).isEqualTo("customer");
  }

  @Test
  void aBatchThatIsRefusedAsAWholeIsHalvedUntilTheBadRowStandsAlone() {
    var ids = contacts(4);
    var refusal =
        Trouble.json(400, "{\"status\":\"error\",\"category\":\"VALIDATION_ERROR\"}", Map.of());
    simulator.weather().next(Endpoint.BATCH_UPDATE, refusal);
    simulator.weather().next(Endpoint.BATCH_UPDATE, refusal);
    simulator.weather().next(Endpoint.BATCH_UPDATE, refusal);

    var results = crm.write(ids.stream().map(id -> stage(id, "customer")).toList());

    assertThat(kinds(results))
        .containsExactly(Kind.REJECTED, Kind.WRITTEN, Kind.WRITTEN, Kind.WRITTEN);
    assertThat(portal.value(ids.get(0).text(), "lifecyclestage")).isEqualTo("lead");
  }

  @Test
  void aWriteWhoseAnswerGotLostIsUnknownAndNotSentAgain() {
    var ids = contacts(2);
    simulator.weather().next(Endpoint.BATCH_UPDATE, Trouble.cutAfter());

    var results = crm.write(ids.stream().map(id -> stage(id, "customer")).toList());

    assertThat(kinds(results)).containsExactly(Kind.UNKNOWN, Kind.UNKNOWN);
    assertThat(portal.writes(ids.get(0).text(), "lifecyclestage")).isEqualTo(1);
    assertThat(simulator.calls()).containsEntry(Endpoint.BATCH_UPDATE, 1L);
  }

  @Test
  void aProxyThatGaveUpOnAWriteLeavesItUnknown() {
    var id = contact("lead");
    simulator.weather().next(Endpoint.BATCH_UPDATE, Trouble.gaveUpAfter());

    assertThat(write(id, "customer").kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(simulator.weather().arrived()).containsEntry(Endpoint.BATCH_UPDATE, 1L);
  }

  @Test
  void aPageForPeopleInsteadOfAWritesAnswerLeavesItUnknown() {
    var id = contact("lead");
    simulator.weather().next(Endpoint.BATCH_UPDATE, Trouble.garbled());

    assertThat(write(id, "customer").kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void aWriteThatStallsBeyondTheDeadlineIsUnknown() {
    var id = contact("lead");
    crm.close();
    crm = connect(with(deadline(Duration.ofMillis(900))));
    simulator.weather().next(Endpoint.BATCH_UPDATE, Trouble.stalled(Duration.ofSeconds(3)));

    assertThat(write(id, "customer").kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void aWriteThatWasTooManyIsRepeatedBecauseItWasNotCarriedOut() {
    var id = contact("lead");
    simulator.weather().next(Endpoint.BATCH_UPDATE, Trouble.burstLimit());

    assertThat(write(id, "customer").kind()).isEqualTo(Kind.WRITTEN);
    assertThat(portal.writes(id.text(), "lifecyclestage")).isEqualTo(1);
    assertThat(crm.calls().of(Purpose.WRITE)).isEqualTo(1);
    assertThat(crm.calls().of(Purpose.RETRY)).isEqualTo(1);
  }

  @Test
  void aRuleOfTheAccountThatAsksForMoreRejectsOnlyThatRow() {
    portal.require("lifecyclestage", "customer", "company");
    var bare = contact("lead");
    var full = contact("lead");
    portal.edit(full.text(), "company", "Orion", ANNA);

    var results = crm.write(List.of(stage(bare, "customer"), stage(full, "customer")));

    assertThat(kinds(results)).containsExactly(Kind.REJECTED, Kind.WRITTEN);
    assertThat(results.get(0).code()).isEqualTo("REQUIRED_FIELD");
  }

  @Test
  void aLockedRecordIsTriedAgainAfterTwoSeconds() {
    var id = contact("lead");
    simulator.weather().next(Endpoint.BATCH_UPDATE, Trouble.locked());

    assertThat(write(id, "customer").kind()).isEqualTo(Kind.WRITTEN);
    assertThat(time.waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aRecordThatStaysLockedIsLeftForLater() {
    var id = contact("lead");
    simulator.weather().next(20, Endpoint.BATCH_UPDATE, Trouble.locked());

    var result = write(id, "customer");

    assertThat(result.kind()).isEqualTo(Kind.LATER);
    assertThat(result.code()).isEqualTo("LOCKED");
    assertThat(portal.writes(id.text(), "lifecyclestage")).isZero();
  }

  @Test
  void theSameContactTwiceInABatchIsACallersMistake() {
    var id = contact("lead");

    assertThatThrownBy(() -> crm.write(List.of(stage(id, "customer"), stage(id, "lead"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTokenThatMayNotWriteIsToldWhichScopeItLacks() {
    var id = contact("lead");
    simulator.scopes(Set.of("crm.objects.contacts.read"));

    var failure = failure(() -> write(id, "customer"));

    assertThat(failure.kind()).isEqualTo(CrmException.Kind.FORBIDDEN);
    assertThat(failure).hasMessageContaining("crm.objects.contacts.write");
  }

  @Test
  void aRefusedOptionMakesTheNextLookAtTheCatalogFresh() {
    var id = contact("lead");
    crm.catalog(false);
    crm.catalog(false);
    write(id, "wizard");
    crm.catalog(false);

    assertThat(crm.calls().of(Purpose.METADATA)).isEqualTo(2);
  }
}
