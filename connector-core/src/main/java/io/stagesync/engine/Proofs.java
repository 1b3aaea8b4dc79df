package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.proof.Counterexample;
import io.stagesync.proof.Proof;
import io.stagesync.reconcile.Catalogs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this process has proven already. A proof depends on the mapping and on what both CRMs accept
 * alone, and a process that runs on a schedule asks for the same one every few minutes.
 */
final class Proofs {
  private static final int MOST = 8;

  private static final Map<Question, Optional<Counterexample>> KNOWN =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Optional<Counterexample>> eldest) {
          return size() > MOST;
        }
      };

  private Proofs() {}

  private record Question(Mapping mapping, Catalogs catalogs) {}

  /** What breaks a law; empty: nothing does. */
  static Optional<Counterexample> counterexample(Mapping mapping, Catalogs catalogs) {
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(
          new Question(mapping, catalogs),
          q -> Proof.of(q.mapping(), q.catalogs()).counterexample());
    }
  }
}
