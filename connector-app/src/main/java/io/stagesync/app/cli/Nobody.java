package io.stagesync.app.cli;

import io.stagesync.app.wiring.Assembly;
import io.stagesync.net.Redaction;

/** What to say where nobody is known by what a person typed. */
record Nobody(String who, boolean showPii) {

  String words(Assembly assembly) {
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
