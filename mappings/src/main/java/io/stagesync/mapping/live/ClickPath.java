package io.stagesync.mapping.live;

import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;

/** Where people mend something, in the words of each CRM's own menus. */
public final class ClickPath {
  private static final String LEAD_FIELDS =
      "Setup > Object Manager > Lead > Fields & Relationships";
  private static final String PERMISSIONS =
      "Setup > Permission Sets > the one of our user > Object Settings > Leads > Edit";
  private static final String PROPERTIES = "Settings > Properties > Contact properties";
  private static final String STAGES = "Settings > Objects > Contacts > Lifecycle Stage";
  private static final String STAGE = "lifecyclestage";

  private ClickPath() {}

  /** How a field comes into being. */
  public static String createField(FieldName field) {
    return field.side() == Side.SALESFORCE
        ? LEAD_FIELDS + " > New > Picklist, with the API name `" + field.name() + "`"
        : PROPERTIES + " > Create property, with the internal name `" + field.name() + "`";
  }

  /** Where the id of a list of contacts is shown. */
  static String lists() {
    return "CRM > Segments (called Lists before) > the list > Details: its ILS list id";
  }

  /** Where the fields of a side are. */
  public static String fields(Side side) {
    return side == Side.SALESFORCE ? LEAD_FIELDS : PROPERTIES;
  }

  /** How our user gets to see and edit a field that is there. */
  public static String see(FieldName field) {
    return PERMISSIONS + ": tick Read Access and Edit Access of `" + field.name() + "`";
  }

  /** How our user gets to see a field that is there and that we never write. */
  static String read(FieldName field) {
    return field.side() == Side.SALESFORCE
        ? PERMISSIONS.replace("Leads", field.object().equals("Account") ? "Accounts" : "Leads")
            + ": tick Read Access of `"
            + field.name()
            + "`"
        : PROPERTIES;
  }

  /** How our user gets to edit leads at all. */
  public static String editLeads() {
    return PERMISSIONS + ": tick Edit under Object Permissions";
  }

  /** How a field gets one more value. */
  public static String addValue(FieldName field, FieldCatalog known) {
    if (field.name().equals(STAGE)) {
      return STAGES
          + " > Add stage. HubSpot gives a new stage a number as its internal value: write that"
          + " number here";
    }
    if (isStatus(field)) {
      return place(field, known)
          + " > Lead Status Picklist Values > New, then Setup > Lead Processes for each process"
          + " that is to offer it";
    }
    return field.side() == Side.SALESFORCE
        ? place(field, known) + " > Values > New"
        : place(field, known) + " > Field type > Add an option";
  }

  /** How a value that nobody is offered any more is offered again. */
  public static String reviveValue(FieldName field, FieldCatalog known) {
    return field.side() == Side.SALESFORCE
        ? place(field, known) + " > Inactive Values > Activate"
        : place(field, known) + " > Field type, and show the option again";
  }

  /** How a record type comes to offer a value that the field has. */
  public static String offer(FieldName field, RecordType type) {
    return isStatus(field)
        ? "Setup > Lead Processes > the process of record type `" + type + "` > Edit"
        : "Setup > Object Manager > Lead > Record Types > `"
            + type
            + "` > Picklists Available for Editing > `"
            + field.name()
            + "` > Edit";
  }

  /** Where the order of a field's values is changed. */
  public static String order(FieldName field, FieldCatalog known) {
    return field.name().equals(STAGE) ? STAGES + ", and drag the stages" : place(field, known);
  }

  /** Whether it is Lead Status, whose values are governed by lead processes. */
  static boolean isStatus(FieldName field) {
    return field.path().equals("Lead.Status");
  }

  private static String place(FieldName field, FieldCatalog known) {
    if (field.name().equals(STAGE)) {
      return STAGES;
    }
    var label = known.shape().label();
    return (field.side() == Side.SALESFORCE ? LEAD_FIELDS : PROPERTIES)
        + " > "
        + (label.isBlank() ? "`" + field.name() + "`" : label);
  }
}
