package io.stagesync.engine;

import io.stagesync.vocabulary.Side;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does for one side all that is to be done, then for the other, on the caller's own thread.
 *
 * @param first the side that begins
 */
record OneAfterTheOther(Side first) implements Beside {
  @Override
  public <T> Both<T> both(Function<Side, T> work) {
    T before = work.apply(first);
    T after = work.apply(first.other());
    return first == Side.SALESFORCE ? new Both<>(before, after) : new Both<>(after, before);
  }

  @Override
  public int each(int atOnce, Supplier<Optional<Runnable>> next) {
    int begun = 0;
    for (Optional<Runnable> piece = next.get(); piece.isPresent(); piece = next.get()) {
      piece.get().run();
      begun++;
    }
    return begun;
  }
}
