package io.stagesync.hubspot;

import io.stagesync.hubspot.client.model.Contact;
import io.stagesync.hubspot.client.model.ContactPage;
import io.stagesync.hubspot.client.model.Filter;
import io.stagesync.hubspot.client.model.FilterGroup;
import io.stagesync.hubspot.client.model.Search;
import io.stagesync.hubspot.client.model.Sort;
import io.stagesync.port.CallCount.Purpose;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the search index in the order of the stamps.
 *
 * <p>Each page is a query of its own that begins at the stamps on which the page before ended. So
 * no query comes near 10,000 rows, and a contact that is changed while we read, and therefore moves
 * to the end, does not push another one off the page that we read next. Rows come again at each
 * seam; whoever asked leaves them out by id and stamp.
 */
final class StampScan {
  static final int PAGE = 200;

  /**
   * A contact that was changed after it was indexed may show a stamp ahead of its place, so no
   * single row at a page's end is believed.
   */
  private static final int BELIEVED = 5;

  private static final String DOING = "searching for changed contacts";

  private final HubSpotCalls calls;
  private final List<String> asked;

  StampScan(HubSpotCalls calls, List<String> asked) {
    this.calls = calls;
    this.asked = asked;
  }

  /**
   * Hands on every row whose stamp lies within the bounds, both included.
   *
   * @param from not 0, which HubSpot does not take for a bound
   * @param to {@link Long#MAX_VALUE} for no bound
   * @param enough rows beyond this moment need not be read any more
   */
  void run(long from, long to, long enough, Consumer<List<Contact>> pages) {
    var low = from;
    while (low <= Math.min(to, enough)) {
      var page = page(window(low, to), ContactShape.STAMP, "ASCENDING", PAGE, Purpose.FEED);
      pages.accept(rows(page));
      if (!more(page)) {
        return;
      }
      var next = seam(rows(page));
      if (next > low) {
        low = next;
      } else {
        crowd(low, pages);
        low++;
      }
    }
  }

  /** Reads all rows of one millisecond, in the order of their ids. */
  private void crowd(long stamp, Consumer<List<Contact>> pages) {
    var lastId = 0L;
    while (true) {
      var filters =
          List.of(filter(ContactShape.STAMP, "EQ", stamp), filter(ContactShape.ID, "GT", lastId));
      var page = page(filters, ContactShape.ID, "ASCENDING", PAGE, Purpose.FEED);
      pages.accept(rows(page));
      var before = lastId;
      for (Contact contact : rows(page)) {
        lastId = Math.max(lastId, Long.parseLong(ContactShape.id(contact).text()));
      }
      if (!more(page) || lastId == before) {
        return;
      }
    }
  }

  /** The first row by a property, with how many rows there are. */
  ContactPage first(String property, String direction, Purpose purpose) {
    return page(List.of(filter(property, "GTE", 1)), property, direction, 1, purpose);
  }

  /** One page of rows in the order of a property. */
  private ContactPage page(
      List<Filter> filters, String sort, String direction, int limit, Purpose purpose) {
    var search =
        new Search()
            .filterGroups(List.of(new FilterGroup().filters(filters)))
            .sorts(List.of(new Sort().propertyName(sort).direction(direction)))
            .properties(asked)
            .limit(limit);
    return calls.search(
        purpose, DOING, () -> complete(calls.contacts().searchContacts(calls.version(), search)));
  }

  private static List<Filter> window(long low, long to) {
    var filter = filter(ContactShape.STAMP, to == Long.MAX_VALUE ? "GTE" : "BETWEEN", low);
    return List.of(to == Long.MAX_VALUE ? filter : filter.highValue(Long.toString(to)));
  }

  private static Filter filter(String property, String operator, long value) {
    return new Filter().propertyName(property).operator(operator).value(Long.toString(value));
  }

  private static long seam(List<Contact> rows) {
    return rows.subList(Math.max(0, rows.size() - BELIEVED), rows.size()).stream()
        .mapToLong(row -> ContactShape.stamp(row).toEpochMilli())
        .min()
        .orElse(Long.MIN_VALUE);
  }

  static List<Contact> rows(ContactPage page) {
    var rows = page.getResults();
    return rows == null ? List.of() : rows;
  }

  /** Whether further rows follow a page. */
  static boolean more(ContactPage page) {
    return page.getPaging() != null && page.getPaging().getNext() != null;
  }

  /** A page that has rows; null for one that lacks them. */
  static @Nullable ContactPage complete(@Nullable ContactPage page) {
    return page == null || page.getResults() == null ? null : page;
  }
}
