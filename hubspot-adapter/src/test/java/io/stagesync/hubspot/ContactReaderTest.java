package io.stagesync.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.hubspot.simulator.Actor;
import io.stagesync.hubspot.simulator.Endpoint;
import io.stagesync.hubspot.simulator.Option;
import io.stagesync.hubspot.simulator.Trouble;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.FieldChange;
import io.stagesync.port.Reading;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContactReaderTest extends HubSpotTest {

  private Map<RecordId, CrmRecord> fetch(List<RecordId> ids) {
    return crm.fetch(ids).stream().collect(Collectors.toMap(CrmRecord::id, Function.identity()));
  }

  private CrmRecord one(RecordId id) {
    return crm.fetch(List.of(id)).get(0);
  }

  @Test
  void everyIdIsAnsweredWhateverBecameOfIt() {
    var live = contact("lead");
    var archived = contact("lead");
    portal.archive(archived.text());
    var merged = contact("lead");
    var survivor = portal.merge(merged.text(), contact("customer").text());
    var never = new RecordId("99");

    var records = fetch(List.of(live, archived, merged, never));

    assertThat(records).hasSize(4);
    assertThat(one(live).fields()).containsEntry(STAGE, Reading.of(new RawValue("lead")));
    assertThat(records.get(archived)).isEqualTo(CrmRecord.gone(archived, Optional.empty()));
    assertThat(records.get(merged))
        .isEqualTo(CrmRecord.gone(merged, Optional.of(new RecordId(survivor))));
    assertThat(records.get(never)).isEqualTo(CrmRecord.gone(never, Optional.empty()));
  }

  @Test
  void aHundredContactsCostOneCall() {
    var ids = contacts(250);

    assertThat(fetch(ids)).hasSize(250);
    assertThat(crm.calls().total()).isEqualTo(3);
  }

  @Test
  void whatTheIndexDoesNotShowYetIsReadFresh() {
    var id = contact("lead");
    portal.indexLag(Duration.ofHours(1));
    portal.edit(id.text(), "lifecyclestage", "customer", ANNA);

    assertThat(one(id).fields()).containsEntry(STAGE, Reading.of(new RawValue("customer")));
  }

  @Test
  void lettersBeyondAsciiArriveWhateverThePlatformsCharset() {
    portal.options("hs_lead_status", List.of(new Option("PRÊT", "Prêt à Zoë", 0, false)));
    var id = new RecordId(portal.create(Map.of("hs_lead_status", "PRÊT"), ANNA));

    assertThat(Charset.defaultCharset().name()).isEqualTo("US-ASCII");
    assertThat(one(id).fields()).containsEntry(STATUS, Reading.of(new RawValue("PRÊT")));
    assertThat(crm.catalog(true).field(STATUS).orElseThrow().displayLabels())
        .containsEntry(new RawValue("PRÊT"), "Prêt à Zoë");
  }

  @Test
  void aPropertyThatTheAccountDoesNotHaveIsUnreadableAndNotBlank() {
    var id = contact("lead");
    portal.remove("hs_lead_status");

    assertThat(one(id).fields()).containsEntry(STATUS, Reading.UNREADABLE);
  }

  @Test
  void aBodyThatStallsIsGivenUpAtTheDeadlineAndReadAgain() {
    var id = contact("lead");
    crm.close();
    crm = connect(with(deadline(Duration.ofMillis(900))));
    simulator.weather().next(Endpoint.BATCH_READ, Trouble.stalled(Duration.ofSeconds(3)));

    assertThat(one(id).id()).isEqualTo(id);
    assertThat(crm.calls().of(Purpose.RETRY)).isEqualTo(1);
  }

  @Test
  void theHistoryNamesWhoChangedWhatNewestFirst() {
    var id = contact("lead");
    time.pass(Duration.ofMinutes(1));
    portal.edit(id.text(), "lifecyclestage", "customer", Actor.workflow(7));
    time.pass(Duration.ofMinutes(1));
    portal.edit(id.text(), "lifecyclestage", "lead", ANNA);

    var changes = crm.history(List.of(id), Instant.EPOCH).getOrDefault(id, List.of());

    assertThat(changes)
        .extracting(change -> change.to().value().orElseThrow().text() + " " + change.by().id())
        .containsExactly(
            "lead CRM_UI userId:101",
            "customer AUTOMATION_PLATFORM workflowId:7",
            "lead CRM_UI userId:101");
    assertThat(changes).noneMatch(change -> change.by().ours());
  }

  @Test
  void ourOwnWriteIsRecognisedInTheHistoryAndFromThenOnEverywhere() {
    var id = contact("lead");
    var earlier = contact("lead");
    portal.edit(earlier.text(), "lifecyclestage", "customer", Actor.integration("5670736"));
    time.pass(Duration.ofMinutes(1));
    write(id, "customer");

    assertThat(crm.account().user()).isEqualTo(new RecordId("unknown"));
    var history = crm.history(List.of(id, earlier), Instant.EPOCH);

    assertThat(newest(history, id).by().ours()).isTrue();
    assertThat(newest(history, earlier).by().ours()).isTrue();
    assertThat(crm.account().user()).isEqualTo(new RecordId("INTEGRATION 5670736"));
  }

  @Test
  void anotherAppsWriteOfTheSameValueIsNotOurs() {
    var id = contact("lead");
    write(id, "customer");
    time.pass(Duration.ofMinutes(5));
    portal.edit(id.text(), "lifecyclestage", "lead", ANNA);
    portal.edit(id.text(), "lifecyclestage", "customer", Actor.integration("1"));

    var newest = newest(crm.history(List.of(id), Instant.EPOCH), id);

    assertThat(newest.by().ours()).isFalse();
  }

  @Test
  void ourKeyTellsWhichWritesAreOursToAProcessThatWroteNothingItself() {
    var id = contact("lead");
    write(id, "customer");
    var theirs = contact("lead");
    portal.edit(theirs.text(), "lifecyclestage", "customer", Actor.integration("1"));

    try (var later = connect(settings -> settings)) {
      var history = later.history(List.of(id, theirs), Instant.EPOCH);
      assertThat(newest(history, id).by().ours()).isTrue();
      assertThat(newest(history, theirs).by().ours()).as("another app").isFalse();
      assertThat(later.account().user()).isEqualTo(new RecordId("INTEGRATION 5670736"));
    }
  }

  @Test
  void whereNothingTellsWhichWritesAreOursAProgramsMayBeAndAPersonsAreNot() {
    var id = contact("lead");
    write(id, "customer");
    simulator
        .weather()
        .next(Endpoint.TOKEN, Trouble.json(403, "{\"category\":\"OTHER\"}", Map.of()));

    try (var later = connect(settings -> settings)) {
      var history = later.history(List.of(id), Instant.EPOCH).getOrDefault(id, List.of());
      assertThat(history).extracting(change -> change.by().ours()).containsExactly(true, false);
      assertThat(later.account().user()).isEqualTo(new RecordId("unknown"));
    }
  }

  @Test
  void historyIsReadFiftyAtATime() {
    var ids = contacts(120);

    assertThat(crm.history(ids, Instant.EPOCH)).hasSize(120);
    assertThat(crm.calls().of(Purpose.HISTORY)).isEqualTo(3);
    assertThat(crm.calls().total()).as("and once whose key it is").isEqualTo(4);

    crm.history(ids, Instant.EPOCH);
    assertThat(crm.calls().total()).isEqualTo(7);
  }

  private static FieldChange newest(Map<RecordId, List<FieldChange>> history, RecordId id) {
    return history.getOrDefault(id, List.of()).get(0);
  }
}
