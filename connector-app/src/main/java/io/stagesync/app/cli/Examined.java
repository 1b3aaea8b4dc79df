package io.stagesync.app.cli;

import io.stagesync.app.show.ProblemsText;
import io.stagesync.app.show.ProofText;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.app.wiring.Machine;
import io.stagesync.mapping.Agreement;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Unsaid;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.proof.Proof;
import io.stagesync.proof.Refusal;
import io.stagesync.trial.OwnTests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mapping file that was looked through.
 *
 * @param problems everything that was found
 * @param parts what was looked at; empty where the file holds no mapping that could be
 */
record Examined(ProblemsText problems, Optional<Parts> parts) {

  /**
   * What is asked beside what always is.
   *
   * @param strict what people should have agreed on
   * @param live both CRMs
   * @param store whether people in the store stand at labels that the file lost
   * @param single whether each value of a picklist is a problem of its own, for programs
   */
  record Asked(boolean strict, boolean live, boolean store, boolean single) {}

  /**
   * What was looked at.
   *
   * @param look what both CRMs have, where they were asked
   */
  record Parts(Mapping mapping, OwnTests tests, ProofText proof, Optional<LiveLook> look) {}

  /** Looks through a file. */
  static Examined of(Path file, Asked asked, Assembly assembly) {
    var loaded = MappingFile.load(file);
    if (loaded.mapping().isEmpty()) {
      return new Examined(
          new ProblemsText(file, OwnTests.refusing(loaded.diagnostics(), loaded.tests())),
          Optional.empty());
    }
    var found = new ArrayList<>(loaded.diagnostics());
    var parts =
        loaded.mapping().map(m -> parts(m, OwnTests.of(m, loaded.tests()), asked, assembly, found));
    return new Examined(new ProblemsText(file, found), parts);
  }

  private static Parts parts(
      Mapping mapping, OwnTests tests, Asked asked, Assembly assembly, List<Diagnostic> found) {
    found.addAll(tests.problems());
    Agreement.problem(mapping).ifPresent(found::add);
    if (asked.strict()) {
      found.addAll(Unsaid.check(mapping));
    }
    var look =
        asked.live() ? Optional.of(LiveLook.at(mapping, assembly)) : Optional.<LiveLook>empty();
    look.ifPresent(l -> found.addAll(l.problems(asked.single())));
    if (asked.store()) {
      found.addAll(assembly.lostLabels(mapping));
    }
    return new Parts(mapping, tests, prove(assembly.machine(), mapping, look, found), look);
  }

  /** With {@code --live} between what both CRMs accept, else between the file's own words. */
  private static ProofText prove(
      Machine machine, Mapping mapping, Optional<LiveLook> look, List<Diagnostic> found) {
    var begun = machine.clock().instant();
    var proven = look.map(l -> Proof.of(mapping, l.catalogs())).orElseGet(() -> Proof.of(mapping));
    proven
        .counterexample()
        .map(broken -> Refusal.of(broken, mapping.places()))
        .ifPresent(found::add);
    return new ProofText(proven, Duration.between(begun, machine.clock().instant()));
  }

  /** How many tracks, tests and warnings, for people. */
  String counts() {
    int tracks = parts.map(p -> p.mapping().tracks().size()).orElse(0);
    int tests = parts.map(p -> p.tests().put()).orElse(0);
    return ProblemsText.count(tracks, "track")
        + (tests == 0 ? "" : ", " + ProblemsText.count(tests, "test") + " passed")
        + ", "
        + ProblemsText.count(problems.warnings(), "warning");
  }
}
