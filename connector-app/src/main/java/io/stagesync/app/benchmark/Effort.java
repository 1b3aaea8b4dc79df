package io.stagesync.app.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What this process spent on something.
 *
 * @param wall time that passed
 * @param cpu time on any core, the compiler's and the collector's among it
 * @param peakHeapBytes the sum of the peaks of all heap pools
 */
public record Effort(Duration wall, Duration cpu, long peakHeapBytes) {

  /** Begins to measure. */
  static Stopwatch start(LongSupplier nanoTime) {
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    return new Stopwatch(nanoTime, nanoTime.getAsLong(), cpuSoFar());
  }

  /** A measurement under way. */
  record Stopwatch(LongSupplier nanoTime, long startedAt, Duration cpuBefore) {

    /** What was spent since it began. */
    Effort stop() {
      return new Effort(
          Duration.ofNanos(nanoTime.getAsLong() - startedAt),
          cpuSoFar().minus(cpuBefore),
          heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
    }
  }

  private static Duration cpuSoFar() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static java.util.List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
