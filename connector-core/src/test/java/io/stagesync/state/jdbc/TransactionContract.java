package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Samples.STATUS;
import static io.stagesync.state.jdbc.Samples.at;
import static io.stagesync.state.jdbc.Samples.entry;
import static io.stagesync.state.jdbc.Samples.id;
import static io.stagesync.vocabulary.Side.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.state.Belonging;
import io.stagesync.state.Lease;
import io.stagesync.state.Pair;
import io.stagesync.state.Session;
import io.stagesync.state.Store;
import io.stagesync.state.StoreException;
import io.stagesync.state.StoreException.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All or nothing, readers beside a writer, the one place of whoever writes, copies. */
interface TransactionContract extends StoreFixture {
  @Test
  default void workThatThrowsLeavesNothing() {
    assertThatThrownBy(
            () ->
                store()
                    .change(
                        session -> {
                          Samples.pair(session, "L1", "501");
                          session.journal().append(List.of(entry(Optional.empty(), "done")));
                          throw new IllegalStateException("cut off");
                        }))
        .hasMessage("cut off");
    assertThat(now().records().count(SALESFORCE)).isZero();
    assertThat(now().journal().count()).isZero();
    assertThat(now().journal().firstBroken()).isEmpty();
    Pair next = store().write(session -> Samples.pair(session, "L1", "501"));
    assertThat(next.id().number()).isEqualTo(1);
  }

  @Test
  default void whoReadsSeesTheLastCommitBesideAWriterOfAnyProcess() {
    Store other = another();
    store().change(session -> session.belonging().remark("mapping", "before"));
    store()
        .change(
            session -> {
              session.belonging().remark("mapping", "after");
              assertThat(session.belonging().remark("mapping")).contains("after");
              assertThat(now().belonging().remark("mapping")).contains("before");
              assertThat(LastCommit.of(other).belonging().remark("mapping")).contains("before");
              assertThat(other.holder()).isEmpty();
            });
    assertThat(LastCommit.of(other).belonging().remark("mapping")).contains("after");
  }

  @Test
  default void aReadingTransactionSeesOneMomentThroughout() {
    store()
        .read(
            session -> {
              assertThat(session.belonging().remark("mapping")).isEmpty();
              another().change(writing -> writing.belonging().remark("mapping", "new"));
              assertThat(session.belonging().remark("mapping")).isEmpty();
              return true;
            });
    assertThat(now().belonging().remark("mapping")).contains("new");
  }

