package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Sql.KEYS;

import io.stagesync.state.FirstTouch;
import io.stagesync.state.FirstTouches;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code first_touch}. */
final class JdbcFirstTouches implements FirstTouches {
  private final Sql sql;

  JdbcFirstTouches(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void keep(List<FirstTouch> seen) {
    List<@Nullable Object[]> rows = new ArrayList<>(seen.size());
    for (FirstTouch touch : seen) {
      rows.add(
          new @Nullable Object[] {
            touch.side(), touch.record(), touch.attribute(), touch.value(), touch.at()
          });
    }
    sql.batch(
        """
        INSERT INTO first_touch (side, record, attribute, value, at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (side, record, attribute) DO NOTHING
        """,
        rows);
  }

  @Override
  public List<FirstTouch> of(Side side, Collection<RecordId> records) {
    return sql.listIn(
        "SELECT side, record, attribute, value, at FROM first_touch WHERE side = ? AND record IN "
            + KEYS
            + " ORDER BY record, attribute",
        row ->
            new FirstTouch(
                row.one(Side.class), row.id(), row.text(), new RawValue(row.text()), row.instant()),
        records,
        side);
  }
}
