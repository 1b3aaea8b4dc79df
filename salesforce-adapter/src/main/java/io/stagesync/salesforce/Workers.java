package io.stagesync.salesforce;

import com.sforce.soap.partner.PartnerConnection;
import com.sforce.ws.ConnectionException;
import io.stagesync.net.CallMeter;
import io.stagesync.net.Tokens;
import io.stagesync.port.CallCount.Purpose;
import java.net.http.HttpClient;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls, each on a connection of its own for as long as it takes, because the library's
 * connections are not safe for two threads. Repeats what may be repeated, renews a token that ran
 * out, counts, and keeps within the daily share.
 */
final class Workers {
  private final BlockingQueue<Worker> idle;
  private final Tokens tokens;
  private final CallMeter<Purpose> meter;
  private final CallBudget budget;
  private final Repetition repetition;
  private volatile @Nullable Session session;

  Workers(
      int size,
      HttpClient client,
      Supplier<Session> login,
      CallBudget budget,
      CallMeter<Purpose> meter,
      Repetition repetition) {
    this.idle = new ArrayBlockingQueue<>(size);
    for (int i = 0; i < size; i++) {
      idle.add(new Worker(client));
    }
    this.tokens =
        new Tokens(
            () -> {
              var fresh = login.get();
              session = fresh;
              return fresh.token();
            });
    this.budget = budget;
    this.meter = meter;
    this.repetition = repetition;
  }

  /** The session in use; asks for the first one. */
  Session session() {
    tokens.token();
    return Objects.requireNonNull(session);
  }

  /**
   * Makes a call that may be repeated.
   *
   * @throws CallFailure when it failed for good
   */
  <T> T read(Purpose purpose, SoapCall<T> call) {
    return call(purpose, false, call);
  }

  /**
   * Makes a call that is repeated only where it certainly was not carried out.
   *
   * @throws CallFailure when it failed; whether it was carried out, its treatment says
   */
  <T> T write(SoapCall<T> call) {
    return call(Purpose.WRITE, true, call);
  }

  private <T> T call(Purpose purpose, boolean write, SoapCall<T> call) {
    var worker = take();
    try {
      return attempt(worker, purpose, write, call);
    } finally {
      idle.add(worker);
    }
  }

  private <T> T attempt(Worker worker, Purpose purpose, boolean write, SoapCall<T> call) {
    var attempts = repetition.start();
    var counted = purpose;
    boolean renewed = false;
    while (true) {
      var before = budget.spend();
      var current = session();
      meter.count(counted);
      counted = Purpose.RETRY;
      try {
        var connection = worker.connection(current);
        var answer = call.on(connection);
        budget.told(before, connection.getLimitInfoHeader());
        return answer;
      } catch (ConnectionException e) {
        var failure = SalesforceErrors.sort(e);
        if (failure.treatment() == CallTreatment.DAILY_LIMIT) {
          budget.refused();
        }
        if (failure.treatment() == CallTreatment.RENEW_TOKEN && !renewed) {
          renewed = true;
          tokens.replace(current.token());
          continue;
        }
        boolean mayRepeat =
            failure.treatment().repeats() && !(write && failure.treatment().unknownForWrites());
        if (!mayRepeat || !attempts.pauseAfter(failure)) {
          throw failure;
        }
      }
    }
  }

  private Worker take() {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallFailure(
          CallTreatment.MISFIT, "", "interrupted while waiting for a free connection", e);
    }
  }

  /** One call of the library. */
  @FunctionalInterface
  interface SoapCall<T> {
    T on(PartnerConnection connection) throws ConnectionException;
  }
}
