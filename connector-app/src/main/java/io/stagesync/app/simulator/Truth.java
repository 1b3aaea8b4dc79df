package io.stagesync.app.simulator;

import java.util.List;

/**
 * How both worlds stand, seen without the sync.
 *
 * @param pairs people who are one lead and one contact
 * @param agree how many of them mean the same on both tracks
 * @param differences every track of a pair on which the sides do not mean the same
 * @param writesToConverted writes that came in for leads that were converted
 * @param fates what became of people's edits
 */
public record Truth(
    long pairs, long agree, List<Difference> differences, long writesToConverted, Fates fates) {
  public Truth {
    differences = List.copyOf(differences);
  }

  /**
   * One track of a pair on which the sides do not mean the same.
   *
   * @param salesforce the lead's raw value, or what its opportunities come to; blank for none
   * @param hubspot the contact's raw value; blank for none
   */
  public record Difference(
      String lead, String contact, String track, String salesforce, String hubspot) {}
}
