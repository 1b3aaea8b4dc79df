package io.stagesync.salesforce.simulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries out updates of leads, row by row, as Salesforce's order of execution has it. */
final class Updates {
  private static final int MOST = 200;

  private final World world;
  private final SimulatedOrg org;
  private final SimulatorFaults faults;

  Updates(World world, SimulatedOrg org, SimulatorFaults faults) {
    this.world = world;
    this.org = org;
    this.faults = faults;
  }

  /** A row's error. */
  private record Refusal(String code, String message, Optional<String> field) {
    static Refusal of(String code, String message) {
      return new Refusal(code, message, Optional.empty());
    }
  }

  /**
   * The results of an update.
   *
   * @param unmodifiedSince refuses rows that changed after it
   * @param unheardOf whether each row's result carries a status that no stub knows
   */
  String update(List<XmlNode> rows, Optional<Instant> unmodifiedSince, boolean unheardOf) {
    if (rows.size() > MOST) {
      throw SoapFault.unexpected(
          "EXCEEDED_ID_LIMIT",
          "record limit reached. cannot submit more than 200 records into this call");
    }
    for (var row : rows) {
      if (!row.text("type").equals("Lead")) {
        throw SoapFault.invalidType(row.text("type"));
      }
    }
    rows.forEach(row -> faults.beforeCommit(row.text("Id")));
    var out = new SoapXml();
    for (var row : rows) {
      var id = row.text("Id");
      var refusal = world.changing(() -> carryOut(id, row, unmodifiedSince));
      if (unheardOf) {
        result(out, id, Refusal.of("A_STATUS_OF_TOMORROW", "unheard of"));
      } else {
        result(out, id, refusal);
      }
    }
    return out.toString();
  }

  private static void result(SoapXml out, String id, @Nullable Refusal refusal) {
    out.open("result");
    if (refusal == null) {
      out.leaf("id", id).leaf("success", true);
    } else {
      out.open("errors");
      refusal.field().ifPresent(f -> out.leaf("fields", f));
      out.leaf("message", refusal.message())
          .leaf("statusCode", refusal.code())
          .close("errors")
          .leaf("id", null)
          .leaf("success", false);
    }
    out.close("result");
  }

  private @Nullable Refusal carryOut(String id, XmlNode row, Optional<Instant> unmodifiedSince) {
    var fields = fields(row);
    var lead = world.table("Lead").rows.get(id);
    if (lead == null) {
      return Refusal.of("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
    }
    if (lead.is("IsDeleted")) {
      return Refusal.of("ENTITY_IS_DELETED", "entity is deleted");
    }
    if (!lead.table.editable) {
      return Refusal.of(
          "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
    }
    if (faults.takeLock(id)) {
      return Refusal.of("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record");
    }
    var stamp = lead.get("LastModifiedDate");
    if (stamp != null
        && unmodifiedSince.filter(limit -> Stamps.parse(stamp).isAfter(limit)).isPresent()) {
      return Refusal.of(
          "ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE", "the record was modified meanwhile");
    }
    boolean converted = lead.is("IsConverted");
    if (converted && !org.setup().editsConvertedLeads()) {
      return Refusal.of("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
    }
    for (var entry : fields.entrySet()) {
      var refusal = refusal(lead, entry.getKey(), entry.getValue());
      if (refusal != null) {
        return refusal;
      }
    }
    var sent = new HashMap<String, String>();
    fields.forEach((name, value) -> sent.put(name, value == null ? "" : value));
    var rule = faults.refusal(id, sent);
    if (rule.isPresent()) {
      return Refusal.of("FIELD_CUSTOM_VALIDATION_EXCEPTION", rule.get());
    }
    var stored = new HashMap<String, @Nullable String>();
    fields.forEach(
        (name, value) -> stored.put(name, value == null ? null : faults.afterFlows(name, value)));
    world.change(lead, stored, World.OURSELVES, world.clock.instant());
    org.written(new WrittenLead(id, fields, converted));
    return null;
  }

  private Map<String, @Nullable String> fields(XmlNode row) {
    var fields = new HashMap<String, @Nullable String>();
    for (var child : row.children) {
      if (child.name.equals("fieldsToNull")) {
        fields.put(child.text(), null);
      } else if (!child.name.equals("type") && !child.name.equals("Id")) {
        fields.put(child.name, child.text());
      }
    }
    for (var name : fields.keySet()) {
      var field = world.table("Lead").fields.get(name);
      if (field == null || !field.readable) {
        throw SoapFault.invalidField("No such column '" + name + "' on sobject of type Lead");
      }
    }
    return fields;
  }

  private @Nullable Refusal refusal(SimRow lead, String name, @Nullable String value) {
    var field = world.table("Lead").fields.get(name);
    if (field == null || !field.writable) {
      return new Refusal(
          "INVALID_FIELD_FOR_INSERT_UPDATE",
          "Unable to create/update fields: "
              + name
              + ". Please check the security settings of this field and verify that it is"
              + " read/write for your profile or permission set.",
          Optional.of(name));
    }
    if (value == null) {
      return field.nillable
          ? null
          : new Refusal(
              "REQUIRED_FIELD_MISSING",
              "Required fields are missing: [" + name + "]",
              Optional.of(name));
    }
    boolean known = offered(lead, field).contains(value) && !field.inactive.contains(value);
    return field.restricted && !known
        ? new Refusal(
            "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
            name + ": bad value for restricted picklist field: " + value,
            Optional.of(name))
        : null;
  }

  private List<String> offered(SimRow lead, SimField field) {
    var type =
        world.table("Lead").fields.containsKey("RecordTypeId") ? lead.get("RecordTypeId") : null;
    for (var variant : world.recordTypes().values()) {
      if (variant.id().equals(type) && variant.offered().containsKey(field.name)) {
        return variant.offered().getOrDefault(field.name, List.of());
      }
    }
    return field.values;
  }
}
