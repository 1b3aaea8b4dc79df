package io.stagesync.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.app.fixes.FixFolder;
import io.stagesync.app.show.AgreementText;
import io.stagesync.app.show.FromTheRoot;
import io.stagesync.app.show.GitHubLines;
import io.stagesync.app.show.SarifJson;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.mapping.Agreement;
import io.stagesync.mapping.yaml.SchemaFile;
import java.nio.file.Path;
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
        "Look through the mapping file: all problems with their places, its own tests, and a proof"
            + " of what can happen with it. A FILE needs neither config nor store.")
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
    refuse(options.json && format != Format.TEXT, "--json is --format json; name one of the two.");
    boolean programs = options.json || format == Format.JSON;
    var asked =
        new Examined.Asked(strict, asksTheCrms(), chosen.isTheConfigs() || asksTheCrms(), programs);
    var examined = Examined.of(chosen.path(assembly), asked, assembly);
    var look = examined.parts().flatMap(Examined.Parts::look);
    var written =
        Optional.ofNullable(fixes)
            .flatMap(
                dir ->
                    look.map(l -> WrittenFixes.in(new FixFolder(dir, force), l.fixes(assembly))));
    show(examined, written, FromTheRoot.of(assembly.machine().environment()));
    boolean refused = written.filter(WrittenFixes::refused).isPresent();
    return refused || examined.problems().errors() > 0 ? ExitCode.FAILED : ExitCode.DONE;
  }

  private boolean asksTheCrms() {
    return live || fixes != null;
  }

  private void show(Examined examined, Optional<WrittenFixes> written, FromTheRoot names) {
    var found = examined.problems();
    switch (options.json ? Format.JSON : format) {
      case JSON -> print(json(examined, written));
      case SARIF -> print(new SarifJson(found.problems(), names, Version.number()).json());
      case GITHUB -> {
        new GitHubLines(found.problems(), names).to(out());
        written.ifPresent(w -> out().say(w.words()));
        out().say(verdict(examined));
      }
      case TEXT -> {
        found.to(out());
        examined.parts().flatMap(Examined.Parts::look).ifPresent(l -> l.facts().to(out()));
        examined.parts().ifPresent(p -> p.proof().to(out()));
        written.ifPresent(w -> out().say(w.words()));
        out().say(verdict(examined) + approved(examined));
      }
    }
  }

  private static String approved(Examined examined) {
    return examined
        .parts()
        .flatMap(parts -> Agreement.of(parts.mapping()))
        .map(agreement -> " " + new AgreementText(agreement).sentence())
        .orElse("");
  }

  private static ObjectNode json(Examined examined, Optional<WrittenFixes> written) {
    var json = examined.problems().json();
    examined
        .parts()
        .ifPresent(
            parts -> {
              json.put("tests", parts.tests().put());
              Agreement.of(parts.mapping())
                  .ifPresent(a -> json.set("approved", new AgreementText(a).json()));
              json.set("proof", parts.proof().json());
              parts.look().ifPresent(l -> json.set("fields", l.facts().json()));
            });
    written.ifPresent(w -> w.paths().forEach(f -> json.withArray("fixes").add(f.toString())));
    return json;
  }

  private String verdict(Examined examined) {
    var found = examined.problems();
    if (found.errors() > 0) {
      return found.file() + ": " + found.counts() + ".";
    }
    return String.format(
        "%s is fine%s%s: %s.",
        found.file(),
        strict ? ", leaves nothing unsaid" : "",
        asksTheCrms() ? " and fits both CRMs" : "",
        examined.counts());
  }
}
