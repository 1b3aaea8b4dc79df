package io.stagesync.app.cli;

import io.stagesync.app.show.PreviewJson;
import io.stagesync.app.show.PreviewText;
import io.stagesync.app.wiring.Assembly;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What a changed mapping file would do. */
@CommandLine.Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description =
        "Show what a changed mapping file would do to the people that the store knows, or with"
            + " --live to everybody. Writes nothing anywhere.")
final class PreviewCommand extends Command {
  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      required = true,
      description = "The changed mapping file.")
  private Path file = Path.of("mapping.yaml");

  @Option(
      names = "--live",
      description = "Read both CRMs for it, as plan does, on a copy of the store.")
  private boolean live;

  @Option(
      names = "--rows",
      paramLabel = "N",
      converter = Count.class,
      defaultValue = "3",
      description = "Show so many people of each kind (default: ${DEFAULT-VALUE}).")
  private int rows;

  PreviewCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    var preview =
        live ? assembly.livePreview(file, rows, progress()) : assembly.preview(file, rows);
    if (options.json) {
      print(new PreviewJson(preview, options.showPii).json());
    } else {
      new PreviewText(preview, file.toString()).to(out());
    }
    return ExitCode.DONE;
  }
}
