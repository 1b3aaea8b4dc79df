package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;
import java.util.Optional;
import java.util.Set;

/**
 * A declared way by which a rank may fall, or by which people enter again.
 *
 * @param from where it starts; never empty
 * @param to where it leads
 * @param by the team that may go it, in place of the label's owner; empty: any
 * @param nextCycle whether who goes it begins the next cycle; such a way may also lead forward
 * @param because the reason, for people
 * @param line where the file says so, from 1
 */
public record WayBack(
    Set<Label> from, Label to, Optional<Team> by, boolean nextCycle, String because, int line) {
  public WayBack {
    from = Set.copyOf(from);
  }

  /** Whether it leads from one label to another. */
  public boolean leads(Label start, Label end) {
    return to.equals(end) && from.contains(start);
  }
}
