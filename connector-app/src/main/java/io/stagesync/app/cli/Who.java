package io.stagesync.app.cli;

import io.stagesync.app.wiring.Assembly;
import io.stagesync.engine.Story;
import io.stagesync.net.Redaction;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The person that a command is about. */
final class Who {
  @Parameters(
      paramLabel = "WHO",
      description = "A lead's or contact's id, a pair as pair-7, or a whole e-mail address.")
  private String who = "";

  /** What the store knows of them; empty where it knows nobody by that. */
  Optional<Story> story(Assembly assembly) {
    return assembly.explain().who(who);
  }

  /** What to say where nobody is known by what was typed. */
  String unknown(Assembly assembly, boolean showPii) {
    var named = showPii ? who : Redaction.maskEmails(who);
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
