package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmException;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.DailyBudget;
import io.stagesync.salesforce.simulator.CallKind;
import io.stagesync.salesforce.simulator.SimulatedFault;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LimitsAndOutagesTest extends SimulatedTest {

  @Test
  void whatIsLeftOfTheDayIsTold() {
    simulator.dailyCalls(500, 1000);
    assertThat(crm.dailyBudget()).isEmpty();

    crm.catalog(false);

    assertThat(crm.dailyBudget()).contains(new DailyBudget(503, 1000));
  }

  @Test
  void beyondOurShareOfTheDayNothingIsSent() {
    simulator.dailyCalls(810, 1000);
    crm.account();
    assertThatThrownBy(this::sweep).hasMessageContaining("811 of 1000");
    var before = simulator.calls();

    assertThat(stopped(this::sweep)).isEqualTo(CrmException.Kind.DAILY_LIMIT);
    assertThat(simulator.calls()).isEqualTo(before);
  }

  @Test
  void afterAWhileOneCallAsksWhetherTheDayHasRoomAgain() {
    simulator.dailyCalls(990, 1000);
    assertThat(stopped(this::sweep)).isEqualTo(CrmException.Kind.DAILY_LIMIT);
    simulator.dailyCalls(10, 1000);
    passes(Duration.ofMinutes(16));

    assertThat(sweep()).isEmpty();
  }

  @Test
  void aUsedUpDayIsNotAskedAgain() {
    crm.catalog(false);
    simulator.faults().next(CallKind.QUERY, SimulatedFault.DAILY_LIMIT);

    assertThat(stopped(this::sweep)).isEqualTo(CrmException.Kind.DAILY_LIMIT);
    var before = simulator.calls();
    assertThat(stopped(this::sweep)).isEqualTo(CrmException.Kind.DAILY_LIMIT);

    assertThat(simulator.calls()).isEqualTo(before);
    assertThat(pauses).isEmpty();
  }

  @Test
  void tooManyCallsAtOnceAreWaitedFor() {
    crm.catalog(false);
    simulator
        .faults()
        .next(CallKind.QUERY, SimulatedFault.CONCURRENT_LIMIT, SimulatedFault.CONCURRENT_LIMIT);

    assertThat(sweep()).isEmpty();
    assertThat(pauses).hasSize(2);
    assertThat(crm.calls().of(Purpose.SWEEP)).isEqualTo(1);
    assertThat(crm.calls().of(Purpose.RETRY)).isEqualTo(2);
  }

  @Test
  void aReadIsRepeatedWhateverHappenedToIt() {
    lead("anna@example.org");
    crm.catalog(false);
    for (var fault :
        new SimulatedFault[] {
          SimulatedFault.DROP_BEFORE,
          SimulatedFault.CUT_AFTER,
          SimulatedFault.WEB_PAGE_503,
          SimulatedFault.SERVER_UNAVAILABLE
        }) {
      simulator.faults().next(CallKind.QUERY, fault);

      assertThat(sweep()).as("%s", fault).hasSize(1);
    }
  }

  @Test
  void aQueryThatTakesTooLongIsAskedForInPieces() {
    for (int i = 0; i < 2030; i++) {
      lead("p" + i + "@example.org");
    }
    crm.catalog(false);
    simulator.faults().next(CallKind.QUERY, SimulatedFault.QUERY_TIMEOUT);

    assertThat(sweep()).extracting(CrmRecord::id).hasSize(2030).doesNotHaveDuplicates();
    assertThat(simulator.calls()).containsEntry(CallKind.QUERY, 5L);
  }

  @Test
  void aMaintenanceThatLastsIsSaidToBeOne() {
    crm.catalog(false);
    simulator
        .faults()
        .next(
            CallKind.QUERY,
            Collections.nCopies(5, SimulatedFault.MAINTENANCE).toArray(SimulatedFault[]::new));

    assertThat(stopped(this::sweep)).isEqualTo(CrmException.Kind.CLOSED);
    assertThat(pauses).hasSize(4);
  }

  @Test
  void anAnswerThatTakesTooLongIsNotWaitedFor() {
    var hasty =
        new SalesforceCrm(
            new SalesforceSettings(
                simulator.baseUrl(),
                settings().credentials(),
                Set.of(STATUS),
                1,
                Duration.ofSeconds(5),
                Duration.ofMillis(400),
                0.8,
                false),
            clock,
            pause);
    hasty.account();
    simulator.faults().latency(CallKind.SERVER_TIME, Duration.ofSeconds(2));

    assertThatThrownBy(() -> hasty.changes(SalesforceCrm.LEADS, Optional.empty(), p -> {}))
        .hasMessageContaining("no complete answer from 127.0.0.1 within 400 ms");
  }

  @Test
  void anOrgThatIsNotThereIsSaidToBeUnreachable() {
    simulator.close();

    assertThat(stopped(() -> crm.account())).isEqualTo(CrmException.Kind.UNREACHABLE);
  }

  private static CrmException.Kind stopped(ThrowingCallable call) {
    var thrown = catchThrowableOfType(CrmException.class, call);
    return thrown.kind();
  }
}
