package io.stagesync.app.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files that a command reads, which what it saves never takes the place of. */
public final class Spared {
  private final Map<Path, String> read = new LinkedHashMap<>();

  /**
   * One of them.
   *
   * @param file null: there is none
   */
  public Spared reading(String what, @Nullable Path file) {
    if (file != null) {
      read.put(file, what);
    }
    return this;
  }

  /**
   * Lets any other file pass.
   *
   * @param target null: nothing is saved
   * @throws PlanFileException where the target is one of them, by whatever path
   */
  public void from(@Nullable Path target) {
    if (target != null) {
      read.forEach((file, what) -> apart(target, file, what));
    }
  }

  private static void apart(Path target, Path file, String what) {
    if (same(target, file)) {
      throw new PlanFileException(target + " is " + what + " itself. Nothing was written.");
    }
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
