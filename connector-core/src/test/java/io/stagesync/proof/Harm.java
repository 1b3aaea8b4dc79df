package io.stagesync.proof;

import io.stagesync.mapping.DiagnosticId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way to make a good draft wrong.
 *
 * @param refused what the loader has to say of it
 * @param done changes a draft, where the draft has what it takes
 */
record Harm(DiagnosticId refused, Doing done) {
  /** Changes a draft; whether it did. */
  @FunctionalInterface
  interface Doing {
    boolean to(Draft draft, Dice dice);
  }

  static final List<Harm> ALL = all();

  private static List<Harm> all() {
    List<Harm> all = new ArrayList<>(WordHarms.ALL);
    all.addAll(PolicyHarms.ALL);
    all.addAll(RuleHarms.ALL);
    all.addAll(ChangeHarms.ALL);
    all.addAll(ConceptHarms.ALL);
    return List.copyOf(all);
  }

  /** Something that is there, changed. */
  static <T> boolean change(Optional<T> what, java.util.function.Consumer<T> how) {
    what.ifPresent(how);
    return what.isPresent();
  }
}
