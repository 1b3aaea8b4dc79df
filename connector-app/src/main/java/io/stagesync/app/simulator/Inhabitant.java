package io.stagesync.app.simulator;

import java.util.List;

/**
 * A person whom the simulated CRMs know.
 *
 * @param leads ids in Salesforce
 * @param contacts ids in HubSpot
 */
record Inhabitant(int number, PersonKind kind, List<String> leads, List<String> contacts) {
  Inhabitant {
    leads = List.copyOf(leads);
    contacts = List.copyOf(contacts);
  }

  /** Whether one lead and one contact are this person. */
  boolean isPair() {
    return kind.isPair();
  }

  String lead() {
    return leads.get(0);
  }

  String contact() {
    return contacts.get(0);
  }
}
