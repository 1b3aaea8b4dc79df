package io.stagesync.engine;

import io.stagesync.port.Conversion;
import io.stagesync.port.Crm;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.port.Cursor;
import io.stagesync.port.Feed;
import io.stagesync.state.PairId;
import io.stagesync.state.SeenRecord;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads both sides, beside each other, into the store. Cursors are handed back and stored by the
 * caller once everything that was read is decided: whatever is cut off before is read again.
 */
final class Read {
  private static final int FRESH_PAGE = 200;

  private final Run run;
  private final Chronicle chronicle;
  private final Parting parting;

  Read(Run run) {
    this.run = run;
    this.chronicle = new Chronicle(run);
    this.parting = new Parting(run);
  }

  /** How far the feeds of both sides were read, and what was asked for. */
  record Cursors(Map<Side, Map<Feed, Cursor>> bySide, Map<Side, String> asked) {
    void store(Session session) {
      bySide.forEach(
          (side, feeds) -> feeds.forEach((feed, c) -> session.runs().cursor(side, feed, c)));
      asked.forEach((side, fields) -> session.belonging().remark(Asked.remark(side), fields));
    }
  }

  /** Reads what a request asks for. */
  Cursors read(RunRequest.Reads reads) {
    if (reads == RunRequest.Reads.NOTHING) {
      return new Cursors(Map.of(), Map.of());
    }
    readFreshWhatAskedForIt();
    var bySide =
        run.beside().both(side -> side(run.crms().on(side), reads == RunRequest.Reads.EVERYTHING));
    return new Cursors(
        Map.of(Side.SALESFORCE, bySide.salesforce(), Side.HUBSPOT, bySide.hubspot()),
        Map.of(Side.SALESFORCE, asked(Side.SALESFORCE), Side.HUBSPOT, asked(Side.HUBSPOT)));
  }

  private String asked(Side side) {
    return Asked.of(run.mapping(), run.catalogs().on(side));
  }

  private Map<Feed, Cursor> side(Crm crm, boolean everything) {
    var step = Progress.Step.read(crm.side());
    var stored = new HashMap<Feed, Cursor>();
    run.store()
        .read(
            s -> {
              crm.feeds()
                  .forEach(f -> s.runs().cursor(crm.side(), f).ifPresent(c -> stored.put(f, c)));
              return stored;
            });
    var next = new LinkedHashMap<Feed, Cursor>();
    boolean asksMore =
        run.store().read(s -> Asked.more(s, run.mapping(), run.catalogs().on(crm.side())));
    if (everything || asksMore || stored.size() < crm.feeds().size()) {
      run.progress().step(step, run.store().read(s -> s.records().count(crm.side())));
      crm.feeds().forEach(f -> next.put(f, crm.changes(f, Optional.empty(), page -> {})));
      crm.sweep(new KnownIds(run.store(), crm.side()), page -> see(crm, page, step));
    } else {
      run.progress().step(step, 0);
      for (Feed feed : crm.feeds()) {
        next.put(
            feed,
            crm.changes(feed, Optional.ofNullable(stored.get(feed)), page -> see(crm, page, step)));
      }
    }
    run.progress().done(step);
    return next;
  }

  private void see(Crm crm, List<CrmRecord> page, Progress.Step step) {
    var sure = confirmed(crm, page);
    run.store().change(session -> see(session, crm.side(), sure));
    run.turn().keep();
    run.progress().advanced(step, page.size());
  }

  /**
   * An index may still list who was deleted or merged away since, with a stamp like any other. So
   * whoever is known to be gone comes back only where the record says so itself, asked by its id.
   */
  private List<CrmRecord> confirmed(Crm crm, List<CrmRecord> page) {
    var live = page.stream().filter(r -> r.presence() == Presence.LIVE).map(CrmRecord::id).toList();
    var gone = run.store().read(s -> s.records().gone(crm.side(), live));
    if (gone.isEmpty()) {
      return page;
    }
    var sure = new ArrayList<>(page);
    sure.removeIf(r -> gone.contains(r.id()));
    sure.addAll(crm.fetch(gone));
    return sure;
  }

