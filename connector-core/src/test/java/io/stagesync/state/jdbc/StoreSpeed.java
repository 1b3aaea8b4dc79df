package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Samples.CONTACT_STATUS;
import static io.stagesync.state.jdbc.Samples.LEAD_STATUS;
import static io.stagesync.state.jdbc.Samples.NOW;
import static io.stagesync.state.jdbc.Samples.STAGE;
import static io.stagesync.state.jdbc.Samples.STATUS;
import static io.stagesync.state.jdbc.Samples.agreed;
import static io.stagesync.state.jdbc.Samples.contact;
import static io.stagesync.state.jdbc.Samples.correction;
import static io.stagesync.state.jdbc.Samples.entry;
import static io.stagesync.state.jdbc.Samples.id;
import static io.stagesync.state.jdbc.Samples.lead;
import static io.stagesync.vocabulary.Side.HUBSPOT;
import static io.stagesync.vocabulary.Side.SALESFORCE;

import io.stagesync.port.CrmRecord;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.Session;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/** Measures a SQLite store, run by hand: folder and number of people are its arguments. */
final class StoreSpeed {
  private static final int PAGE = 1_000;

  private final Store store;
  private final int people;

  private StoreSpeed(Store store, int people) {
    this.store = store;
    this.people = people;
  }

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    String url = "jdbc:sqlite:" + folder.resolve("speed.db");
    try (Store store =
        Stores.open(url, new Properties(), OpenMode.CREATE, new SplittableRandom(1))) {
      new StoreSpeed(store, Integer.parseInt(args[1])).measure(folder.resolve("copy.db"));
    }
  }

  private void measure(Path copy) {
    pages("see leads, new", see(SALESFORCE, i -> lead("00Q" + i, 0, "Open")));
    pages("see contacts, new", see(HUBSPOT, i -> contact("" + i, 0, "OPEN", "00Q" + i)));
    pages("see leads, the same", see(SALESFORCE, i -> lead("00Q" + i, 0, "Open")));
    pages("join", each((session, i) -> session.pairs().join(id("00Q" + i), id("" + i), "id")));
    walk("load states");
    pages("decide, two tracks", each(this::decide));
    pages("decide again the same", each(this::decide));
    pages("see leads, changed", see(SALESFORCE, i -> lead("00Q" + i, 1, "Working")));
    walk("load states with bases");
    pages("replace corrections", each(this::correct));
    pages("append to the journal", this::append);
    timed("copy", () -> store.copyTo(copy));
    timed("check the journal", () -> store.read(session -> session.journal().firstBroken()));
  }

  private void decide(Session session, int i) {
    session
        .pairs()
        .decided(
            new PairId(i + 1L),
            Map.of(STATUS, agreed("open", 1), STAGE, agreed("mql", 1)),
            false,
            1);
  }

  private void correct(Session session, int i) {
    PairId pair = new PairId(i + 1L);
    session
        .corrections()
        .replace(
            pair,
            List.of(correction(pair, STATUS, i % 2 == 0 ? LEAD_STATUS : CONTACT_STATUS, "x")));
  }

  private void append(Session session, int from) {
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = from; i < from + PAGE; i++) {
      entries.add(entry(Optional.of(new PairId(i + 1L)), "It moved."));
    }
    session.journal().append(entries);
  }

  private static BiConsumer<Session, Integer> each(BiConsumer<Session, Integer> one) {
    return (session, from) -> {
      for (int i = from; i < from + PAGE; i++) {
        one.accept(session, i);
      }
    };
  }

  private static BiConsumer<Session, Integer> see(Side side, IntFunction<CrmRecord> person) {
    return (session, from) -> {
      List<CrmRecord> page = new ArrayList<>();
      Map<RecordId, String> keys = new HashMap<>();
      for (int i = from; i < from + PAGE; i++) {
        CrmRecord record = person.apply(i);
        page.add(record);
        keys.put(record.id(), "key-of-somebody-" + i);
      }
      session.records().see(side, page, keys, NOW);
    };
  }

  private void pages(String what, BiConsumer<Session, Integer> page) {
    timed(
        what,
        () -> {
          for (int from = 0; from < people; from += PAGE) {
            int begin = from;
            store.change(session -> page.accept(session, begin));
          }
        });
  }

  private void walk(String what) {
    timed(
        what,
        () -> {
          Optional<PairId> after = Optional.empty();
          while (true) {
            Optional<PairId> from = after;
            List<PairState> page = store.read(session -> session.pairs().toDecide(from, PAGE));
            if (page.isEmpty()) {
              return;
            }
            after = Optional.of(page.get(page.size() - 1).pair().id());
          }
        });
  }

  private void timed(String what, Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long wall = System.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    work.run();
    System.out.printf(
        "%-28s %8.1f us each, %6.1f us of them computing%n",
        what,
        (System.nanoTime() - wall) / 1e3 / people,
        (threads.getCurrentThreadCpuTime() - cpu) / 1e3 / people);
  }
}
