package io.stagesync.app.wiring;

import java.util.concurrent.CountDownLatch;

/**
 * Tells the work when the process is asked to end (Ctrl-C, SIGTERM). Work that asked for it is let
 * to finish what is under way; then the process ends with the work's own exit code.
 */
public final class StopSignal {
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean gracefully;
  private volatile int code;

  /** Begins to listen to the operating system. */
  public StopSignal listen() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutdown, "stop"));
    return this;
  }

  private void shutdown() {
    stop.countDown();
    if (!gracefully) {
      return;
    }
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(code);
  }

  /** From now on the process ends only once the work is {@link #finished}. */
  public void gracefully() {
    gracefully = true;
  }

  /** Asks the work to end, as the operating system would. */
  public void ask() {
    stop.countDown();
  }

  /** Whether the process was asked to end. */
  public boolean asked() {
    return stop.getCount() == 0;
  }

  /** Waits until the process is asked to end. */
  public void await() {
    try {
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that the work is done; the process may end with this exit code. */
  public void finished(int exitCode) {
    code = exitCode;
    finished.countDown();
  }
}
