package io.stagesync.hubspot;

import io.stagesync.port.CrmException;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does several things side by side, as many as there are lanes. */
final class Lanes implements AutoCloseable {
  /** At 120 ms for an answer, three keep up with the fastest tier's 25 a second. */
  static final int COUNT = 4;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          COUNT,
          task -> {
            var thread = new Thread(task, "hubspot");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Does the same to each item, side by side; the results are in the items' order. The first
   * failure stops the rest.
   */
  <T, R> List<R> each(List<T> items, Function<T, R> work) {
    if (items.size() <= 1) {
      return items.stream().map(work).toList();
    }
    var running = new ArrayList<Future<R>>();
    items.forEach(item -> running.add(threads.submit(() -> work.apply(item))));
    var results = new ArrayList<R>();
    try {
      for (Future<R> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CrmException(
          Side.HUBSPOT,
          CrmException.Kind.UNREACHABLE,
          "",
          "Stopped while waiting for HubSpot",
          Optional.empty(),
          e);
    } finally {
      running.forEach(one -> one.cancel(true));
    }
  }

  /** Cuts ids into parts that one call takes. */
  static <T> List<List<T>> parts(Collection<T> all, int size) {
    var items = List.copyOf(all);
    var parts = new ArrayList<List<T>>();
    for (int from = 0; from < items.size(); from += size) {
      parts.add(items.subList(from, Math.min(items.size(), from + size)));
    }
    return parts;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