  /** Stores what was read of some records, and what people will want to know about it. */
  void see(Session session, Side side, Collection<CrmRecord> records) {
    var ids = records.stream().map(CrmRecord::id).toList();
    var before = session.records().find(side, ids);
    var keys = new HashMap<RecordId, String>();
    records.forEach(
        r -> r.email().ifPresent(a -> keys.put(r.id(), run.setting().around().emailKey().of(a))));
    var changed = Set.copyOf(session.records().see(side, records, keys, run.now()));
    for (CrmRecord record : records) {
      var old = before.get(record.id());
      if (old != null && changed.contains(record.id())) {
        chronicle.observed(session, side, old, record);
        record.mergedInto().ifPresent(survivor -> follow(session, side, record.id(), survivor));
      }
    }
    Attributes.note(
        run,
        session,
        side,
        before,
        records.stream().filter(r -> changed.contains(r.id())).toList());
    pairAgain(session, before, records, keys);
  }

  /** Whoever stayed alone beside a record that is another one now may have a partner now. */
  private static void pairAgain(
      Session session,
      Map<RecordId, SeenRecord> before,
      Collection<CrmRecord> records,
      Map<RecordId, String> keys) {
    var addresses = new HashSet<String>();
    var leads = new HashSet<RecordId>();
    for (CrmRecord now : records) {
      var was = before.get(now.id());
      if (was != null && !standsAlike(was, now, Optional.ofNullable(keys.get(now.id())))) {
        was.emailKey().ifPresent(addresses::add);
        was.counterpart().ifPresent(leads::add);
      }
    }
    session.records().pairAgain(addresses, leads);
  }

  private static boolean standsAlike(SeenRecord was, CrmRecord now, Optional<String> key) {
    return was.presence() == now.presence()
        && was.emailKey().equals(key)
        && was.counterpart().equals(now.counterpart())
        && was.conversion()
            .map(Conversion::converted)
            .equals(now.conversion().map(Conversion::converted));
  }

  /**
   * A merge: the pair goes over to the record that lives on, unless that one has a pair already.
   */
  private void follow(Session session, Side side, RecordId loser, RecordId survivor) {
    var pair = session.pairs().of(side, loser);
    if (pair.isEmpty()) {
      return;
    }
    var next = session.records().find(side, survivor).flatMap(SeenRecord::mergedInto);
    if (next.isPresent() && !next.get().equals(loser)) {
      // The survivor was merged away itself before we saw this.
      follow(session, side, loser, next.get());
      return;
    }
    if (session.pairs().of(side, survivor).isPresent()) {
      parting.part(
          session,
          pair.get(),
          side.displayName()
              + " "
              + loser
              + " was merged into "
              + survivor
              + ", which has a pair already");
    } else if (session.records().find(side, survivor).isPresent()) {
      session.pairs().relink(pair.get().id(), side, survivor);
    }
  }

  /** Reads named records fresh and stores them. */
  void fresh(Side side, Collection<RecordId> ids) {
    if (ids.isEmpty()) {
      return;
    }
    var records = run.crms().on(side).fetch(ids);
    var survivors =
        records.stream()
            .flatMap(r -> r.mergedInto().stream())
            .filter(s -> !ids.contains(s))
            .toList();
    var all = survivors.isEmpty() ? List.<CrmRecord>of() : run.crms().on(side).fetch(survivors);
    run.store()
        .change(
            session -> {
              see(session, side, all);
              see(session, side, records);
            });
  }

  private void readFreshWhatAskedForIt() {
    Optional<PairId> after = Optional.empty();
    while (true) {
      var from = after;
      var pairs = run.store().read(s -> s.pairs().freshBefore(run.number(), from, FRESH_PAGE));
      if (pairs.isEmpty()) {
        return;
      }
      for (Side side : Side.values()) {
        fresh(side, pairs.stream().map(p -> p.on(side)).toList());
      }
      run.store().change(s -> s.pairs().decideAgain(pairs.stream().map(p -> p.id()).toList()));
      after = Optional.of(pairs.get(pairs.size() - 1).id());
    }
  }
}
