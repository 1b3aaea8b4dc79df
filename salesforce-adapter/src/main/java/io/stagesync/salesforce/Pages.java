package io.stagesync.salesforce;

import com.sforce.soap.partner.QueryResult;
import com.sforce.soap.partner.sobject.SObject;
import io.stagesync.port.CallCount.Purpose;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads queries to their end, page by page. */
final class Pages {
  private static final int RESTARTS = 3;

  private final Workers workers;

  Pages(Workers workers) {
    this.workers = workers;
  }

  /**
   * Reads a query whose rows have an order.
   *
   * @param withDeleted whether rows in the recycle bin are among them
   * @param query the query
   * @param goOn the query for what comes behind a row, for when Salesforce forgot the position
   * @throws CallFailure when a page cannot be read
   */
  void ordered(
      Purpose purpose,
      boolean withDeleted,
      String query,
      Function<SObject, String> goOn,
      Consumer<List<SObject>> pages) {
    var next = query;
    SObject last = null;
    for (int restarts = 0; ; restarts++) {
      var reading = new Reading(purpose, withDeleted, last, pages);
      try {
        reading.run(next);
        return;
      } catch (CallFailure e) {
        last = reading.last;
        if (e.treatment() != CallTreatment.RESTART_QUERY || restarts == RESTARTS) {
          throw e;
        }
        next = last == null ? query : goOn.apply(last);
      }
    }
  }

  /** Reads a query whose rows may come twice when it has to be begun again. */
  void repeatable(
      Purpose purpose, boolean withDeleted, String query, Consumer<List<SObject>> pages) {
    ordered(purpose, withDeleted, query, row -> query, pages);
  }

  /** One attempt to read a query, and how far it came. */
  private final class Reading {
    private final Purpose purpose;
    private final boolean withDeleted;
    private final Consumer<List<SObject>> pages;
    private @Nullable SObject last;

    private Reading(
        Purpose purpose,
        boolean withDeleted,
        @Nullable SObject last,
        Consumer<List<SObject>> pages) {
      this.purpose = purpose;
      this.withDeleted = withDeleted;
      this.last = last;
      this.pages = pages;
    }

    private void run(String query) {
      var page = workers.read(purpose, c -> withDeleted ? c.queryAll(query) : c.query(query));
      handOn(page);
      while (!page.isDone()) {
        var locator = page.getQueryLocator();
        page = workers.read(purpose, c -> c.queryMore(locator));
        handOn(page);
      }
    }

    private void handOn(QueryResult page) {
      var rows = page.getRecords();
      if (rows != null && rows.length > 0) {
        last = rows[rows.length - 1];
        pages.accept(List.of(rows));
      }
    }
  }
}
