package io.stagesync.app.cli;

import io.stagesync.app.show.DriftJson;
import io.stagesync.app.show.DriftText;
import io.stagesync.app.show.ReferencesText;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Nearest;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What changed in the picklists since they were approved, and what a change would concern. */
@CommandLine.Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    description =
        "What changed in both CRMs' picklists since they were approved, whom it concerns and what"
            + " to do. Writes to no CRM. With --references: where a Salesforce project names the"
            + " words.")
final class DriftCommand extends Command {
  @Option(
      names = "--accept",
      paramLabel = "TRACK",
      arity = "0..*",
      description =
          "Approve what both CRMs have now, for these tracks (default: for all). Changes no record.")
  private @Nullable List<String> accept;

  @Mixin private final ReferenceSearch references = new ReferenceSearch();

  DriftCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    boolean searches = references.folder().isPresent();
    refuse(searches && accept != null, "--accept asks both CRMs, and --references asks none.");
    refuse(
        !searches && references.narrowed(),
        "--mapping and --value say what to look for in --references DIR. What another mapping file"
            + " would do is shown by `stagesync preview --mapping FILE`.");
    refuse(references.blank(), "--value is to be a word of a picklist; this one is blank.");
    return references.folder().map(dir -> search(dir, assembly)).orElseGet(() -> compare(assembly));
  }

  private int search(Path folder, Assembly assembly) {
    var found = new ReferencesText(folder, references.search(folder, options.config, assembly));
    if (options.json) {
      print(found.json());
    } else {
      found.to(out());
    }
    return ExitCode.DONE;
  }

  private int compare(Assembly assembly) {
    var compare = assembly.compare();
    var report = accept == null ? compare.now() : compare.accept(tracks(assembly.mapping()));
    if (options.json) {
      print(new DriftJson(report).json());
    } else {
      new DriftText(report, accept != null, assembly.config().schedule().timeZone()).to(out());
    }
    return ExitCode.DONE;
  }

  private List<Track> tracks(Mapping mapping) {
    var all = mapping.tracks().stream().map(TrackMapping::track).toList();
    var named = new ArrayList<Track>();
    for (var name : accept == null ? List.<String>of() : accept) {
      all.stream()
          .filter(t -> t.name().equals(name))
          .findFirst()
          .ifPresentOrElse(named::add, () -> unknown(name, all));
    }
    return named.isEmpty() ? all : named;
  }

  private void unknown(String name, List<Track> all) {
    refuse(
        true,
        "There is no track \""
            + name
            + "\" in the mapping file; there are "
            + Nearest.of(all).list()
            + ".");
  }
}
