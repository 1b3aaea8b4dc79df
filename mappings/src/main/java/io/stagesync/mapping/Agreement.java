package io.stagesync.mapping;

import io.stagesync.mapping.Diagnostic.Severity;
import io.stagesync.vocabulary.FieldName;
import java.util.Optional;

/**
 * What people agreed on when they approved of a file, beside what it means now.
 *
 * @param approval what the file says of it
 * @param meaning 16 hexadecimal digits over all that decides and all that its labels mean to
 *     people: definition, trigger, owner, next action and what became of people in progress.
 *     Limits, tests, names for people and whose hands write do not count
 */
public record Agreement(Approval approval, String meaning) {

  /** The agreement that a file tells of; empty where it tells of none. */
  public static Optional<Agreement> of(Mapping mapping) {
    return mapping.approved().map(approval -> new Agreement(approval, meaning(mapping)));
  }

  private static String meaning(Mapping mapping) {
    var text = new StringBuilder();
    mapping
        .pairing()
        .by()
        .forEach(way -> say(text, way.idField().map(FieldName::path).orElse("email")));
    for (var track : mapping.tracks()) {
      say(text, track.track(), track.fingerprint());
      for (var label : track.labels()) {
        var guide = label.guide();
        say(text, label.label(), label.owner().map(Team::name).orElse(""), guide.means());
        say(text, guide.enteredWhen(), guide.nextAction(), guide.onIntroduce());
      }
    }
    return Fingerprint.of(text.toString()).hex();
  }

  /** Each preceded by its length, so that no two texts can look like one. */
  private static void say(StringBuilder text, Object... parts) {
    for (var part : parts) {
      text.append(part.toString().length()).append(':').append(part);
    }
  }

  /** Whether the file means something else than what they agreed on. */
  public boolean outdated() {
    return approval.meaning().filter(agreed -> !agreed.equals(meaning)).isPresent();
  }

  /** Why a file is not carried out that means something else than what people agreed on. */
  public static Optional<Diagnostic> problem(Mapping mapping) {
    return of(mapping)
        .filter(Agreement::outdated)
        .map(
            agreement ->
                new Diagnostic(
                    mapping.places().of("approved", "meaning"),
                    DiagnosticId.APPROVAL_OUTDATED,
                    Severity.ERROR,
                    "this file means something else than what "
                        + agreement.approval().words()
                        + " agreed on; until it is agreed on again nothing is written to a CRM",
                    "once it is, write `meaning: " + agreement.meaning() + "`"));
  }
}
