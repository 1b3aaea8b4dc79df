package io.stagesync.state.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Journal;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairId;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The table {@code journal}: values as JSON under {@code told}, the chain beside them. */
final class JdbcJournal implements Journal {
  private static final int PAGE = 1_000;
  private static final String LINK = "kind, at, run, pair, side, track, reason, trace, told_digest";
  private static final String SELECT =
      "SELECT number, kind, at, run, pair, side, track, reason, trace, told FROM journal ";

  private final Sql sql;
  private final Counter counter;
  private final RandomGenerator salts;
  private @Nullable Link last;

  JdbcJournal(Sql sql, Counter counter, RandomGenerator salts) {
    this.sql = sql;
    this.counter = counter;
    this.salts = salts;
  }

  @Override
  public void append(List<JournalEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    Link end = end();
    long number = end.number();
    String previous = end.digest();
    List<@Nullable Object[]> rows = new ArrayList<>(entries.size());
    for (JournalEntry entry : entries) {
      number++;
      String told = told(entry);
      String salt = salt();
      Chain.Link link = link(entry, Chain.told(salt, told));
      String digest = Chain.entry(previous, number, link);
      rows.add(
          new @Nullable Object[] {
            number,
            link.kind(),
            link.at(),
            link.run(),
            link.pair(),
            link.side(),
            link.track(),
            link.reason(),
            link.trace(),
            link.toldDigest(),
            told,
            salt,
            previous,
            digest
          });
      previous = digest;
    }
    sql.batch(
        "INSERT INTO journal (number, "
            + LINK
            + ", told, salt, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
    counter.moveTo(number);
    last = new Link(number, previous);
  }

  /** The chain's last entry; within a transaction nobody else appends. */
  private record Link(long number, String digest) {}

  private Link end() {
    Link known = last;
    if (known == null) {
      long number = counter.last();
      known = new Link(number, digestOf(number));
    }
    return known;
  }

  private String digestOf(long number) {
    return sql.one("SELECT digest FROM journal WHERE number = ?", Row::text, number)
        .orElse(Chain.BEGINNING);
  }

  private String salt() {
    byte[] salt = new byte[16];
    salts.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  private static String told(JournalEntry entry) {
    return Json.text(
        Json.object()
            .put("record", entry.record())
            .put("was", entry.was())
            .put("is", entry.is())
            .put("text", entry.text())
            .put("by", entry.by()));
  }

  private static Chain.Link link(JournalEntry entry, String toldDigest) {
    return new Chain.Link(
        entry.kind().name(),
        entry.at().toEpochMilli(),
        entry.run(),
        entry.pair().map(PairId::number).orElse(null),
        entry.side().map(Side::name).orElse(null),
        entry.track().map(Track::name).orElse(null),
        entry.reason().map(Reason::name).orElse(null),
        entry.trace(),
        toldDigest);
  }

  @Override
  public List<JournalEntry> of(PairId pair) {
    return sql.list(SELECT + "WHERE pair = ? ORDER BY number", JdbcJournal::entry, pair);
  }

  @Override
  public List<JournalEntry> ofRun(long run, Optional<Long> after, int limit) {
    return sql.list(
        SELECT + "WHERE run = ? AND number > ? ORDER BY number LIMIT ?",
        JdbcJournal::entry,
        run,
        after.orElse(0L),
        limit);
  }

  @Override
  public List<JournalEntry> observed(long after, int limit) {
    return sql.list(
        SELECT
            + "WHERE number > ? AND kind = 'OBSERVED' AND track IS NOT NULL"
            + " ORDER BY number LIMIT ?",
        JdbcJournal::entry,
        after,
        limit);
  }

  @Override
  public long count() {
    return sql.number("SELECT COUNT(*) FROM journal");
  }

  @Override
  public void erase(PairId pair) {
    sql.update("UPDATE journal SET told = NULL, salt = NULL WHERE pair = ?", pair);
  }

  private static JournalEntry entry(Row row) throws SQLException {
    long number = row.number();
    JournalEntry.Kind kind = row.one(JournalEntry.Kind.class);
    var at = row.instant();
    long run = row.number();
    Optional<PairId> pair = row.maybeNumber().map(PairId::new);
    Optional<Side> side = row.maybeOne(Side.class);
    Optional<Track> track = row.maybe().map(Track::new);
    Optional<Reason> reason = row.maybeOne(Reason.class);
    String trace = row.text();
    JsonNode told = row.maybe().map(Json::parse).orElseGet(Json::object);
    return new JournalEntry(
        number,
        kind,
        pair,
        side,
        track,
        told.path("record").asText(),
        told.path("was").asText(),
        told.path("is").asText(),
        reason,
        told.isEmpty() ? "What this entry said was erased." : told.path("text").asText(),
        told.path("by").asText(),
        at,
        run,
        trace);
  }

  @Override
  public Optional<Long> firstBroken() {
    long number = 0;
    String previous = Chain.BEGINNING;
    while (true) {
      List<Stored> page =
          sql.list(
              "SELECT number, "
                  + LINK
                  + ", told, salt, previous, digest FROM journal WHERE number > ?"
                  + " ORDER BY number LIMIT ?",
              JdbcJournal::stored,
              number,
              PAGE);
      for (Stored stored : page) {
        number++;
        if (!stored.holds(number, previous)) {
          return Optional.of(number);
        }
        previous = stored.digest();
      }
      if (page.isEmpty()) {
        return counter.last() == number ? Optional.empty() : Optional.of(number + 1);
      }
    }
  }

  private static Stored stored(Row row) throws SQLException {
    return new Stored(
        row.number(),
        new Chain.Link(
            row.text(),
            row.number(),
            row.number(),
            row.maybeNumber().orElse(null),
            row.textOrNull(),
            row.textOrNull(),
            row.textOrNull(),
            row.text(),
            row.text()),
        row.maybe(),
        row.maybe(),
        row.text(),
        row.text());
  }

  private record Stored(
      long number,
      Chain.Link link,
      Optional<String> told,
      Optional<String> salt,
      String previous,
      String digest) {

    boolean holds(long expected, String before) {
      return number == expected
          && previous.equals(before)
          && digest.equals(Chain.entry(before, number, link))
          && valuesHold();
    }

    /** Values and salt are there together, or were dropped together. */
    private boolean valuesHold() {
      if (told.isEmpty() || salt.isEmpty()) {
        return told.isEmpty() && salt.isEmpty();
      }
      return link.toldDigest().equals(Chain.told(salt.get(), told.get()));
    }
  }
}
