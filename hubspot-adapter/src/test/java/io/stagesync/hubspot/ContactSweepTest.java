package io.stagesync.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.hubspot.simulator.Endpoint;
import io.stagesync.hubspot.simulator.Trouble;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmException;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.vocabulary.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContactSweepTest extends HubSpotTest {

  private void isCheapAndComplete(int count, boolean known) {
    var ids = contacts(count);

    isCheapAndComplete(ids, sweep(known ? ids : List.of()));
  }

  private void isCheapAndComplete(List<RecordId> ids, List<CrmRecord> all) {
    var least = (ids.size() + 99) / 100;

    assertThat(all).hasSize(ids.size());
    assertThat(ids(all)).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(crm.calls().total() - crm.calls().of(Purpose.FEED))
        .isLessThanOrEqualTo(Math.max(1, (int) (1.05 * least)));
  }

  /** What a run does before it sweeps: it asks from where its feed will go on. */
  private void beginFeed() {
    crm.changes(crm.feeds().get(0), Optional.empty(), page -> {});
  }

  @Test
  void aFirstSweepReadsEachContactOnceWithinFivePercentOfTheLeastCalls() {
    isCheapAndComplete(12_345, false);
  }

  @Test
  void aLaterSweepReadsEachContactOnceWithinFivePercentOfTheLeastCalls() {
    isCheapAndComplete(12_345, true);
  }

  @Test
  void aSmallAccountCostsNotOneCallMoreThanItNeeds() {
    isCheapAndComplete(250, false);
  }

  @Test
  void anEmptyAccountCostsOneCall() {
    isCheapAndComplete(0, false);
  }

  @Test
  void contactsThatCameSinceTheIdsWereKnownAreFoundToo() {
    var known = contacts(4_000);
    var later = contacts(500);

    assertThat(ids(sweep(known))).hasSize(4_500).containsAll(later);
  }

  @Test
  void afterItsFeedBeganAFirstSweepCostsNoMore() {
    var ids = contacts(12_345);
    beginFeed();

    isCheapAndComplete(ids, sweep(List.of()));
    assertThat(crm.calls().of(Purpose.FEED)).isEqualTo(1);
  }

  @Test
  void afterItsFeedBeganASweepOfASmallAccountCostsNoMore() {
    var ids = contacts(250);
    beginFeed();

    isCheapAndComplete(ids, sweep(List.of()));
  }

  @Test
  void afterItsFeedBeganASweepOfAnEmptyAccountCostsOneCall() {
    beginFeed();

    isCheapAndComplete(List.of(), sweep(List.of()));
  }

  @Test
  void contactsThatCameSinceTheFeedBeganAreFoundToo() {
    contacts(4_000);
    beginFeed();
    var later = contacts(500);

    assertThat(ids(sweep(List.of()))).hasSize(4_500).containsAll(later);
  }

  @Test
  void severalReadersAreUnderWayAtOnce() {
    var ids = contacts(10_000);

    severalAreUnderWay(ids);
  }

  @Test
  void severalReadersDoAFirstSweepTooOnceItsFeedBegan() {
    contacts(10_000);
    beginFeed();

    severalAreUnderWay(List.of());
  }

  private void severalAreUnderWay(List<RecordId> known) {
    var within = new AtomicInteger();
    var most = new AtomicInteger();
    var meeting = new CountDownLatch(2);
    // A first page may be read by one reader alone, to learn where the ids begin.
    simulator.weather().before(Endpoint.LIST, () -> {});
    for (int i = 0; i < 4; i++) {
      simulator
          .weather()
          .before(
              Endpoint.LIST,
              () -> {
                most.accumulateAndGet(within.incrementAndGet(), Math::max);
                meeting.countDown();
                try {
                  meeting.await(5, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                within.decrementAndGet();
              });
    }

    sweep(known);

    assertThat(most.get()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void pagesAreHandedOnByOneThreadAtATime() {
    var ids = contacts(6_000);
    var within = new AtomicInteger();
    var together = new AtomicInteger();

    crm.sweep(
        ids,
        page -> {
          if (within.incrementAndGet() > 1) {
            together.incrementAndGet();
          }
          within.decrementAndGet();
        });

    assertThat(together.get()).isZero();
  }

  @Test
  void aKnownContactThatWasDeletedIsHandedOnAsGone() {
    var ids = contacts(5);
    portal.archive(ids.get(1).text());
    portal.erase(ids.get(3).text());

    var gone = gone(sweep(ids));

    assertThat(ids(gone)).containsExactlyInAnyOrder(ids.get(1), ids.get(3));
    assertThat(gone).allMatch(record -> record.mergedInto().isEmpty());
  }

  @Test
  void aKnownContactThatWasMergedIsGoneIntoItsSurvivorWithoutAFurtherCall() {
    var ids = contacts(5);
    var survivor = portal.merge(ids.get(0).text(), ids.get(4).text());

    var gone = gone(sweep(ids));

    assertThat(ids(gone)).containsExactlyInAnyOrder(ids.get(0), ids.get(4));
    assertThat(gone).allMatch(r -> r.mergedInto().equals(Optional.of(new RecordId(survivor))));
    assertThat(crm.calls().total()).isEqualTo(1);
  }

  @Test
  void aKnownContactThatTheListPassedOverIsLive() {
    var ids = contacts(3);
    var restored = ids.get(1).text();
    portal.archive(restored);
    simulator.weather().before(Endpoint.BATCH_READ, () -> portal.restore(restored));

    var all = sweep(ids);

    assertThat(all).hasSize(3).allMatch(record -> record.presence() == Presence.LIVE);
  }

  @Test
  void aListInAnotherOrderIsReadByOneReaderAndEachContactOnce() {
    var ids = contacts(2_500);
    var shuffled = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      shuffled.add("{\"id\":\"" + ids.get(2 - i).text() + "\",\"properties\":{}}");
    }
    simulator
        .weather()
        .next(
            Endpoint.LIST,
            Trouble.json(200, "{\"results\":[" + String.join(",", shuffled) + "]}", Map.of()));

    var all = sweep(ids);

    assertThat(ids(all)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void aGatewayThatFailsOnceIsAskedAgain() {
    var ids = contacts(300);
    simulator.weather().next(Endpoint.LIST, Trouble.badGateway());

    assertThat(ids(sweep(Set.of()))).containsExactlyElementsOf(ids);
    assertThat(crm.calls().of(Purpose.RETRY)).isEqualTo(1);
  }

  @Test
  void aGatewayThatKeepsFailingEndsTheSweepWithASentence() {
    contacts(3);
    simulator.weather().next(20, Endpoint.LIST, Trouble.badGateway());

    var failure = failure(() -> sweep(List.of()));

    assertThat(failure.kind()).isEqualTo(CrmException.Kind.UNREACHABLE);
    assertThat(failure).hasMessage("HubSpot answered 502 while listing contacts");
  }

  private static List<CrmRecord> gone(Collection<CrmRecord> records) {
    return records.stream().filter(record -> record.presence() == Presence.GONE).toList();
  }
}
