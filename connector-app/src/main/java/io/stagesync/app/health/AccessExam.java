package io.stagesync.app.health;

import io.stagesync.port.Access;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;

/** Holds what our user or key may do against the least that a run takes. */
final class AccessExam {
  private final Side side;
  private final Access access;

  AccessExam(Side side, Access access) {
    this.side = side;
    this.access = access;
  }

  /** Too little is a problem, too much a note, and a report that is missing is one, too. */
  List<Finding> findings() {
    var name = side.displayName();
    var findings = new ArrayList<Finding>();
    if (!access.told()) {
      findings.add(
          Finding.note(
              name,
              "does not say what our "
                  + we()
                  + " may do, so nobody can see here whether it is more"
                  + " than is needed",
              "compare it with the README's list by eye"));
    }
    if (!access.lacking().isEmpty()) {
      findings.add(
          Finding.problem(
              name,
              "our " + we() + " lacks " + String.join(", ", access.lacking()),
              "grant it, as the README's list has it"));
    }
    if (!access.surplus().isEmpty()) {
      findings.add(
          Finding.note(
              name,
              "our "
                  + we()
                  + " may do more than StageSync ever needs: "
                  + String.join(", ", access.surplus()),
              "take it away; what nobody may do, no mistake can do"));
    }
    for (String unreported : access.unreported()) {
      findings.add(
          Finding.note(
              name,
              "our "
                  + we()
                  + " may not read "
                  + unreported
                  + ": its report stays empty, and nothing else is lost",
              "give it read access to " + unreported + ", if you want that report"));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok(name, "our " + we() + " may do what is needed, and no more"));
    }
    return findings;
  }

  private String we() {
    return side == Side.SALESFORCE ? "user" : "key";
  }
}
