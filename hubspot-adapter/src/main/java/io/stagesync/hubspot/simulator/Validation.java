package io.stagesync.hubspot.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.stream.Collectors;

/** What the account refuses to store. */
final class Validation {
  private static final String PREFIX = "Property values were not valid: ";

  private Validation() {}

  /**
   * Checks the values of one write.
   *
   * @return the account's words, with the details as JSON inside the sentence; blank where all is
   *     well
   */
  static String problem(Map<String, String> values, PropertySheet sheet) {
    var details = Wire.JSON.createArrayNode();
    values.forEach((name, value) -> check(name, value, sheet, details));
    return details.isEmpty() ? "" : PREFIX + details;
  }

  /** As {@link #problem(Map, PropertySheet)}, with what the account asks of this record besides. */
  static String problem(Map<String, String> values, PropertySheet sheet, ContactRecord record) {
    var problem = problem(values, sheet);
    var lacking = sheet.lacking(values, record);
    if (!problem.isEmpty() || lacking.isEmpty()) {
      return problem;
    }
    var details = Wire.JSON.createArrayNode();
    add(details, lacking, "REQUIRED_FIELD", "\"" + lacking + "\" is required");
    return PREFIX + details;
  }

  private static void check(String name, String value, PropertySheet sheet, ArrayNode details) {
    if (!sheet.has(name)) {
      add(details, name, "PROPERTY_DOESNT_EXIST", "Property \"" + name + "\" does not exist");
    } else if (sheet.readOnly(name)) {
      add(details, name, "READ_ONLY_VALUE", "\"" + name + "\" is a read only property");
    } else if (!value.isEmpty() && !sheet.options(name).isEmpty() && !offered(name, value, sheet)) {
      var allowed =
          sheet.options(name).stream().map(Option::value).collect(Collectors.joining(", "));
      add(
          details,
          name,
          value.equals(value.strip()) ? "INVALID_OPTION" : "LEADING_TRAILING_WHITESPACE",
          value + " was not one of the allowed options: [" + allowed + "]");
    } else if (name.equals("email") && !value.isEmpty() && value.indexOf('@') < 1) {
      add(details, name, "INVALID_EMAIL", "Email address " + value + " is invalid");
    }
  }

  private static boolean offered(String name, String value, PropertySheet sheet) {
    return sheet.options(name).stream().anyMatch(option -> option.value().equals(value));
  }

  private static void add(ArrayNode details, String name, String code, String message) {
    details
        .addObject()
        .put("isValid", false)
        .put("message", message)
        .put("error", code)
        .put("name", name);
  }
}