  @Test
  default void whoReadsCannotWrite() {
    assertThatThrownBy(() -> now().belonging().remark("mapping", "new"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(now().belonging().remark("mapping")).isEmpty();
  }

  @Test
  default void aSessionEndsWithItsTransaction() {
    List<Belonging> kept = new ArrayList<>();
    store().change(session -> kept.add(session.belonging()));
    assertThatThrownBy(() -> kept.get(0).remark("mapping"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("after its transaction");
  }

  @Test
  default void whoWaitsTooLongForAWriterOfAnotherProcessIsToldSo() {
    Store other = another();
    store()
        .change(
            session -> {
              session.belonging().remark("mapping", "slow");
              assertThatThrownBy(
                      () -> other.change(late -> late.belonging().remark("mapping", "late")))
                  .isInstanceOf(StoreException.class)
                  .hasMessageContaining("another process")
                  .extracting(e -> ((StoreException) e).kind())
                  .isEqualTo(Kind.UNREACHABLE);
            });
    assertThat(now().belonging().remark("mapping")).contains("slow");
    other.change(session -> session.belonging().remark("mapping", "now"));
    assertThat(now().belonging().remark("mapping")).contains("now");
  }

  @Test
  default void writersOfOneProcessFollowOneAnother() throws Exception {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(
            pool.submit(
                () -> {
                  for (int run = 0; run < 10; run++) {
                    store().change(session -> session.runs().begin("sync", at(0)));
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(now().runs().latest(1).get(0).number()).isEqualTo(80);
    assertThat(now().runs().latest(100)).hasSize(80);
  }

  @Test
  default void onlyOneHoldsThePlaceOfTheWriter() {
    Store other = another();
    Lease ours = store().acquire("host 1 sync", at(0), at(60)).orElseThrow();
    assertThat(ours).isEqualTo(new Lease(1, "host 1 sync", at(0), at(60)));
    assertThat(other.acquire("host 2 sync", at(59), at(120))).isEmpty();
    assertThat(other.holder()).contains(ours);
    assertThat(store().renew(ours, at(90))).isTrue();
    assertThat(other.acquire("host 2 sync", at(89), at(120))).isEmpty();
    store().release(ours);
    assertThat(other.holder()).isEmpty();
    assertThat(other.acquire("host 2 sync", at(89), at(120)).orElseThrow().epoch()).isEqualTo(2);
  }

  @Test
  default void whoIsAskedForThePlaceDoesNotWaitForItsHoldersTransaction() {
    Store other = another();
    store().acquire("host 1 sync", at(0), at(60));
    Optional<Lease> refused =
        store()
            .write(
                session -> {
                  session.belonging().remark("mapping", "long");
                  return other.acquire("host 2 sync", at(1), at(60));
                });
    assertThat(refused).isEmpty();
  }

  @Test
  default void whoWasPausedBeyondTheLeaseWritesNothingMore() {
    Store other = another();
    Lease ours = store().acquire("host 1 sync", at(0), at(60)).orElseThrow();
    store().change(session -> session.require(ours));
    Lease theirs = other.acquire("host 2 sync", at(61), at(120)).orElseThrow();
    assertThatThrownBy(
            () ->
                store()
                    .change(
                        session -> {
                          session.belonging().remark("mapping", "too late");
                          session.require(ours);
                        }))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("host 2 sync")
        .extracting(e -> ((StoreException) e).kind())
        .isEqualTo(Kind.LEASE_LOST);
    assertThat(now().belonging().remark("mapping")).isEmpty();
    assertThat(store().renew(ours, at(999))).isFalse();
    store().release(ours);
    assertThat(store().holder()).contains(theirs);
  }

  @Test
  default void anExpiredPlaceThatNobodyTookIsStillOurs() {
    Lease ours = store().acquire("host 1 sync", at(0), at(60)).orElseThrow();
    store().change(session -> session.require(ours));
    assertThat(store().renew(ours, at(120))).isTrue();
    store().release(ours);
    assertThatThrownBy(() -> store().change(session -> session.require(ours)))
        .isInstanceOf(StoreException.class);
  }

  @Test
  default void aCopyHoldsTheLastCommitBesideAWriter(@TempDir Path folder) {
    Pair pair = Samples.decided(store(), "L1", "501");
    store().change(session -> session.journal().append(List.of(entry(Optional.empty(), "x"))));
    store().acquire("host 1 sync", at(0), at(60));
    Path file = folder.resolve("copy.db");
    store()
        .change(
            session -> {
              session.belonging().remark("mapping", "uncommitted");
              store().copyTo(file);
            });
    try (Store copy =
        Stores.open(
            "jdbc:sqlite:" + file, new Properties(), OpenMode.EXISTING, new SplittableRandom(1))) {
      Session copied = LastCommit.of(copy);
      assertThat(copied.pairs().of(SALESFORCE, id("L1"))).contains(pair);
      assertThat(copied.pairs().decisions(pair.id()))
          .isEqualTo(Map.of(STATUS, Samples.agreed("open", 1)));
      assertThat(copied.journal().firstBroken()).isEmpty();
      assertThat(copied.belonging().remark("mapping")).isEmpty();
      assertThat(copy.holder()).isEqualTo(store().holder());
      copy.change(session -> session.pairs().part(pair.id()));
      assertThat(copied.pairs().count()).isZero();
    }
    assertThat(now().pairs().count()).isEqualTo(1);
    assertThatThrownBy(() -> store().copyTo(file)).hasMessageContaining("copy.db");
  }
}
