package io.stagesync.engine;

import io.stagesync.state.Store;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.util.AbstractCollection;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;

/** The ids of one side's known records, read from the store page by page, so that none piles up. */
final class KnownIds extends AbstractCollection<RecordId> {
  private static final int PAGE = 10_000;

  private final Store store;
  private final Side side;

  KnownIds(Store store, Side side) {
    this.store = store;
    this.side = side;
  }

  @Override
  public int size() {
    return (int) Math.min(Integer.MAX_VALUE, (long) store.read(s -> s.records().count(side)));
  }

  @Override
  public Iterator<RecordId> iterator() {
    return new Iterator<>() {
      private final Queue<RecordId> page = new ArrayDeque<>();
      private Optional<RecordId> last = Optional.empty();
      private boolean ended;

      @Override
      public boolean hasNext() {
        if (page.isEmpty() && !ended) {
          page.addAll(store.read(s -> s.records().ids(side, last, PAGE)));
          ended = page.size() < PAGE;
        }
        return !page.isEmpty();
      }

      @Override
      public RecordId next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        var id = page.remove();
        last = Optional.of(id);
        return id;
      }
    };
  }
}
