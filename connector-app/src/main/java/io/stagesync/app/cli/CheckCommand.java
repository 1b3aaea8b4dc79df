package io.stagesync.app.cli;

import io.stagesync.app.fixes.FixFolder;
import io.stagesync.app.show.FromTheRoot;
import io.stagesync.app.show.GitHubLines;
import io.stagesync.app.show.ProblemsText;
import io.stagesync.app.show.ProofText;
import io.stagesync.app.show.SarifJson;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.app.wiring.Machine;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Unsaid;
import io.stagesync.mapping.yaml.LoadedMapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.mapping.yaml.SchemaFile;
import io.stagesync.proof.Proof;
import io.stagesync.proof.Refusal;
import io.stagesync.trial.Codes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks through a mapping file. */
@CommandLine.Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Look through the mapping file: all problems with their places. A FILE needs"
            + " neither config nor store.")
final class CheckCommand extends Command {
  @Mixin private final ChosenMapping chosen = new ChosenMapping();

  @Option(
      names = "--live",
      description = "Hold it against both CRMs' real fields, picklists and record types.")
  private boolean live;

  @Option(
      names = "--write-fixes",
      paramLabel = "DIR",
      description =
          "With --live: write files that would mend what the CRMs lack, and a page that says how to"
              + " apply them. Nothing is applied.")
  private @Nullable Path fixes;

  @Option(names = "--force", description = "With --write-fixes: write over files that are there.")
  private boolean force;

  @Option(
      names = "--strict",
      description =
          "Also ask for what people should have agreed on: what each label means, what makes a"
              + " person enter it, who owns it, what to do next.")
  private boolean strict;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text, json, github (each problem on its line in a pull request) or sarif"
              + " (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  @Option(
      names = "--schema",
      description =
          "Check nothing; print the JSON Schema with which editors complete mapping files.")
  private boolean schema;

  /** How problems are printed. */
  enum Format {
    TEXT,
    JSON,
    GITHUB,
    SARIF
  }

  CheckCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    refuse(force && fixes == null, "--force says what to do with files of --write-fixes DIR.");
    if (schema) {
      refuse(
          chosen.isNamed() || live || fixes != null || strict || options.json,
          "--schema checks nothing, so it goes with no FILE and no other option of check.");
      refuse(format != Format.TEXT, "--schema is printed as it is; it has no --format.");
      terminal().out().print(SchemaFile.text());
      return ExitCode.DONE;
    }
    var file = chosen.path(assembly);
    var loaded = MappingFile.load(file);
    var found = new ArrayList<>(loaded.diagnostics());
    loaded.tests().forEach(test -> found.addAll(Codes.check(test)));
    if (strict) {
      loaded.mapping().map(Unsaid::check).ifPresent(found::addAll);
    }
    var look = loaded.mapping().filter(m -> asksTheCrms()).map(m -> LiveLook.at(m, assembly));
    look.ifPresent(l -> found.addAll(l.problems()));
    if (chosen.isTheConfigs() || asksTheCrms()) {
      loaded.mapping().map(assembly::lostLabels).ifPresent(found::addAll);
    }
    var proof = loaded.mapping().map(m -> prove(assembly.machine(), m, look, found));
    var written =
        Optional.ofNullable(fixes)
            .flatMap(
                dir ->
                    look.map(l -> WrittenFixes.in(new FixFolder(dir, force), l.fixes(assembly))));
    var problems = new ProblemsText(file, found);
    show(problems, loaded, new Beside(proof, look, written), assembly.machine());
    boolean failed = problems.errors() > 0 || written.filter(WrittenFixes::refused).isPresent();
    return failed ? ExitCode.FAILED : ExitCode.DONE;
  }

  private boolean asksTheCrms() {
    return live || fixes != null;
  }

  /** What is shown beside the problems. */
  private record Beside(
      Optional<ProofText> proof, Optional<LiveLook> look, Optional<WrittenFixes> written) {}

  private void show(ProblemsText found, LoadedMapping loaded, Beside beside, Machine machine) {
    var names = FromTheRoot.of(machine.environment());
    switch (options.json ? Format.JSON : format) {
      case JSON -> {
        var json = found.json();
        beside.proof().ifPresent(p -> json.set("proof", p.json()));
        beside.look().ifPresent(l -> json.set("fields", l.facts().json()));
        beside
            .written()
            .ifPresent(w -> w.paths().forEach(f -> json.withArray("fixes").add(f.toString())));
        print(json);
      }
      case SARIF -> print(new SarifJson(found.problems(), names, Version.number()).json());
      case GITHUB -> {
        new GitHubLines(found.problems(), names).to(out());
        beside.written().ifPresent(w -> out().say(w.words()));
        out().say(verdict(found, loaded));
      }
      case TEXT -> {
        found.to(out());
        beside.look().ifPresent(l -> l.facts().to(out()));
        beside.proof().ifPresent(p -> p.to(out()));
        beside.written().ifPresent(w -> out().say(w.words()));
        out().say(verdict(found, loaded));
      }
    }
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

  private String verdict(ProblemsText found, LoadedMapping loaded) {
    if (found.errors() > 0) {
      return found.file() + ": " + found.counts() + ".";
    }
    int tracks = loaded.mapping().map(m -> m.tracks().size()).orElse(0);
    return String.format(
        "%s is fine%s%s: %s, %s.",
        found.file(),
        strict ? ", leaves nothing unsaid" : "",
        asksTheCrms() ? " and fits both CRMs" : "",
        ProblemsText.count(tracks, "track"),
        ProblemsText.count(found.warnings(), "warning"));
  }
}
