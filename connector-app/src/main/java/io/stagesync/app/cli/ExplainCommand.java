package io.stagesync.app.cli;

import io.stagesync.app.show.StoryJson;
import io.stagesync.app.show.StoryText;
import io.stagesync.app.wiring.Assembly;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** The whole story of one person, from the store alone. */
@CommandLine.Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "The whole story of one person: values, who set them, decisions.")
final class ExplainCommand extends Command {
  @Parameters(
      paramLabel = "WHO",
      description = "A lead's or contact's id, a pair as pair-7, or a whole e-mail address.")
  private String who = "";

  ExplainCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    var story = assembly.explain().who(who);
    if (story.isEmpty()) {
      terminal().err().print(new Nobody(who, options.showPii).words(assembly) + "\n");
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
