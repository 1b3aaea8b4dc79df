package io.stagesync.app.simulator;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Both simulated CRMs, their control surface, and people who edit by themselves. */
public final class Simulation implements AutoCloseable {
  private final SimulatedCrms crms;
  private final ControlSurface control;
  private final ScheduledExecutorService people;

  private Simulation(SimulatedCrms crms, ControlSurface control, ScheduledExecutorService people) {
    this.crms = crms;
    this.control = control;
    this.people = people;
  }

  /**
   * Starts everything.
   *
   * @param stop is called when somebody asks for the end through the control surface
   * @throws IOException when a port cannot be had
   */
  public static Simulation start(SimulationOptions options, Clock clock, Runnable stop)
      throws IOException {
    var crms = SimulatedCrms.start(options, clock);
    var control = ControlSurface.open(crms, stop);
    var people = Executors.newSingleThreadScheduledExecutor(ControlSurface::daemon);
    if (options.editsPerMinute() > 0) {
      long every = Duration.ofMinutes(1).toNanos() / options.editsPerMinute();
      var seed = new AtomicLong(options.seed());
      people.scheduleAtFixedRate(
          () -> crms.edit(1, seed.incrementAndGet()), every, every, TimeUnit.NANOSECONDS);
    }
    return new Simulation(crms, control, people);
  }

  /** Both CRMs. */
  public SimulatedCrms crms() {
    return crms;
  }

  /** The control surface. */
  public ControlSurface control() {
    return control;
  }

  @Override
  public void close() {
    people.shutdownNow();
    control.close();
    crms.close();
  }
}
