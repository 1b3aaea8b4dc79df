package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.state.jdbc.ReusedStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mapping files that the loader refuses, each made from a good one: it is shown that a law breaks
 * with it, that it can be read in two ways, or that it says what never comes to anything. What no
 * state shows is named in {@link Witness#BY_SHAPE}, with the reason. Not made here are the refusals
 * that are about a file's syntax, and {@code LABEL_DISAPPEARED}, which a run finds and no loader:
 * {@link ChangedFile} makes that.
 */
class RefusedVocabulariesTest {
  private static final int VOCABULARIES = Integer.getInteger("stagesync.vocabularies", 100);
  private static final long SEED = Long.getLong("stagesync.seed", 20270215L);

  /** Where a good file lacks what a harm needs to do any, the next one is asked. */
  private static final int PATIENCE = 2_000;

  @TempDir Path folder;

  private final Map<DiagnosticId, Map<Witness.Kind, Integer>> refused = new TreeMap<>();
  private final Map<DiagnosticId, String> notShown = new TreeMap<>();
  private final Map<DiagnosticId, Integer> replayed = new TreeMap<>();

  @Test
  void everyRefusedFileIsShownToBeWrong() {
    System.out.println("refused vocabularies: " + VOCABULARIES + ", seed: " + SEED);
    try (ReusedStore store = new ReusedStore(folder, "replay")) {
      for (int file = 0; file < VOCABULARIES; file++) {
        Harm harm = Harm.ALL.get(file % Harm.ALL.size());
        long seed = SEED + (long) file * PATIENCE;
        long last = seed + PATIENCE;
        while (!refuse(harm, seed, store)) {
          seed++;
          assertThat(seed).as("a good file to be harmed: " + harm.refused()).isLessThan(last);
        }
      }
    }
    refused.forEach((id, kinds) -> System.out.println("  " + id + " " + kinds));
    System.out.println("  of laws, seen to break in the engine: " + replayed);
    assertThat(notShown).as("refusals that nothing shows to be right").isEmpty();
    refused.forEach(
        (id, kinds) ->
            assertThat(kinds.keySet().equals(Set.of(Witness.Kind.SHAPE)))
                .as("%s is shown by no state, so it has to be named as refused by its shape", id)
                .isEqualTo(Witness.onlyByShape(id)));
    if (VOCABULARIES >= Harm.ALL.size()) {
      assertThat(refused.keySet())
          .containsAll(Harm.ALL.stream().map(Harm::refused).collect(Collectors.toSet()));
      assertThat(replayed).containsKey(DiagnosticId.RULE_CYCLE);
    }
  }

  private boolean refuse(Harm harm, long seed, ReusedStore store) {
    Draft draft = Generator.plain(seed);
    if (!harm.done().to(draft, new Dice(seed))) {
      return false;
    }
    Supplier<Draft> again =
        () -> {
          Draft made = Generator.plain(seed);
          harm.done().to(made, new Dice(seed));
          return made;
        };
    String text = DraftYaml.of(draft);
    var loaded = MappingFile.parse("generated.yaml", text);
    Set<DiagnosticId> ids =
        loaded.diagnostics().stream()
            .filter(d -> d.severity() == Diagnostic.Severity.ERROR)
            .map(Diagnostic::id)
            .collect(Collectors.toCollection(TreeSet::new));
    String story = "seed " + seed + ", " + harm.refused() + "\n" + loaded.render() + "\n" + text;
    if (!ids.contains(harm.refused())) {
      return false;
    }
    boolean shown = false;
    for (DiagnosticId id : ids) {
      Optional<Witness.Seen> seen = Witness.of(id, again);
      seen.ifPresentOrElse(
          s -> {
            refused.computeIfAbsent(id, i -> new TreeMap<>()).merge(s.kind(), 1, Integer::sum);
            if (s.kind() == Witness.Kind.LAW && ids.size() == 1) {
              replay(id, again.get(), store, story);
            }
          },
          () -> notShown.putIfAbsent(id, story));
      boolean enough =
          seen.filter(s -> s.kind() != Witness.Kind.SHAPE || Witness.onlyByShape(id)).isPresent();
      shown |= id == harm.refused() && enough;
    }
    return shown;
  }

  /** What was foreseen of a law that breaks happens in the engine. */
  private void replay(DiagnosticId id, Draft draft, ReusedStore store, String story) {
    Replay replay = new Replay(draft, store.fresh());
    Optional<Boolean> happens =
        switch (id) {
          case RULE_CYCLE ->
              RuleWitness.turningStart(draft).map(t -> replay.turns(t.start(), t.rule()));
          case RULE_DRIVES_ONE_WAY ->
              RuleWitness.oneSidedStart(draft)
                  .map(t -> replay.writesTheSideThatLeads(t.start(), t.rule()));
          case IGNORED_AND_MAPPED -> replay.forgets();
          default -> Optional.of(false);
        };
    happens.ifPresent(
        so -> {
          assertThat(so).as("foreseen, and not seen in the engine: " + story).isTrue();
          replayed.merge(id, 1, Integer::sum);
        });
  }
}
