package io.stagesync.app.cli;

import io.stagesync.app.show.StoryJson;
import io.stagesync.app.show.StoryText;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.engine.Story;
import picocli.CommandLine;

/** The whole story of one person, from the store alone. */
@CommandLine.Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "The whole story of one person: values, who set them, decisions.")
final class ExplainCommand extends OnePerson {
  ExplainCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly, Story story) {
    if (options.json) {
      print(new StoryJson(story, options.showPii).json());
    } else {
      new StoryText(story, assembly.config().schedule().timeZone()).to(out());
    }
    return ExitCode.DONE;
  }
}
