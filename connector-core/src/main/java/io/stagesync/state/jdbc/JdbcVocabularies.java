package io.stagesync.state.jdbc;

import io.stagesync.state.PausedTrack;
import io.stagesync.state.Vocabularies;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables {@code vocabulary} and {@code paused_track}. */
final class JdbcVocabularies implements Vocabularies {
  private static final String APPROVED = "APPROVED";
  private static final String SEEN = "SEEN";

  private final Sql sql;

  JdbcVocabularies(Sql sql) {
    this.sql = sql;
  }

  /** A field with the statuses that are converted ones, where it is the one that has them. */
  private record KnownField(FieldName name, FieldCatalog catalog, Set<RawValue> converted) {
    static KnownField of(Row row) throws SQLException {
      var name = new FieldName(row.one(Side.class), row.text(), row.text());
      var text = CatalogText.parse(row.text());
      return new KnownField(name, text.catalog(), text.converted());
    }
  }

  @Override
  public Catalog approved(Side side) {
    return catalog(APPROVED, side);
  }

  @Override
  public Map<FieldName, Approval> approvals() {
    var approvals = new HashMap<FieldName, Approval>();
    sql.list(
        "SELECT side, object, name, at, how FROM vocabulary WHERE moment = ?",
        row ->
            approvals.put(
                    new FieldName(row.one(Side.class), row.text(), row.text()),
                    new Approval(row.instant(), row.text()))
                == null,
        APPROVED);
    return approvals;
  }

  @Override
  public void approve(Catalog catalog, Collection<FieldName> fields, Approval approval) {
    for (FieldName name : fields) {
      catalog.field(name).ifPresent(field -> put(APPROVED, catalog, name, field, approval));
    }
  }

  @Override
  public Catalog seen(Side side) {
    return catalog(SEEN, side);
  }

  @Override
  public void see(Catalog catalog) {
    sql.update("DELETE FROM vocabulary WHERE moment = ? AND side = ?", SEEN, catalog.side());
    var unapproved = new Approval(Instant.EPOCH, "");
    catalog.fields().forEach((name, field) -> put(SEEN, catalog, name, field, unapproved));
  }

  @Override
  public List<PausedTrack> paused() {
    return sql.list(
        "SELECT track, why, since, run FROM paused_track ORDER BY track",
        row -> new PausedTrack(new Track(row.text()), row.text(), row.instant(), row.number()));
  }

  @Override
  public void pause(Collection<PausedTrack> tracks) {
    sql.update("DELETE FROM paused_track");
    for (PausedTrack p : tracks) {
      sql.update(
          "INSERT INTO paused_track (track, why, since, run) VALUES (?, ?, ?, ?)",
          p.track(),
          p.why(),
          p.since(),
          p.run());
    }
  }

  private Catalog catalog(String moment, Side side) {
    var fields = new HashMap<FieldName, FieldCatalog>();
    var converted = new HashSet<RawValue>();
    sql.list(
            "SELECT side, object, name, catalog FROM vocabulary WHERE moment = ? AND side = ?",
            KnownField::of,
            moment,
            side)
        .forEach(
            known -> {
              fields.put(known.name(), known.catalog());
              converted.addAll(known.converted());
            });
    return new Catalog(side, fields, converted);
  }

  private void put(
      String moment, Catalog catalog, FieldName name, FieldCatalog field, Approval approval) {
    var converted =
        name.path().equals("Lead.Status") ? catalog.convertedStatuses() : Set.<RawValue>of();
    sql.update(
        """
        INSERT INTO vocabulary (moment, side, object, name, catalog, at, how)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (moment, side, object, name)
        DO UPDATE SET catalog = excluded.catalog, at = excluded.at, how = excluded.how
        """,
        moment,
        name.side(),
        name.object(),
        name.name(),
        CatalogText.of(field, converted),
        approval.at(),
        approval.how());
  }
}
