package io.stagesync.engine;

import io.stagesync.vocabulary.Side;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does things beside each other so that a seed says who goes on when: of two sides only one moves
 * at a time, and at every call to a CRM or to the store the other may get its turn. So a history
 * that breaks a promise breaks it again.
 */
final class TakingTurns implements Beside {
  private final SplittableRandom random;
  private final Map<Side, Thread> threads = new EnumMap<>(Side.class);
  private final Set<Side> underWay = EnumSet.noneOf(Side.class);
  private final ThreadLocal<Boolean> within = ThreadLocal.withInitial(() -> false);
  private Side turn = Side.SALESFORCE;

  TakingTurns(SplittableRandom random) {
    this.random = random;
  }

  /**
   * The same thing, but before each call to it the other side may get its turn. Not within another
   * call: a transaction of the store lets nobody else write.
   */
  <T> T at(Class<T> type, T thing) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              boolean outermost = !within.get();
              if (outermost) {
                anyone();
              }
              within.set(true);
              try {
                return method.invoke(thing, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                within.set(!outermost);
              }
            }));
  }

  @Override
  public <T> Both<T> both(Function<Side, T> work) {
    var done = new EnumMap<Side, T>(Side.class);
    var failed = new EnumMap<Side, Throwable>(Side.class);
    synchronized (this) {
      for (Side side : Side.values()) {
        threads.put(side, new Thread(() -> alone(side, work, done, failed), "turns"));
        underWay.add(side);
      }
      turn = any();
    }
    threads.values().forEach(Thread::start);
    threads.values().forEach(TakingTurns::join);
    threads.clear();
    for (Throwable failure : failed.values()) {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    }
    return new Both<>(
        Objects.requireNonNull(done.get(Side.SALESFORCE)),
        Objects.requireNonNull(done.get(Side.HUBSPOT)));
  }

  private <T> void alone(
      Side side, Function<Side, T> work, Map<Side, T> done, Map<Side, Throwable> failed) {
    await(side);
    try {
      done.put(side, work.apply(side));
    } catch (RuntimeException | Error e) {
      failed.put(side, e);
    } finally {
      synchronized (this) {
        underWay.remove(side);
        turn = side.other();
        notifyAll();
      }
    }
  }

  /** Whoever calls this may have to wait. */
  private void anyone() {
    for (Side side : Side.values()) {
      if (threads.get(side) == Thread.currentThread()) {
        synchronized (this) {
          turn = any();
          notifyAll();
        }
        await(side);
      }
    }
  }

  private Side any() {
    var sides = Side.values();
    var next = sides[random.nextInt(sides.length)];
    return underWay.contains(next) ? next : next.other();
  }

  private synchronized void await(Side side) {
    while (turn != side) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One after the other; nothing of ours depends on more. */
  @Override
  public int each(int atOnce, Supplier<Optional<Runnable>> next) {
    int begun = 0;
    for (var piece = next.get(); piece.isPresent(); piece = next.get()) {
      piece.get().run();
      begun++;
    }
    return begun;
  }
}
