package io.stagesync.engine;

import io.stagesync.reconcile.FieldWrite;
import io.stagesync.state.Correction;
import io.stagesync.state.PairId;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which of the corrections that wait a push carries out. */
sealed interface Chosen {
  /** All of them, within the limits of a run. */
  Chosen EVERYTHING = new Everything();

  /** What a person approved. */
  Chosen APPROVED = new Approved();

  /** Whether a correction is among them. */
  boolean has(Correction waiting);

  /** Whether a pair is written with nothing but what is {@link #free}. */
  boolean nothingElse();

  /**
   * The writes of a pair to one side that no limit counts any more: somebody has looked at them.
   */
  Set<FieldWrite> free(Session session, PairId pair, Side side);

  /** See {@link #EVERYTHING}. */
  final class Everything implements Chosen {
    private Everything() {}

    @Override
    public boolean has(Correction waiting) {
      return true;
    }

    @Override
    public boolean nothingElse() {
      return false;
    }

    @Override
    public Set<FieldWrite> free(Session session, PairId pair, Side side) {
      return approved(session, pair, side);
    }
  }

  /** See {@link #APPROVED}. */
  final class Approved implements Chosen {
    private Approved() {}

    @Override
    public boolean has(Correction waiting) {
      return waiting.approved();
    }

    @Override
    public boolean nothingElse() {
      return true;
    }

    @Override
    public Set<FieldWrite> free(Session session, PairId pair, Side side) {
      return approved(session, pair, side);
    }
  }

  /**
   * The rows of a plan that was within the limits when it was made. They are chosen for this run
   * alone: what it does not come to counts again.
   */
  final class Rows implements Chosen {
    private final Map<PairId, Set<FieldWrite>> writes = new HashMap<>();

    void add(PairId pair, FieldWrite write) {
      writes.computeIfAbsent(pair, p -> new HashSet<>()).add(write);
    }

    @Override
    public boolean has(Correction waiting) {
      return writes.getOrDefault(waiting.pair(), Set.of()).contains(waiting.write());
    }

    @Override
    public boolean nothingElse() {
      return true;
    }

    @Override
    public Set<FieldWrite> free(Session session, PairId pair, Side side) {
      var free = new HashSet<>(writes.getOrDefault(pair, Set.of()));
      free.removeIf(write -> write.side() != side);
      return free;
    }
  }

  private static Set<FieldWrite> approved(Session session, PairId pair, Side side) {
    var writes = new HashSet<FieldWrite>();
    session.corrections().of(pair).stream()
        .filter(c -> c.approved() && c.write().side() == side)
        .map(Correction::write)
        .forEach(writes::add);
    return writes;
  }
}
