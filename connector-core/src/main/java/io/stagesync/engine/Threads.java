package io.stagesync.engine;

import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does things beside each other on threads that end with them. */
final class Threads implements Beside {
  @Override
  public <T> Both<T> both(Function<Side, T> work) {
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

  @Override
  public int each(int atOnce, Supplier<Optional<Runnable>> next) {
    var places = new Semaphore(atOnce);
    var threads = Executors.newFixedThreadPool(atOnce, daemon());
    var begun = new ArrayList<Future<?>>();
    var failed = new AtomicBoolean();
    try {
      while (true) {
        places.acquireUninterruptibly();
        var piece = failed.get() ? Optional.<Runnable>empty() : next.get();
        if (piece.isEmpty()) {
          break;
        }
        begun.add(threads.submit(() -> carryOut(piece.get(), places, failed)));
      }
    } finally {
      end(threads);
    }
    all(begun);
    return begun.size();
  }

  private static void carryOut(Runnable piece, Semaphore places, AtomicBoolean failed) {
    try {
      piece.run();
    } catch (RuntimeException | Error e) {
      failed.set(true);
      throw e;
    } finally {
      places.release();
    }
  }

  private static void all(List<Future<?>> futures) {
    futures.forEach(Threads::get);
  }

  /** Waits until nothing is under way any more, whatever was thrown. */
  private static void end(ExecutorService threads) {
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

  private static ThreadFactory daemon() {
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
