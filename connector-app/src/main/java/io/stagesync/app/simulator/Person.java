package io.stagesync.app.simulator;

import java.util.List;
import java.util.Optional;

/**
 * Somebody whom the CRMs are to know: what stands in each of them.
 *
 * @param number counted upward from 1
 * @param leads one a lead in Salesforce
 * @param contacts one a contact in HubSpot
 * @param linked whether the contact names its lead, as HubSpot's own connector would have done
 * @param conversion what the lead became; empty for an open one
 * @param campaignStatus how the person responded to the campaign; empty for no member
 */
public record Person(
    int number,
    PersonKind kind,
    String email,
    List<Words> leads,
    List<Words> contacts,
    boolean linked,
    Optional<Conversion> conversion,
    Optional<String> campaignStatus) {
  public Person {
    leads = List.copyOf(leads);
    contacts = List.copyOf(contacts);
  }

  /**
   * The raw values of one record.
   *
   * @param stage Lead Stage or lifecycle stage; blank for none
   * @param status Lead Status or HubSpot's lead status; blank for none
   */
  public record Words(String stage, String status) {}

  /**
   * How a lead was converted.
   *
   * @param opportunities stage names, the first one made at conversion; empty for none
   */
  public record Conversion(List<String> opportunities) {
    public Conversion {
      opportunities = List.copyOf(opportunities);
    }
  }
}
