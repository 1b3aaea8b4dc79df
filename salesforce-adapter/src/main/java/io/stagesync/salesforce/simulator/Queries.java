package io.stagesync.salesforce.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries. A position in a long query is a list of ids; each page shows its rows as they
 * are when it is asked for, as Salesforce does.
 */
final class Queries {
  private static final int KEPT = 500;

  private final World world;
  private final int maxPage;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<String, Cursor> cursors =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Cursor> eldest) {
          return size() > KEPT;
        }
      };

  /** The rest of a query. */
  private record Cursor(ParsedQuery query, List<String> ids, int from, int page) {}

  Queries(World world, int maxPage) {
    this.world = world;
    this.maxPage = maxPage;
  }

  String query(String soql, boolean withDeleted, int batchSize) {
    int page = Math.min(maxPage, batchSize);
    return world.reading(
        () -> {
          var query = QueryParser.parse(world, soql);
          var rows = rows(query, withDeleted);
          return query.count()
              ? new SoapXml()
                  .leaf("done", true)
                  .leaf("queryLocator", null)
                  .leaf("size", rows.size())
                  .toString()
              : page(new Cursor(query, rows.stream().map(r -> r.id).toList(), 0, page));
        });
  }

  String queryMore(String locator) {
    Cursor cursor;
    synchronized (cursors) {
      cursor = cursors.remove(locator);
    }
    if (cursor == null) {
      throw new SoapFault(
          "InvalidQueryLocatorFault", "INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    return world.reading(() -> page(cursor));
  }

  private List<SimRow> rows(ParsedQuery query, boolean withDeleted) {
    var table = query.table();
    boolean bin = table.fields.containsKey("IsDeleted");
    var condition = query.where();
    var ids = condition == null ? null : condition.ids();
    var candidates = new ArrayList<SimRow>();
    if (ids == null) {
      candidates.addAll(table.rows.values());
    } else {
      ids.stream().map(table.rows::get).filter(Objects::nonNull).forEach(candidates::add);
    }
    candidates.removeIf(
        row ->
            (bin && !withDeleted && row.is("IsDeleted"))
                || (condition != null && !condition.test(row)));
    if (!query.order().isEmpty()) {
      candidates.sort(order(query));
    }
    return candidates.size() > query.limit() ? candidates.subList(0, query.limit()) : candidates;
  }

  private Comparator<SimRow> order(ParsedQuery query) {
    Comparator<SimRow> order = (a, b) -> 0;
    for (int i = 0; i < query.order().size(); i++) {
      var column = query.order().get(i);
      Comparator<SimRow> by =
          (a, b) -> Conditions.order(column, column.value(world, a), column.value(world, b));
      order = order.thenComparing(query.descending().get(i) ? by.reversed() : by);
    }
    return order;
  }

  private String page(Cursor cursor) {
    int to = Math.min(cursor.ids().size(), cursor.from() + cursor.page());
    boolean done = to == cursor.ids().size();
    String locator = null;
    if (!done) {
      locator =
          "01g" + String.format(Locale.ROOT, "%012d", numbers.incrementAndGet()) + "AAA-" + to;
      synchronized (cursors) {
        cursors.put(locator, new Cursor(cursor.query(), cursor.ids(), to, cursor.page()));
      }
    }
    var out = new SoapXml().leaf("done", done).leaf("queryLocator", locator);
    for (var id : cursor.ids().subList(cursor.from(), to)) {
      var row = cursor.query().table().rows.get(id);
      if (row != null) {
        record(out, cursor.query(), row);
      }
    }
    return out.leaf("size", cursor.ids().size()).toString();
  }

  private void record(SoapXml out, ParsedQuery query, SimRow row) {
    out.openAs("records", "sf:sObject").leaf("sf:type", query.table().name);
    id(out, query.columns().stream().anyMatch(c -> c.text().equals("Id")) ? row.id : null);
    var parents = new LinkedHashMap<String, List<ColumnPath>>();
    for (var column : query.columns()) {
      if (!column.through().isEmpty()) {
        var parent = column.text().substring(0, column.text().indexOf('.'));
        parents.computeIfAbsent(parent, p -> new ArrayList<>()).add(column);
      } else if (!column.text().equals("Id")) {
        out.leaf("sf:" + column.text(), row.get(column.field().name));
      }
    }
    parents.forEach((name, columns) -> parent(out, name, columns, row));
    out.close("records");
  }

  private void parent(SoapXml out, String name, List<ColumnPath> columns, SimRow row) {
    var owner = columns.get(0).owner(world, row);
    if (owner == null) {
      out.leaf("sf:" + name, null);
      return;
    }
    out.openAs("sf:" + name, "sf:sObject").leaf("sf:type", owner.table.name);
    id(out, null);
    columns.forEach(c -> out.leaf("sf:" + c.field().name, c.value(world, row)));
    out.close("sf:" + name);
  }

  /** The id comes twice where it was asked for, and once without a value where not. */
  private static void id(SoapXml out, @Nullable String id) {
    out.leaf("sf:Id", id);
    if (id != null) {
      out.leaf("sf:Id", id);
    }
  }
}
