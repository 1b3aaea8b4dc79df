package io.stagesync.salesforce;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.Cursor;
import io.stagesync.vocabulary.RecordId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Converted leads whose opportunity changed; a change of an opportunity does not touch its lead's
 * own stamp.
 *
 * <p>The overlap lists the same opportunities for a quarter of an hour. Those that were handled
 * under the cursor that is handed in are not looked up again; every cursor has a name of its own,
 * so that nothing is taken for handled when a cursor was lost.
 */
final class OpportunityFeed {
  private static final int IDS = 2000;
  private static final String SELECT = "SELECT Id, SystemModstamp FROM Opportunity";

  private final Pages pages;
  private final Leads leads;
  private final ContactRoles roles;
  private final Consumer<Map<String, Outcome>> moved;
  private final SchemaCache schemas;
  private @Nullable Cursor handedOut;
  private Map<RecordId, Instant> handled = Map.of();

  /**
   * @param moved is told what opportunities say that moved, by version of a lead
   */
  OpportunityFeed(
      Pages pages, Leads leads, SchemaCache schemas, Consumer<Map<String, Outcome>> moved) {
    this.moved = moved;
    this.pages = pages;
    this.leads = leads;
    this.schemas = schemas;
    this.roles = new ContactRoles(pages);
  }

  /** Reads what changed since a cursor; nothing where our user may not read opportunities. */
  synchronized Cursor changes(Cursor since, Consumer<List<CrmRecord>> consumer) {
    if (!schemas.current().opportunities()) {
      return since;
    }
    var start = Position.of(since);
    var seen = new HashMap<RecordId, Instant>();
    pages.ordered(
        Purpose.FEED,
        true,
        SELECT + Soql.changedSince(start.from()),
        row -> SELECT + Soql.after(LeadRows.stamp(row), LeadRows.id(row)),
        rows -> rows.forEach(row -> seen.put(LeadRows.id(row), LeadRows.stamp(row))));
    var before = since.equals(handedOut) ? handled : Map.<RecordId, Instant>of();
    var fresh = new LinkedHashSet<RecordId>();
    seen.forEach(
        (id, stamp) -> {
          if (!stamp.equals(before.get(id))) {
            fresh.add(id);
          }
        });
    var position = start;
    for (var stamp : seen.values()) {
      position = position.seen(stamp);
    }
    if (!fresh.isEmpty()) {
      handOn(fresh, consumer);
      position = position.next();
    }
    handed(position.cursor(), seen);
    return position.cursor();
  }

  private void handed(Cursor cursor, Map<RecordId, Instant> seen) {
    handedOut = cursor;
    handled = seen;
  }

  private void handOn(Set<RecordId> opportunities, Consumer<List<CrmRecord>> consumer) {
    var already = new HashSet<RecordId>();
    handOn("ConvertedOpportunityId", opportunities, already, consumer);
    if (schemas.current().contactRoles() && schemas.current().reads("ConvertedContactId")) {
      handOn("ConvertedContactId", roles.contacts(opportunities), already, consumer);
    }
  }

  private void handOn(
      String field,
      Collection<RecordId> values,
      Set<RecordId> already,
      Consumer<List<CrmRecord>> consumer) {
    if (!schemas.current().reads(field)) {
      return;
    }
    for (var chunk : Soql.chunks(values, IDS)) {
      var now = new HashMap<String, Outcome>();
      leads.read(
          Leads.Question.named(Purpose.OPPORTUNITIES, false, " WHERE " + Soql.in(field, chunk)),
          now,
          (rows, records) -> {
            var others = records.stream().filter(r -> already.add(r.id())).toList();
            if (!others.isEmpty()) {
              consumer.accept(others);
            }
          });
      moved.accept(now);
    }
  }
}
