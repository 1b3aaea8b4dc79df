package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.proof.Counterexample;
import io.stagesync.proof.Proof;
import io.stagesync.reconcile.Catalogs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What this process has proven already. A proof depends on the mapping and on what both CRMs accept
 * alone, and a process that runs on a schedule asks for the same one every few minutes.
 */
final class Proofs {
  private static final int MOST = 8;

  private static final Map<Question, CompletableFuture<Optional<Counterexample>>> KNOWN =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Question, CompletableFuture<Optional<Counterexample>>> eldest) {
          return size() > MOST;
        }
      };

  private Proofs() {}

  private record Question(Mapping mapping, Catalogs catalogs) {}

  /** What breaks a law; empty: nothing does. */
  static Optional<Counterexample> counterexample(Mapping mapping, Catalogs catalogs) {
    var question = new Question(mapping, catalogs);
    var mine = new CompletableFuture<Optional<Counterexample>>();
    CompletableFuture<Optional<Counterexample>> known;
    synchronized (KNOWN) {
      known = KNOWN.putIfAbsent(question, mine);
    }
    if (known != null) {
      return known.join();
    }
    // Outside of the lock: who asks something else does not wait for this proof.
    try {
      mine.complete(Proof.of(mapping, catalogs).counterexample());
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    }
    return mine.join();
  }
}
