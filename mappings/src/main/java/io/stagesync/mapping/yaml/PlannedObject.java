package io.stagesync.mapping.yaml;

import io.stagesync.vocabulary.Side;
import java.util.Locale;
import java.util.Optional;

/**
 * A field of a record that is no lead and no contact, and that this version does not read yet.
 *
 * @param message what was asked for
 * @param suggestion what to do until then
 */
record PlannedObject(String message, String suggestion) {
  private static final PlannedObject ACCOUNT =
      new PlannedObject(
          "what is said of an account is planned; this version keeps people in agreement, and rolls"
              + " nothing up to their account",
          "name a field of the lead and of the contact; what the account's stage is, a flow or a"
              + " report can tell from its people");
  private static final PlannedObject HUBSPOT_LEAD =
      new PlannedObject(
          "the stage of HubSpot's lead object is planned; this version reads and writes contacts"
              + " alone",
          "name a property of the contact, like `contact.hs_lead_status`; a workflow in HubSpot can"
              + " copy the lead's stage there");

  static Optional<PlannedObject> of(String path, Side side) {
    int dot = path.indexOf('.');
    var object = dot < 0 ? "" : path.substring(0, dot).toLowerCase(Locale.ROOT);
    boolean account = object.equals(side == Side.SALESFORCE ? "account" : "company");
    boolean lead = side == Side.HUBSPOT && (object.equals("lead") || object.equals("leads"));
    return account ? Optional.of(ACCOUNT) : lead ? Optional.of(HUBSPOT_LEAD) : Optional.empty();
  }
}
