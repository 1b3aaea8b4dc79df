package io.stagesync.app.references;

import java.util.List;
import java.util.Optional;

/**
 * One rule, field, flow or class of a file, with what was seen in it.
 *
 * @param owner its own name; blank where it has none
 * @param scoring whether it has to do with a score
 * @param idle whether it is switched off
 */
record Part(Kind kind, String owner, boolean scoring, boolean idle, List<Sighting> sightings) {
  Part {
    sightings = List.copyOf(sightings);
  }

  /**
   * How sure it is that a sighting means a word of Lead; empty where it surely does not, or where a
   * single word stands too loosely to say anything.
   *
   * @param lead whether the file has to do with leads
   * @param near whether the file names a field that holds the word
   */
  Optional<Certainty> certainty(Sighting seen, boolean lead, boolean near) {
    boolean single = seen.wanted().single();
    return switch (seen.role()) {
      case DEFINITION -> definition(seen, lead);
      case PART -> lead && seen.fieldNamed() ? Optional.of(Certainty.LIKELY) : Optional.empty();
      case PROSE -> Optional.of(Certainty.POSSIBLE);
      case VALUE, LITERAL -> {
        if (!lead || single && !near) {
          yield single ? Optional.empty() : Optional.of(Certainty.POSSIBLE);
        }
        if (seen.fieldNamed()) {
          yield Optional.of(Certainty.CERTAIN);
        }
        yield Optional.of(single ? Certainty.POSSIBLE : Certainty.LIKELY);
      }
    };
  }

  /** Another picklist may have a value that is spelled alike. */
  private Optional<Certainty> definition(Sighting seen, boolean lead) {
    if (kind == Kind.GLOBAL_VALUE_SET) {
      return Optional.of(Certainty.LIKELY);
    }
    boolean own =
        switch (kind) {
          case LEAD_PROCESS -> lead && seen.wanted().fields().contains("status");
          case PICKLIST -> lead && holds(seen.wanted());
          default -> lead && seen.fieldNamed();
        };
    return own ? Optional.of(Certainty.CERTAIN) : Optional.empty();
  }

  private boolean holds(Wanted wanted) {
    var name = WordIndex.fieldName(owner);
    return wanted.fields().contains(name)
        || name.equals("leadstatus") && wanted.fields().contains("status");
  }
}
