package io.stagesync.state.jdbc;

import io.stagesync.state.Lease;
import io.stagesync.state.StoreException;
import java.time.Instant;
import java.util.Optional;

/** The one row of {@code lease}. Its epoch only ever grows; without a holder the place is free. */
final class LeaseRow {
  private final Sql sql;

  LeaseRow(Sql sql) {
    this.sql = sql;
  }

  Optional<Lease> holder() {
    return sql.one(
        "SELECT epoch, holder, since, expires FROM lease WHERE holder IS NOT NULL",
        row -> new Lease(row.number(), row.text(), row.instant(), row.instant()));
  }

  Optional<Lease> acquire(String holder, Instant now, Instant expires) {
    int taken =
        sql.update(
            """
            UPDATE lease SET epoch = epoch + 1, holder = ?, since = ?, expires = ?
            WHERE holder IS NULL OR expires <= ?
            """,
            holder,
            now,
            expires,
            now);
    return taken == 1 ? holder() : Optional.empty();
  }

  boolean renew(Lease ours, Instant expires) {
    return sql.update(
            "UPDATE lease SET expires = ? WHERE epoch = ? AND holder = ?",
            expires,
            ours.epoch(),
            ours.holder())
        == 1;
  }

  void release(Lease ours) {
    sql.update(
        "UPDATE lease SET holder = NULL, since = NULL, expires = NULL WHERE epoch = ? AND holder = ?",
        ours.epoch(),
        ours.holder());
  }

  /** Also after its expiry the place is ours until somebody took it. */
  void require(Lease ours) {
    Optional<Lease> holder = holder();
    if (holder.isPresent()
        && holder.get().epoch() == ours.epoch()
        && holder.get().holder().equals(ours.holder())) {
      return;
    }
    throw new StoreException(
        StoreException.Kind.LEASE_LOST,
        holder
            .map(other -> "The run of " + other.holder() + ", begun " + other.since())
            .orElse("Another run")
            .concat(
                " took over meanwhile, because this one was silent for too long."
                    + " Nothing more is written here; the next run goes on from what is stored."),
        null);
  }
}
