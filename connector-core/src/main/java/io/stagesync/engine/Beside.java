package io.stagesync.engine;

import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Does things beside each other and waits for all of them; the first failure is thrown on. */
final class Beside {
  private Beside() {}

  /** What came of doing the same for both sides. */
  record Both<T>(T salesforce, T hubspot) {
    T on(Side side) {
      return side == Side.SALESFORCE ? salesforce : hubspot;
    }
  }

  /** Does the same for both sides. */
  static <T> Both<T> both(Function<Side, T> work) {
    var threads = Executors.newFixedThreadPool(2, daemon());
    try {
      Callable<T> there = () -> work.apply(Side.SALESFORCE);
      Callable<T> here = () -> work.apply(Side.HUBSPOT);
      var salesforce = threads.submit(there);
      var hubspot = threads.submit(here);
      return new Both<>(get(salesforce), get(hubspot));
    } finally {
      end(threads);
    }
  }

  /** Waits for all of these. */
  static void all(List<Future<?>> futures) {
    futures.forEach(Beside::get);
  }

  /** Waits until nothing is under way any more, whatever was thrown. */
  static void end(ExecutorService threads) {
    threads.shutdown();
    boolean interrupted = false;
    try {
      while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        // A batch under way is always finished: its outcome has to be stored.
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static ThreadFactory daemon() {
    return work -> {
      var thread = new Thread(work, "stagesync-run");
      thread.setDaemon(true);
      return thread;
    };
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a side", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
