package io.stagesync.salesforce.simulator;

import java.util.List;
import java.util.Map;

/** Describes the org's set-up as our user sees it. */
final class Describes {
  private static final String MASTER = "012000000000000AAA";
  private static final Map<String, String> SOAP_TYPES =
      Map.of(
          "id", "tns:ID",
          "reference", "tns:ID",
          "boolean", "xsd:boolean",
          "datetime", "xsd:dateTime",
          "date", "xsd:date",
          "int", "xsd:int");

  private final World world;

  Describes(World world) {
    this.world = world;
  }

  String objects(List<String> names) {
    return world.reading(
        () -> {
          var out = new SoapXml();
          names.forEach(name -> object(out, world.readable(name)));
          return out.toString();
        });
  }

  private void object(SoapXml out, SimTable table) {
    boolean lead = table.name.equals("Lead");
    out.open("result").leaf("createable", lead).leaf("custom", false).leaf("deletable", lead);
    table.fields.values().stream()
        .filter(f -> f.readable)
        .forEach(f -> field(out, f, table.editable));
    out.leaf("keyPrefix", table.prefix)
        .leaf("label", table.name)
        .leaf("labelPlural", table.name)
        .leaf("name", table.name)
        .leaf("queryable", true);
    if (lead) {
      for (var type : world.recordTypes().values()) {
        recordType(out, false, type.developerName(), type.id());
      }
      recordType(out, true, "Master", MASTER);
    }
    out.leaf("retrieveable", true).leaf("updateable", lead && table.editable).close("result");
  }

  private static void recordType(SoapXml out, boolean master, String name, String id) {
    out.open("recordTypeInfos")
        .leaf("active", true)
        .leaf("available", true)
        .leaf("defaultRecordTypeMapping", master)
        .leaf("developerName", name)
        .leaf("master", master)
        .leaf("name", name)
        .leaf("recordTypeId", id)
        .close("recordTypeInfos");
  }

  private void field(SoapXml out, SimField field, boolean editable) {
    out.open("fields")
        .leaf("calculated", field.calculated)
        .leaf("createable", field.writable)
        .leaf("custom", field.name.endsWith("__c"))
        .leaf("defaultedOnCreate", !field.nillable)
        .leaf("label", label(field.name))
        .leaf("name", field.name)
        .leaf("nillable", field.nillable)
        .leaf("permissionable", field.name.endsWith("__c"));
    values(field).forEach(value -> out.raw(entryOf(field, value)));
    if (field.relationship != null) {
      out.leaf("referenceTo", field.target).leaf("relationshipName", field.relationship);
    }
    out.leaf("restrictedPicklist", field.restricted)
        .leaf("soapType", SOAP_TYPES.getOrDefault(field.type, "xsd:string"))
        .leaf("type", field.type)
        .leaf("updateable", field.writable && editable)
        .close("fields");
  }

  private static String label(String name) {
    return name.equals("Status") ? "Lead Status" : name.replace("__c", "").replace('_', ' ');
  }

  private List<String> values(SimField field) {
    return field.name.equals("Status") && field.type.equals("picklist")
        ? world.table("LeadStatus").rows.values().stream()
            .map(row -> String.valueOf(row.get("ApiName")))
            .toList()
        : field.values;
  }

  private static String entryOf(SimField field, String value) {
    return new SoapXml()
        .open("picklistValues")
        .leaf("active", !field.inactive.contains(value))
        .leaf("defaultValue", field.byDefault.equals(value))
        .leaf("label", field.labels.getOrDefault(value, value))
        .leaf("value", value)
        .close("picklistValues")
        .toString();
  }

  /** What each record type offers; only those that are asked for. */
  String layout(List<String> recordTypeIds) {
    return world.reading(
        () -> {
          var out = new SoapXml().open("result");
          out.open("layouts").leaf("id", "00h000000000001AAA").close("layouts");
          for (var type : world.recordTypes().values()) {
            if (recordTypeIds.isEmpty() || recordTypeIds.contains(type.id())) {
              mapping(out, type);
            }
          }
          return out.leaf("recordTypeSelectorRequired", false).close("result").toString();
        });
  }

  private void mapping(SoapXml out, World.RecordVariant type) {
    out.open("recordTypeMappings")
        .leaf("active", true)
        .leaf("available", true)
        .leaf("defaultRecordTypeMapping", false)
        .leaf("developerName", type.developerName())
        .leaf("layoutId", "00h000000000001AAA")
        .leaf("master", false)
        .leaf("name", type.developerName());
    for (var field : world.table("Lead").fields.values()) {
      if (field.type.equals("picklist") && field.readable) {
        out.open("picklistsForRecordType").leaf("picklistName", field.name);
        type.offered()
            .getOrDefault(field.name, values(field))
            .forEach(v -> out.raw(entryOf(field, v)));
        out.close("picklistsForRecordType");
      }
    }
    out.leaf("recordTypeId", type.id()).close("recordTypeMappings");
  }
}
