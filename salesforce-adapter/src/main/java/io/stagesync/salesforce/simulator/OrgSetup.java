package io.stagesync.salesforce.simulator;

import io.stagesync.salesforce.simulator.World.RecordVariant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** How the simulated org is set up, and what its integration user may see. Thread-safe. */
public final class OrgSetup {
  private static final String SYSTEM = "Setup";

  private final World world;
  private final AtomicBoolean mayEditConverted = new AtomicBoolean();

  OrgSetup(World world) {
    this.world = world;
    status("Open - Not Contacted", false);
    status("Working - Contacted", false);
    status("Closed - Converted", true);
    status("Closed - Not Converted", false);
    world.insert("UserPermissionAccess");
    defineFields();
  }

  /** Adds a value of Lead Status at the end of the list. */
  public OrgSetup status(String apiName, boolean converted) {
    return changing(
        () -> {
          var row = world.insert("LeadStatus");
          row.set("ApiName", apiName);
          row.set("MasterLabel", apiName);
          row.set("IsConverted", String.valueOf(converted));
          row.set("SortOrder", String.valueOf(world.table("LeadStatus").rows.size()));
        });
  }

  /** Takes a value out of the list of Lead Status. Leads that have it keep it. */
  public OrgSetup withoutStatus(String apiName) {
    return changing(
        () ->
            world
                .table("LeadStatus")
                .rows
                .values()
                .removeIf(row -> apiName.equals(row.get("ApiName"))));
  }

  /**
   * Gives a value of Lead Status another API name in its place, and the label of that name. Leads
   * that have the old one keep it, as they do where an integration wrote it.
   */
  public OrgSetup renamedStatus(String apiName, String now) {
    return changing(
        () -> {
          var row = statusRow(apiName);
          row.set("ApiName", now);
          row.set("MasterLabel", now);
        });
  }

  /** What the org shows for a value of Lead Status. */
  public OrgSetup statusLabel(String apiName, String label) {
    return changing(() -> statusRow(apiName).set("MasterLabel", label));
  }

  /** Whether a lead gets a value of Lead Status by its conversion. */
  public OrgSetup statusConverted(String apiName, boolean converted) {
    return changing(() -> statusRow(apiName).set("IsConverted", String.valueOf(converted)));
  }

  private SimRow statusRow(String apiName) {
    return world.table("LeadStatus").rows.values().stream()
        .filter(row -> apiName.equals(row.get("ApiName")))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no Lead Status " + apiName));
  }

  /** What the org shows for a value of another picklist of Lead. */
  public OrgSetup label(String field, String value, String label) {
    return changing(() -> field("Lead", field).labels.put(value, label));
  }

  /** Whether a value of a picklist of Lead is offered; leads that have it keep it. */
  public OrgSetup active(String field, String value, boolean active) {
    return changing(
        () -> {
          if (active) {
            field("Lead", field).inactive.remove(value);
          } else {
            field("Lead", field).inactive.add(value);
          }
        });
  }

  /** The value that a new lead gets where nobody says one; blank: none. */
  public OrgSetup byDefault(String field, String value) {
    return changing(() -> field("Lead", field).byDefault = value);
  }

  /** Adds a picklist to Lead, or replaces one's values. */
  public OrgSetup picklist(String field, boolean restricted, List<String> values) {
    return changing(() -> world.table("Lead").add(SimField.picklist(field, restricted, values)));
  }

  /** Adds a text field to Lead. */
  public OrgSetup text(String field) {
    return changing(() -> world.table("Lead").add(SimField.of(field, "string").editable()));
  }

  /** Adds a field of another type to Lead, {@code double} or {@code multipicklist} for example. */
  public OrgSetup ofType(String field, String type) {
    return changing(() -> world.table("Lead").add(SimField.of(field, type).editable()));
  }

  /** Adds a formula to Lead that yields a text. */
  public OrgSetup formula(String field) {
    return changing(() -> world.table("Lead").add(SimField.formula(field)));
  }

  /** Takes a field out of Lead. */
  public OrgSetup withoutField(String field) {
    return changing(() -> world.table("Lead").fields.remove(field));
  }

