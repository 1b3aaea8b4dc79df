package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;
import java.util.Optional;
import java.util.Set;

/**
 * A declared way by which a rank may fall.
 *
 * @param from where it starts; never empty
 * @param to where it leads
 * @param by the team that may go it, in place of the label's owner; empty: any
 * @param because the reason, for people
 * @param line where the file says so, from 1
 */
public record WayBack(Set<Label> from, Label to, Optional<Team> by, String because, int line) {
  public WayBack {
    from = Set.copyOf(from);
  }
}
