package io.stagesync.app.simulator;

import static io.stagesync.app.simulator.StandardWords.OPEN;
import static io.stagesync.app.simulator.StandardWords.STAGE_FIELD;
import static io.stagesync.app.simulator.StandardWords.STAGE_PROPERTY;
import static io.stagesync.app.simulator.StandardWords.STATUS_FIELD;
import static io.stagesync.app.simulator.StandardWords.STATUS_PROPERTY;
import static io.stagesync.app.simulator.StandardWords.UNKNOWN_STATUS;
import static io.stagesync.app.simulator.StandardWords.UNQUALIFIED;
import static io.stagesync.app.simulator.StandardWords.WORKING;

import java.util.List;

/** What people do to each other's records, and how often of a hundred times. */
public enum EditKind {
  WORKED(20, "a rep begins to work on a lead"),
  MARKETING_QUALIFIED(18, "marketing qualifies a contact"),
  SALES_QUALIFIED(12, "a rep qualifies a lead"),
  ANSWERED(8, "somebody answers a mail in HubSpot"),
  UNQUALIFIED_BY_SALES(7, "a rep gives a lead up"),
  BAD_TIMING(5, "marketing notes bad timing"),
  CONVERTED(9, "a lead is converted, with an opportunity"),
  WON(5, "an opportunity is won"),
  LOST(5, "an opportunity is lost"),
  RECYCLED(5, "a rep hands a lead back to marketing"),
  CLEARED(2, "somebody clears a field"),
  BOTH_AT_ONCE(3, "both sides edit the same person"),
  UNKNOWN_VALUE(1, "a rep sets a status that the mapping does not know");

  private final int perHundred;
  private final String words;

  EditKind(int perHundred, String words) {
    this.perHundred = perHundred;
    this.words = words;
  }

  /** How often of a hundred times somebody does this. */
  public int perHundred() {
    return perHundred;
  }

  /** What happens, as a sentence. */
  public String words() {
    return words;
  }

  /** The kind of a draw between 0 and 99. */
  static EditKind drawn(int draw) {
    int left = draw;
    for (EditKind kind : values()) {
      left -= kind.perHundred;
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalArgumentException("the shares of all kinds make a hundred, not " + draw);
  }

  /**
   * One field that is set when it shows one of some values.
   *
   * @param from the values; empty for any
   * @param to one of these is set; blank clears
   */
  record Step(Place.Kind object, String field, List<String> from, List<String> to) {
    Step {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /** The fields that are set, one after the other; conversion and opportunities have none. */
  List<Step> steps() {
    return switch (this) {
      case WORKED -> List.of(lead(STATUS_FIELD, List.of(OPEN), WORKING));
      case MARKETING_QUALIFIED ->
          List.of(contact(STAGE_PROPERTY, List.of("lead", "subscriber"), "marketingqualifiedlead"));
      case SALES_QUALIFIED ->
          List.of(
              lead(
                  STAGE_FIELD,
                  List.of("Lead", "Marketing qualified lead"),
                  "Sales qualified lead"));
      case ANSWERED ->
          List.of(contact(STATUS_PROPERTY, List.of("NEW", "OPEN"), "CONNECTED", "IN_PROGRESS"));
      case UNQUALIFIED_BY_SALES -> List.of(lead(STATUS_FIELD, List.of(OPEN, WORKING), UNQUALIFIED));
      case BAD_TIMING ->
          List.of(
              contact(STATUS_PROPERTY, List.of("NEW", "IN_PROGRESS", "CONNECTED"), "BAD_TIMING"));
      case RECYCLED ->
          List.of(
              lead(
                  STAGE_FIELD,
                  List.of("Marketing qualified lead", "Sales qualified lead"),
                  "Lead"));
      case CLEARED -> List.of(lead(STAGE_FIELD, List.of("Lead", "Marketing qualified lead"), ""));
      case BOTH_AT_ONCE ->
          List.of(
              lead(STATUS_FIELD, List.of(OPEN), WORKING),
              contact(STATUS_PROPERTY, List.of("NEW", "OPEN"), "UNQUALIFIED"));
      case UNKNOWN_VALUE -> List.of(lead(STATUS_FIELD, List.of(OPEN, WORKING), UNKNOWN_STATUS));
      case CONVERTED, WON, LOST -> List.of();
    };
  }

  private static Step lead(String field, List<String> from, String... to) {
    return new Step(Place.Kind.LEAD, field, from, List.of(to));
  }

  private static Step contact(String property, List<String> from, String... to) {
    return new Step(Place.Kind.CONTACT, property, from, List.of(to));
  }
}
