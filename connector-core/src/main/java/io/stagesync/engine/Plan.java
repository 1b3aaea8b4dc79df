package io.stagesync.engine;

import java.util.function.Consumer;

/**
 * What a sync would write just now. Made on a copy of the store of its own, which goes with it when
 * it is closed; nothing else was written anywhere.
 */
public interface Plan extends AutoCloseable {
  /** What it says before its rows. */
  PlanHeader header();

  /** Hands on every row, all rows of a pair together. */
  void rows(Consumer<PlanRow> rows);

  /** Hands on every track of a pair that is held, in conflict, refused or failed. */
  void held(Consumer<HeldRow> rows);

  @Override
  void close();
}
