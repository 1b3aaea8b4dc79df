package io.stagesync.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.LiveCheck;
import io.stagesync.mapping.yaml.LoadedMapping;
import io.stagesync.mapping.yaml.MappingFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks through a mapping file. */
@CommandLine.Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Look through the mapping file: all problems with their places. A FILE needs"
            + " neither config nor store.")
final class CheckCommand extends Command {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A mapping file (default: the one that the config names).")
  private @Nullable Path file;

  @Option(
      names = "--live",
      description = "Hold it against both CRMs' real fields, picklists and record types.")
  private boolean live;

  CheckCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    var chosen = file == null ? assembly.config().mapping() : file;
    var loaded = MappingFile.load(chosen);
    var found = new ArrayList<>(loaded.diagnostics());
    if (live) {
      found.addAll(liveProblems(assembly, loaded));
    }
    long errors = found.stream().filter(Diagnostic::isError).count();
    if (options.json) {
      print(json(chosen, found, errors));
    } else {
      found.forEach(d -> d.render().lines().forEach(out()::say));
      out().say(verdict(chosen, loaded, errors, found.size() - errors));
    }
    return errors == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static List<Diagnostic> liveProblems(Assembly assembly, LoadedMapping loaded) {
    return loaded
        .mapping()
        .map(
            mapping -> {
              var crms = assembly.crms(mapping);
              return LiveCheck.check(
                  mapping, crms.salesforce().catalog(true), crms.hubspot().catalog(true));
            })
        .orElse(List.of());
  }

  private String verdict(Path chosen, LoadedMapping loaded, long errors, long warnings) {
    if (errors > 0) {
      return String.format("%s: %,d errors, %,d warnings.", chosen, errors, warnings);
    }
    int tracks = loaded.mapping().map(m -> m.tracks().size()).orElse(0);
    return String.format(
        "%s is fine%s: %d tracks, %,d warnings.",
        chosen, live ? " and fits both CRMs" : "", tracks, warnings);
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode json(
      Path file, List<Diagnostic> found, long errors) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("file", file.toString()).put("errors", errors).put("warnings", found.size() - errors);
    var all = json.putArray("problems");
    for (var d : found) {
      all.addObject()
          .put("file", d.place().file())
          .put("line", d.place().line())
          .put("column", d.place().column())
          .put("id", d.id().name())
          .put("severity", d.severity().name().toLowerCase(java.util.Locale.ROOT))
          .put("message", d.message())
          .put("help", d.suggestion());
    }
    return json;
  }
}
