package io.stagesync.hubspot.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The definitions of the account's contact properties. Guarded by its {@link Portal}. */
final class PropertySheet {
  private static final List<String> STAGES =
      List.of(
          "subscriber:Subscriber",
          "lead:Lead",
          "marketingqualifiedlead:Marketing Qualified Lead",
          "salesqualifiedlead:Sales Qualified Lead",
          "opportunity:Opportunity",
          "customer:Customer",
          "evangelist:Evangelist",
          "other:Other");
  private static final List<String> STATUSES =
      List.of(
          "NEW:New",
          "OPEN:Open",
          "IN_PROGRESS:In Progress",
          "OPEN_DEAL:Open Deal",
          "UNQUALIFIED:Unqualified",
          "ATTEMPTED_TO_CONTACT:Attempted to Contact",
          "CONNECTED:Connected",
          "BAD_TIMING:Bad Timing");

  private final Map<String, Definition> definitions = new LinkedHashMap<>();

  private final List<Rule> rules = new ArrayList<>();

  private record Rule(String property, String value, String needed) {}

  private record Definition(
      String type, String fieldType, boolean readOnly, boolean calculated, List<Option> options) {

    static Definition of(String type, boolean readOnly, List<Option> options) {
      return new Definition(
          type, type.equals("enumeration") ? "select" : "text", readOnly, false, options);
    }
  }

  PropertySheet() {
    for (String name : List.of("email", "firstname", "lastname", "company", "salesforceleadid")) {
      definitions.put(name, Definition.of("string", false, List.of()));
    }
    definitions.put("salesforcelastsynctime", Definition.of("datetime", true, List.of()));
    for (String name : List.of("hs_object_id", "hs_merged_object_ids")) {
      definitions.put(name, Definition.of("string", true, List.of()));
    }
    for (String name : List.of("createdate", "lastmodifieddate")) {
      definitions.put(name, Definition.of("datetime", true, List.of()));
    }
    options("lifecyclestage", numbered(STAGES));
    options("hs_lead_status", numbered(STATUSES));
  }

  private static List<Option> numbered(List<String> lines) {
    var options = new ArrayList<Option>();
    for (String line : lines) {
      var colon = line.indexOf(':');
      options.add(
          new Option(line.substring(0, colon), line.substring(colon + 1), options.size(), false));
    }
    return options;
  }

  boolean has(String property) {
    return definitions.containsKey(property);
  }

  boolean readOnly(String property) {
    var definition = definitions.get(property);
    return definition != null && definition.readOnly;
  }

  List<Option> options(String property) {
    var definition = definitions.get(property);
    return definition == null ? List.of() : definition.options;
  }

  void text(String property, boolean readOnly) {
    definitions.put(property, Definition.of("string", readOnly, List.of()));
  }

  void options(String property, List<Option> options) {
    definitions.put(
        property, Definition.of("enumeration", readOnly(property), List.copyOf(options)));
  }

  /** A property of any type; one that is calculated is read only. */
  void define(String property, String type, String fieldType, boolean calculated) {
    definitions.put(
        property,
        new Definition(type, fieldType, calculated, calculated, List.copyOf(options(property))));
  }

  void require(String property, String value, String needed) {
    rules.add(new Rule(property, value, needed));
  }

  /** The property that a record would lack if these values were set; blank where none. */
  String lacking(Map<String, String> values, ContactRecord record) {
    return rules.stream()
        .filter(rule -> rule.value.equals(values.get(rule.property)))
        .map(Rule::needed)
        .filter(needed -> values.getOrDefault(needed, record.value(needed)).isEmpty())
        .findFirst()
        .orElse("");
  }

  void remove(String property) {
    definitions.remove(property);
  }

  /** The place of a value in the property's order; -1 where no option has it. */
  int order(String property, String value) {
    var sorted =
        options(property).stream()
            .sorted(
                Comparator.comparingInt(
                    o -> o.displayOrder() < 0 ? Integer.MAX_VALUE : o.displayOrder()))
            .toList();
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i).value().equals(value)) {
        return i;
      }
    }
    return -1;
  }

  private static String label(String name) {
    return switch (name) {
      case "lifecyclestage" -> "Lifecycle Stage";
      case "hs_lead_status" -> "Lead Status";
      default -> name;
    };
  }

  /** The definitions as the API lists them, only those named where names are given. */
  ObjectNode json(List<String> names) {
    var answer = Wire.JSON.createObjectNode();
    var results = answer.putArray("results");
    definitions.forEach(
        (name, definition) -> {
          if (!names.isEmpty() && !names.contains(name)) {
            return;
          }
          var node =
              results
                  .addObject()
                  .put("name", name)
                  .put("label", label(name))
                  .put("type", definition.type)
                  .put("fieldType", definition.fieldType)
                  .put("calculated", definition.calculated)
                  .put("groupName", "contactinformation");
          var options = node.putArray("options");
          for (Option option : definition.options) {
            options
                .addObject()
                .put("label", option.label())
                .put("value", option.value())
                .put("displayOrder", option.displayOrder())
                .put("hidden", option.hidden());
          }
          node.putObject("modificationMetadata")
              .put("archivable", false)
              .put("readOnlyDefinition", true)
              .put("readOnlyValue", definition.readOnly);
        });
    return answer;
  }
}
