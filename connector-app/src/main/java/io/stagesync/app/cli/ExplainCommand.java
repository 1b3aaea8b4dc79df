package io.stagesync.app.cli;

import io.stagesync.app.show.StoryJson;
import io.stagesync.app.show.StoryText;
import io.stagesync.app.wiring.Assembly;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** The whole story of one person, from the store alone. */
@CommandLine.Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "The whole story of one person: values, who set them, decisions.")
final class ExplainCommand extends Command {
  @Mixin private final Who who = new Who();

  ExplainCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    var story = who.story(assembly);
    if (story.isEmpty()) {
      terminal().err().print(who.unknown(assembly, options.showPii) + "\n");
      return ExitCode.FAILED;
    }
    if (options.json) {
      print(new StoryJson(story.get(), options.showPii).json());
    } else {
      new StoryText(story.get(), assembly.config().schedule().timeZone()).to(out());
    }
    return ExitCode.DONE;
  }
}