  /**
   * Gives a value of a picklist of Lead another API name, in its place in the list. Leads that have
   * it get the new one and a new stamp, and no history tells of it.
   */
  public OrgSetup renamed(String field, String from, String to) {
    return changing(
        () -> {
          field("Lead", field).rename(from, to);
          for (var row : world.table("LeadStatus").rows.values()) {
            if (field.equals("Status") && from.equals(row.get("ApiName"))) {
              row.set("ApiName", to);
              row.set("MasterLabel", to);
            }
          }
          for (var lead : world.table("Lead").rows.values()) {
            if (from.equals(lead.get(field))) {
              lead.set(field, to);
              world.stamp(lead, world.user(SYSTEM), world.clock.instant());
            }
          }
        });
  }

  /** Adds a record type to Lead, and with the first one the field that holds it. */
  public OrgSetup recordType(String developerName, Map<String, List<String>> offered) {
    return changing(
        () -> {
          if (!world.table("Lead").fields.containsKey("RecordTypeId")) {
            world.table("Lead").add(SimField.of("RecordTypeId", "reference"));
          }
          var id = world.newId("012");
          world.recordTypes().put(developerName, new RecordVariant(id, developerName, offered));
        });
  }

  /** Field-level security: whether our user sees a field. */
  public OrgSetup readable(String object, String field, boolean readable) {
    return changing(() -> field(object, field).readable = readable);
  }

  /** Field-level security: whether our user may write a field of Lead. */
  public OrgSetup writable(String field, boolean writable) {
    return changing(() -> field("Lead", field).writable = writable);
  }

  /** Object permissions: whether our user may edit leads at all. */
  public OrgSetup editsLeads(boolean permitted) {
    return changing(() -> world.table("Lead").editable = permitted);
  }

  /** Whether a picklist of Lead refuses values outside its list. */
  public OrgSetup restricted(String field, boolean restricted) {
    return changing(() -> field("Lead", field).restricted = restricted);
  }

  /** Whether Lead keeps the history of a field. */
  public OrgSetup history(String field, boolean tracked) {
    return changing(() -> field("Lead", field).tracked = tracked);
  }

  /** Whether our user sees a kind of record at all. */
  public OrgSetup readableObject(String object, boolean readable) {
    return changing(() -> world.table(object).readable = readable);
  }

  /**
   * Whether our user has "View and Edit Converted Leads", which makes Salesforce take the write.
   */
  public OrgSetup editsConvertedLeads(boolean permitted) {
    mayEditConverted.set(permitted);
    return permission("PermissionsAllowViewEditConvertedLeads", permitted);
  }

  /**
   * Whether our user has "Modify All Data". It changes nothing here but what the org says of it.
   */
  public OrgSetup modifiesAllData(boolean permitted) {
    return permission("PermissionsModifyAllData", permitted);
  }

  /** Whether the org knows a permission at all. */
  public OrgSetup withoutPermission(String column) {
    return changing(() -> world.table("UserPermissionAccess").fields.remove(column));
  }

  private OrgSetup permission(String column, boolean granted) {
    return changing(
        () ->
            world
                .table("UserPermissionAccess")
                .rows
                .values()
                .forEach(row -> row.set(column, String.valueOf(granted))));
  }

  boolean editsConvertedLeads() {
    return mayEditConverted.get();
  }

  private SimField field(String object, String name) {
    var field = world.table(object).fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException("the simulated " + object + " has no field " + name);
    }
    return field;
  }

  private OrgSetup changing(Runnable change) {
    world.changing(
        () -> {
          change.run();
          defineFields();
          return this;
        });
    return this;
  }

  private void defineFields() {
    var definitions = world.table("FieldDefinition");
    definitions.rows.clear();
    for (var field : world.table("Lead").fields.values()) {
      if (field.readable) {
        var row = world.insert("FieldDefinition");
        row.set("QualifiedApiName", field.name);
        row.set("EntityDefinition.QualifiedApiName", "Lead");
        row.set("IsFieldHistoryTracked", String.valueOf(field.tracked));
      }
    }
  }
}
