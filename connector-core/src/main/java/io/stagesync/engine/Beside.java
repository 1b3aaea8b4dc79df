package io.stagesync.engine;

import io.stagesync.vocabulary.Side;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does things beside each other and waits for all of them. What fails is thrown on once nothing is
 * under way any more.
 */
interface Beside {
  /** On threads of their own. */
  Beside THREADS = new Threads();

  /** What came of doing the same for both sides. */
  record Both<T>(T salesforce, T hubspot) {
    T on(Side side) {
      return side == Side.SALESFORCE ? salesforce : hubspot;
    }
  }

  /** Does the same for both sides; of two failures Salesforce's is thrown. */
  <T> Both<T> both(Function<Side, T> work);

  /**
   * Does piece after piece until there is none, or one failed.
   *
   * @param atOnce how many may be under way at once, at least 1
   * @param next hands out the next piece, once one more may begin; empty: there is none
   * @return how many were begun
   */
  int each(int atOnce, Supplier<Optional<Runnable>> next);
}
