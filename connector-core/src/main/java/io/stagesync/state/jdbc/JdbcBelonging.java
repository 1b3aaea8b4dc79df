package io.stagesync.state.jdbc;

import io.stagesync.state.Belonging;
import io.stagesync.state.StoreException;
import io.stagesync.vocabulary.Side;
import java.util.Optional;

/** The tables {@code belonging} and {@code remark}. */
final class JdbcBelonging implements Belonging {
  private final Sql sql;

  JdbcBelonging(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<String> account(Side side) {
    return sql.one("SELECT account FROM belonging WHERE side = ?", Row::text, side);
  }

  @Override
  public void bind(Side side, String accountId) {
    Optional<String> bound = account(side);
    if (bound.isEmpty()) {
      sql.update("INSERT INTO belonging (side, account) VALUES (?, ?)", side, accountId);
    } else if (!bound.get().equals(accountId)) {
      throw new StoreException(
          StoreException.Kind.FOREIGN,
          "This store belongs to %s %s, not to %s. Use the store of that one, or begin a new store."
              .formatted(side.displayName(), bound.get(), accountId),
          null);
    }
  }

  @Override
  public Optional<String> remark(String name) {
    return sql.one("SELECT text FROM remark WHERE name = ?", Row::text, name);
  }

  @Override
  public void remark(String name, String text) {
    sql.update(
        """
        INSERT INTO remark (name, text) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET text = excluded.text
        """,
        name,
        text);
  }
}
