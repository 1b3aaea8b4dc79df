package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.partner.LimitInfo;
import com.sforce.soap.partner.LimitInfoHeader_element;
import io.stagesync.port.CrmException;
import io.stagesync.port.DailyBudget;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallBudgetTest {
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final CallBudget budget = new CallBudget(0.8, () -> now);

  @Test
  void ofAnswersToCallsSideBySideTheGreatestFigureCounts() {
    long one = budget.spend();
    long other = budget.spend();
    budget.told(other, used(503));
    budget.told(one, used(502));

    assertThat(budget.dailyBudget()).contains(new DailyBudget(503, 1_000));
  }

  @Test
  void theAnswerToACallThatBeganAfterAllOthersWereAnsweredIsTheNewest() {
    budget.told(budget.spend(), used(503));
    budget.told(budget.spend(), used(10));

    assertThat(budget.dailyBudget()).contains(new DailyBudget(10, 1_000));
  }

  @Test
  void anAnswerThatWentSideBySideWithARefusalDoesNotTakeItBack() {
    long answered = budget.spend();
    budget.refused();
    budget.told(answered, used(503));

    assertThatThrownBy(budget::spend)
        .isInstanceOfSatisfying(
            CrmException.class, e -> assertThat(e.kind()).isEqualTo(CrmException.Kind.DAILY_LIMIT));

    now = now.plus(Duration.ofMinutes(16));
    budget.told(budget.spend(), used(500));
    assertThatCode(budget::spend).doesNotThrowAnyException();
  }

  @Test
  void afterAQuarterOfAnHourAllCallsGoOutUntilOneIsAnswered() {
    budget.told(budget.spend(), used(800));
    assertThatThrownBy(budget::spend).isInstanceOf(CrmException.class);

    now = now.plus(Duration.ofMinutes(15));
    long asking = budget.spend();
    assertThatCode(budget::spend).doesNotThrowAnyException();
    budget.told(asking, used(800));
    assertThatThrownBy(budget::spend).isInstanceOf(CrmException.class);
  }

  private static LimitInfoHeader_element used(int calls) {
    var info = new LimitInfo();
    info.setType("API REQUESTS");
    info.setCurrent(calls);
    info.setLimit(1_000);
    var header = new LimitInfoHeader_element();
    header.setLimitInfo(new LimitInfo[] {info});
    return header;
  }
}
