package io.stagesync.engine;

import io.stagesync.vocabulary.Side;
import java.util.Set;

/**
 * What a run is to do.
 *
 * @param kind its name, as stored and shown: {@code sync}, {@code incremental} ...
 * @param reads what it reads first
 * @param pushes the sides that it writes what waits to
 */
public record RunRequest(String kind, Reads reads, Set<Side> pushes) {
  public RunRequest {
    pushes = Set.copyOf(pushes);
  }

  /** What a run reads. */
  public enum Reads {
    NOTHING,
    /** What changed since the last run; everything where there was none. */
    CHANGES,
    /** Everything. */
    EVERYTHING
  }
}
