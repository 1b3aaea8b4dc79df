package io.stagesync.salesforce;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.Cursor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Leads that changed, were deleted or merged. The recycle bin is read along with the rest, which
 * makes a second call for deletions needless; what left the bin, the sweep notices.
 */
final class LeadFeed {
  private static final int REMEMBERED = 20_000;

  private final Leads leads;
  private final Map<String, Outcome> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Outcome> eldest) {
              return size() > REMEMBERED;
            }
          });

  LeadFeed(Leads leads) {
    this.leads = leads;
  }

  /**
   * Learns what the opportunities of some leads say now, by version of a lead: one of them moved,
   * which the leads' own stamps do not show.
   */
  void opportunitiesMoved(Map<String, Outcome> now) {
    known.putAll(now);
  }

  /** Reads what changed since a cursor. */
  Cursor changes(Cursor since, Consumer<List<CrmRecord>> pages) {
    var start = Position.of(since);
    var newest = new Position.Newest(start);
    leads.read(
        Leads.Question.ordered(
            Purpose.FEED,
            true,
            Soql.changedSince(start.from()),
            row -> Soql.after(LeadRows.stamp(row), LeadRows.id(row))),
        known,
        (rows, records) -> {
          newest.see(rows);
          if (!records.isEmpty()) {
            pages.accept(records);
          }
        });
    return newest.cursor();
  }
}
