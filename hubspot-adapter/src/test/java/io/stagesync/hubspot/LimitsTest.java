package io.stagesync.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.hubspot.simulator.Endpoint;
import io.stagesync.hubspot.simulator.HubSpotSimulator;
import io.stagesync.hubspot.simulator.SimulatorSettings.Limits;
import io.stagesync.hubspot.simulator.Trouble;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmException;
import io.stagesync.port.DailyBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest extends HubSpotTest {

  private void searches(int count) {
    for (int i = 0; i < count; i++) {
      crm.changes(ContactFeeds.NOW, Optional.empty(), page -> {});
    }
  }

  @Test
  void aLongSweepNeverBreaksTheBurstLimit() {
    var ids = contacts(32_000);

    sweep(ids);

    assertThat(simulator.tooMany()).isZero();
    // 320 calls, 152 of them at once, so two further windows at least
    assertThat(time.waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void aSmallerAccountsLimitIsLearnedFromItsAnswers() {
    simulator.limits(new Limits(100, 5, 250_000));
    var ids = contacts(18_000);

    sweep(ids);

    assertThat(simulator.tooMany()).isZero();
  }

  @Test
  void searchesKeepToFourASecond() {
    contacts(1);

    searches(12);

    assertThat(simulator.tooMany()).isZero();
    assertThat(time.waited()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
  }

  @Test
  void aBurstRefusalSlowsDownAndFinishes() {
    var ids = contacts(5_000);
    simulator.weather().next(2, Endpoint.LIST, Trouble.burstLimit());

    assertThat(ids(sweep(ids))).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(crm.calls().of(Purpose.RETRY)).isEqualTo(2);
    assertThat(time.waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aSearchRefusalWaitsAboutASecond() {
    contacts(1);
    simulator.weather().next(Endpoint.SEARCH, Trouble.searchLimit());

    searches(1);

    assertThat(crm.calls().of(Purpose.RETRY)).isEqualTo(1);
    assertThat(time.waited()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
  }

  @Test
  void aRetryAfterIsHonoured() {
    contacts(1);
    simulator.weather().next(Endpoint.LIST, Trouble.json(429, "{}", Map.of("Retry-After", "42")));

    sweep(List.of());

    assertThat(time.waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(42));
  }

  @Test
  void theDailyLimitStopsUntilTheAccountsMidnight() {
    crm.close();
    simulator.close();
    simulator =
        HubSpotSimulator.start(simulator.settings().inTimeZone(ZoneId.of("America/New_York")));
    crm = connect(settings -> settings);
    crm.account();
    simulator.weather().next(Endpoint.LIST, Trouble.dailyLimit());

    var failure = failure(() -> sweep(List.of()));

    assertThat(failure.kind()).isEqualTo(CrmException.Kind.DAILY_LIMIT);
    assertThat(failure.until()).contains(Instant.parse("2026-11-23T05:00:00Z"));
    assertThat(crm.calls().of(Purpose.RETRY)).isZero();
  }

  @Test
  void ourShareOfTheDayIsNotExceededSoThatOthersCanWork() {
    contacts(1);
    simulator.limits(new Limits(190, 5, 1_000));
    simulator.usedToday(798);
    crm.catalog(true);
    sweep(List.of());

    var failure = failure(() -> sweep(List.of()));

    assertThat(failure.kind()).isEqualTo(CrmException.Kind.DAILY_LIMIT);
    assertThat(failure).hasMessageContaining("800 of 1000 calls");
    assertThat(crm.dailyBudget()).contains(new DailyBudget(800, 1_000));
    assertThat(simulator.calls()).containsEntry(Endpoint.LIST, 1L);
  }

  @Test
  void aNewDayGivesANewShare() {
    contacts(1);
    simulator.limits(new Limits(190, 5, 1_000));
    simulator.usedToday(900);
    crm.catalog(true);
    assertThat(failure(() -> sweep(List.of())).kind()).isEqualTo(CrmException.Kind.DAILY_LIMIT);

    time.pass(Duration.ofDays(1));

    assertThat(sweep(List.of())).hasSize(1);
  }

  @Test
  void anAccountThatMovesIsClosedUntilItSays() {
    simulator.weather().next(Endpoint.LIST, Trouble.moving(Duration.ofHours(20)));

    var failure = failure(() -> sweep(List.of()));

    assertThat(failure.kind()).isEqualTo(CrmException.Kind.CLOSED);
    assertThat(failure.until()).contains(time.instant().plus(Duration.ofHours(20)));
  }

  @Test
  void anAccountThatNobodyAnswersForIsUnreachable() {
    simulator.close();

    var failure = failure(() -> sweep(List.of()));

    assertThat(failure.kind()).isEqualTo(CrmException.Kind.UNREACHABLE);
    assertThat(crm.calls().of(Purpose.RETRY)).isEqualTo(5);
  }
}
