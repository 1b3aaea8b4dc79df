package io.stagesync.salesforce;

import com.sforce.soap.partner.LimitInfoHeader_element;
import io.stagesync.net.DailyShare;
import io.stagesync.port.CrmException;
import io.stagesync.port.DailyBudget;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps within our share of the org's daily calls. Salesforce counts over a rolling 24 hours and
 * says so only in answers, so that after a quarter of an hour without one calls go out again to
 * ask: all that want to, until the first is answered.
 */
final class CallBudget {
  private static final Duration ASK_AGAIN = Duration.ofMinutes(15);

  private final DailyShare share;
  private final InstantSource clock;
  private Instant toldAt = Instant.EPOCH;
  private boolean refused;
  private long answers;

  CallBudget(double share, InstantSource clock) {
    this.share = new DailyShare(share);
    this.clock = clock;
  }

  /**
   * Asks whether one more call may go out. Nothing is reserved: calls that ask side by side may all
   * go out before any of them is answered.
   *
   * @return how many answers were told before this call, for {@link #told}
   * @throws CrmException with {@link CrmException.Kind#DAILY_LIMIT}
   */
  synchronized long spend() {
    var askAgain = toldAt.plus(ASK_AGAIN);
    if ((share.exhausted() || refused) && clock.instant().isBefore(askAgain)) {
      throw new CrmException(
          Side.SALESFORCE,
          CrmException.Kind.DAILY_LIMIT,
          "",
          "Salesforce's calls of 24 hours are used up as far as we may use them: "
              + (share.limit() == 0 ? "" : share.used() + " of " + share.limit() + ", ")
              + "ours and others' together. Nothing more is sent for now; see Setup, Company"
              + " Information, or raise the share.",
          Optional.of(askAgain),
          null);
    }
    return answers;
  }

  /**
   * Notes that Salesforce itself refused a call because the day is used up. What is answered to a
   * call that went side by side with it takes nothing back.
   */
  synchronized void refused() {
    answers++;
    refused = true;
    toldAt = clock.instant();
  }

  /**
   * Takes Salesforce's word from an answer.
   *
   * @param before what {@link #spend} gave for its call. Where another answer was told since, the
   *     two calls went side by side
   */
  synchronized void told(long before, @Nullable LimitInfoHeader_element header) {
    var newest = before == answers;
    answers++;
    if (header == null || header.getLimitInfo() == null) {
      return;
    }
    for (var info : header.getLimitInfo()) {
      if ("API REQUESTS".equals(info.getType())) {
        share.told(info.getCurrent(), info.getLimit(), newest);
        refused = refused && !newest;
        toldAt = clock.instant();
      }
    }
  }

  /** Salesforce's word, where there was one. */
  Optional<DailyBudget> dailyBudget() {
    return share.limit() == 0
        ? Optional.empty()
        : Optional.of(new DailyBudget(share.used(), share.limit()));
  }
}
