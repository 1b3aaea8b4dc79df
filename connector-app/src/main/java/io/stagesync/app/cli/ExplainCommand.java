package io.stagesync.app.cli;

import io.stagesync.app.show.StoryJson;
import io.stagesync.app.show.StoryText;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.net.Redaction;
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
      terminal().err().print(nobody(assembly) + "\n");
      return ExitCode.FAILED;
    }
    if (options.json) {
      print(new StoryJson(story.get(), options.showPii).json());
    } else {
      new StoryText(story.get(), assembly.config().schedule().timeZone()).to(out());
    }
    return ExitCode.DONE;
  }

  private String nobody(Assembly assembly) {
    var named = options.showPii ? who : Redaction.maskEmails(who);
    if (who.contains("@") && assembly.config().emailKey().isEmpty()) {
      return "Nobody is found by address, because the config has no email-key. Name the id of the"
          + " lead or of the contact.";
    }
    if (who.strip().matches("00Q\\w{12}")) {
      return "Nobody known by \""
          + named
          + "\". That is the short form of an id; name the long one, which has 18 characters.";
    }
    return "Nobody known by \""
        + named
        + "\". Name the id of a lead or contact, or a whole address; somebody who is new is known"
        + " after the next run.";
  }
}
