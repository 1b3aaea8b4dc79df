package io.stagesync.engine;

import io.stagesync.mapping.SideEffects;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;

/**
 * People who wait to be brought to a label that sets something off in a CRM.
 *
 * @param people how many; those whom a person approved do not count
 * @param effects what it sets off, and how many one run may bring there
 */
public record SideEffect(Track track, Label label, long people, SideEffects effects) {
  /** Whether they are more than one run may bring there. */
  public boolean beyond() {
    return people > effects.cap();
  }

  /** How many, where, and the cap: {@code 12 people enter mql (cap 200): Starts a workflow}. */
  public String sentence() {
    return String.format("%s (cap %,d): %s", whoEnters(""), effects.cap(), effects.because());
  }

  /** Why they wait for a person. */
  String beyondCap() {
    return whoEnters("would ")
        + ", and one run may bring "
        + (effects.cap() == 0 ? "nobody" : String.format("%,d", effects.cap()))
        + " there without approval ("
        + effects.because()
        + ")";
  }

  private String whoEnters(String would) {
    var enter = would.isEmpty() && people == 1 ? "enters " : "enter ";
    return String.format("%,d %s %s%s", people, people == 1 ? "person" : "people", would, enter)
        + label
        + effects.in().map(Side::displayName).map(name -> " in " + name).orElse("");
  }
}
