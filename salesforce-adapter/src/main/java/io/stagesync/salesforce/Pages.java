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
  private static final int NARROW = 2000;

  private final Workers workers;

  Pages(Workers workers) {
    this.workers = workers;
  }

  /**
   * Reads a query whose rows have an order.
   *
   * @param withDeleted whether rows in the recycle bin are among them
   * @param query the query
   * @param goOn the query for what comes behind a row, for when Salesforce forgot the position or
   *     takes too long to find all rows at once
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
    boolean narrow = false;
    for (int restarts = 0; restarts <= RESTARTS; ) {
      var reading = new Reading(purpose, withDeleted, last, pages);
      try {
        int rows = reading.run(narrow ? next + " LIMIT " + NARROW : next);
        if (!narrow || rows < NARROW) {
          return;
        }
      } catch (CallFailure e) {
        boolean narrower = e.treatment() == CallTreatment.NARROWER && !narrow;
        boolean restart = e.treatment() == CallTreatment.RESTART_QUERY && restarts < RESTARTS;
        if (!narrower && !restart) {
          throw e;
        }
        narrow |= narrower;
        restarts++;
      }
      last = reading.last;
      next = last == null ? query : goOn.apply(last);
    }
  }

  /**
   * Reads a query that names the rows it wants; they may come twice when it has to be begun again.
   */
  void repeatable(
      Purpose purpose, boolean withDeleted, String query, Consumer<List<SObject>> pages) {
    for (int restarts = 0; ; restarts++) {
      try {
        new Reading(purpose, withDeleted, null, pages).run(query);
        return;
      } catch (CallFailure e) {
        if (e.treatment() != CallTreatment.RESTART_QUERY || restarts == RESTARTS) {
          throw e;
        }
      }
    }
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

    private int run(String query) {
      var page = workers.read(purpose, c -> withDeleted ? c.queryAll(query) : c.query(query));
      int rows = handOn(page);
      while (!page.isDone()) {
        var locator = page.getQueryLocator();
        page = workers.read(purpose, c -> c.queryMore(locator));
        rows += handOn(page);
      }
      return rows;
    }

    private int handOn(QueryResult page) {
      var rows = page.getRecords();
      if (rows == null || rows.length == 0) {
        return 0;
      }
      last = rows[rows.length - 1];
      pages.accept(List.of(rows));
      return rows.length;
    }
  }
}
