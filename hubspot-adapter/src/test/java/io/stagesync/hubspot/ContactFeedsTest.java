package io.stagesync.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.hubspot.simulator.Endpoint;
import io.stagesync.hubspot.simulator.Trouble;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmException;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.port.Cursor;
import io.stagesync.port.Feed;
import io.stagesync.port.Reading;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContactFeedsTest extends HubSpotTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final List<CrmRecord> seen = new ArrayList<>();

  private Cursor start(Feed feed) {
    return crm.changes(feed, Optional.empty(), into(seen));
  }

  private Cursor read(Feed feed, Cursor since) {
    seen.clear();
    return crm.changes(feed, Optional.of(since), into(seen));
  }

  @Test
  void theFirstReadHandsOnNothingAndBeginsNow() {
    contacts(3);

    var cursor = start(ContactFeeds.NOW);
    assertThat(seen).isEmpty();

    time.pass(Duration.ofHours(1));
    var id = contact("lead");
    read(ContactFeeds.NOW, cursor);
    assertThat(ids(seen)).contains(id);
  }

  @Test
  void anEditIsHandedOnOnceWithItsValueAndStamp() {
    var id = contact("lead");
    var cursor = start(ContactFeeds.NOW);
    time.pass(Duration.ofHours(1));
    portal.edit(id.text(), "lifecyclestage", "customer", ANNA);
    time.pass(MINUTE);

    var next = read(ContactFeeds.NOW, cursor);

    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).fields())
        .containsEntry(STAGE, Reading.of(new RawValue("customer")))
        .containsEntry(STATUS, Reading.BLANK);
    assertThat(seen.get(0).modified()).isEqualTo(portal.modified(id.text()));
    time.pass(MINUTE);
    read(ContactFeeds.NOW, next);
    assertThat(seen).isEmpty();
  }

  @Test
  void whoGoesOnFromAnOlderPositionGetsTheSameAgain() {
    var cursor = start(ContactFeeds.NOW);
    time.pass(MINUTE);
    var id = contact("lead");

    read(ContactFeeds.NOW, cursor);
    read(ContactFeeds.NOW, cursor);

    assertThat(ids(seen)).containsExactly(id);
  }

  @Test
  void nothingIsForgottenWhenThePagesCouldNotBeKept() {
    var cursor = start(ContactFeeds.NOW);
    time.pass(MINUTE);
    var id = contact("lead");

    assertThatThrownBy(
            () ->
                crm.changes(
                    ContactFeeds.NOW,
                    Optional.of(cursor),
                    page -> {
                      throw new IllegalStateException("disk full");
                    }))
        .hasMessage("disk full");
    read(ContactFeeds.NOW, cursor);

    assertThat(ids(seen)).containsExactly(id);
  }

  @Test
  void aChangeThatTheIndexShowsMinutesLateIsStillFound() {
    var id = contact("lead");
    var cursor = start(ContactFeeds.NOW);
    portal.indexLag(Duration.ofMinutes(4));
    time.pass(MINUTE);
    portal.edit(id.text(), "lifecyclestage", "customer", ANNA);
    var found = 0;
    for (int minute = 0; minute < 8; minute++) {
      cursor = read(ContactFeeds.NOW, cursor);
      found += (int) seen.stream().filter(r -> r.fields().containsValue(customer())).count();
      time.pass(MINUTE);
    }

    assertThat(found).isEqualTo(1);
  }

  @Test
  void aChangeThatTheIndexShowsAlmostAnHourLateIsFoundByTheTrailingPass() {
    var id = contact("lead");
    var now = start(ContactFeeds.NOW);
    var trailing = start(ContactFeeds.TRAILING);
    portal.indexLag(Duration.ofMinutes(58));
    time.pass(MINUTE);
    portal.edit(id.text(), "lifecyclestage", "customer", ANNA);
    var found = new ArrayList<Reading>();
    for (int minute = 0; minute < 90; minute++) {
      now = read(ContactFeeds.NOW, now);
      assertThat(seen).noneMatch(r -> r.fields().containsValue(customer()));
      trailing = read(ContactFeeds.TRAILING, trailing);
      seen.forEach(record -> found.add(record.fields().get(STAGE)));
      time.pass(MINUTE);
    }

    assertThat(found).contains(customer());
  }

  @Test
  void anIdleHourCostsOneSearchAMinuteAndOneMoreEachQuarter() {
    contacts(3);
    var now = start(ContactFeeds.NOW);
    var trailing = start(ContactFeeds.TRAILING);
    time.pass(Duration.ofHours(2));
    var before = crm.calls();
    for (int minute = 0; minute < 60; minute++) {
      now = read(ContactFeeds.NOW, now);
      trailing = read(ContactFeeds.TRAILING, trailing);
      time.pass(MINUTE);
    }

    assertThat(crm.calls().since(before).total()).isLessThanOrEqualTo(64);
  }

  @Test
  void twoHundredAndFiftyContactsOfOneMillisecondAreAllFound() {
    var cursor = start(ContactFeeds.NOW);
    time.pass(MINUTE);
    var crowd = contacts(250);

    read(ContactFeeds.NOW, cursor);

    assertThat(ids(seen)).doesNotHaveDuplicates().containsAll(crowd);
  }

  @Test
  void aCrowdOfOneMillisecondBeyondTheCapDoesNotStopWhatComesAfterIt() {
    var cursor = start(ContactFeeds.NOW);
    time.pass(MINUTE);
    var crowd = contacts(10_400);
    time.pass(Duration.ofMillis(1));
    var later = contact("lead");

    read(ContactFeeds.NOW, cursor);

    assertThat(new HashSet<>(ids(seen))).hasSize(10_401).contains(later).containsAll(crowd);
    assertThat(seen).hasSize(10_401);
    assertThat(crm.calls().of(Purpose.FEED)).isLessThanOrEqualTo(1 + 53 + 3);
  }

  @Test
  void moreThanTenThousandChangesAreReadWithinTheCallsThatTheyNeed() {
    var cursor = start(ContactFeeds.NOW);
    var changed = new ArrayList<RecordId>();
    for (int i = 0; i < 12_000; i++) {
      time.pass(Duration.ofMillis(7));
      changed.add(contact("lead"));
    }
    var before = crm.calls();

    read(ContactFeeds.NOW, cursor);

    assertThat(seen).hasSize(12_000);
    assertThat(ids(seen)).containsExactlyElementsOf(changed);
    assertThat(crm.calls().since(before).total()).isLessThanOrEqualTo(63);
  }

  @Test
  void aContactThatMovesToTheEndWhileWeReadHidesNoOther() {
    var cursor = start(ContactFeeds.NOW);
    var changed = new ArrayList<RecordId>();
    for (int i = 0; i < 450; i++) {
      time.pass(Duration.ofMillis(5));
      changed.add(contact("lead"));
    }
    simulator.weather().before(Endpoint.SEARCH, () -> time.pass(Duration.ofMillis(1)));
    for (int i = 0; i < 3; i++) {
      var moved = changed.get(i);
      simulator
          .weather()
          .before(Endpoint.SEARCH, () -> portal.edit(moved.text(), "hs_lead_status", "OPEN", ANNA));
    }

    read(ContactFeeds.NOW, cursor);

    assertThat(new HashSet<>(ids(seen))).containsAll(changed);
  }

  @Test
  void aMergeBringsTheSurvivorAndSaysWhoIsGone() {
    var first = contact("lead");
    var second = contact("customer");
    var cursor = start(ContactFeeds.NOW);
    time.pass(Duration.ofMinutes(10));
    var survivor = new RecordId(portal.merge(first.text(), second.text()));

    read(ContactFeeds.NOW, cursor);

    assertThat(seen)
        .filteredOn(r -> r.presence() == Presence.LIVE)
        .extracting(CrmRecord::id)
        .containsExactly(survivor);
    assertThat(seen)
        .filteredOn(r -> r.presence() == Presence.GONE)
        .allMatch(r -> r.mergedInto().equals(Optional.of(survivor)))
        .extracting(CrmRecord::id)
        .containsExactlyInAnyOrder(first, second);
  }

  @Test
  void anAddressAndACounterpartComeAlongForMatching() {
    var cursor = start(ContactFeeds.NOW);
    time.pass(MINUTE);
    portal.create(
        Map.of("email", "zoë@example.org", "salesforceleadid", "00Q5e00000AbCdEAAV"), ANNA);

    read(ContactFeeds.NOW, cursor);

    assertThat(seen.get(0).email()).contains("zoë@example.org");
    assertThat(seen.get(0).counterpart()).contains(new RecordId("00Q5e00000AbCdEAAV"));
    assertThat(seen.get(0).toString()).doesNotContain("example.org");
  }

  @Test
  void aPageForPeopleInsteadOfASearchMovesNoCursor() {
    var cursor = start(ContactFeeds.NOW);
    simulator.weather().next(20, Endpoint.SEARCH, Trouble.garbled());

    assertThat(failure(() -> read(ContactFeeds.NOW, cursor)).kind())
        .isEqualTo(CrmException.Kind.GARBLED);
  }

  @Test
  void aPositionThatIsNotOursIsRefused() {
    assertThatThrownBy(() -> read(ContactFeeds.NOW, new Cursor("yesterday")))
        .hasMessageContaining("\"yesterday\" is not a position");
  }

  private static Reading customer() {
    return Reading.of(new RawValue("customer"));
  }
}
