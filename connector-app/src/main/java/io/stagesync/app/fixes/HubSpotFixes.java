package io.stagesync.app.fixes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Property definitions for HubSpot's properties API. Setting a property's options replaces them
 * all, so every file lists those that the property has, and what is added.
 */
final class HubSpotFixes {
  static final String ROOT = "hubspot/";
  private static final String STAGE = "lifecyclestage";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final List<FixedField> fields;
  private final List<FieldName> leadIds;

  /**
   * @param leadIds properties that are to hold the lead's id and are not there
   */
  HubSpotFixes(List<FixedField> fields, List<FieldName> leadIds) {
    this.fields = fields;
    this.leadIds = List.copyOf(leadIds);
  }

  List<FixFile> files() {
    var files = new ArrayList<FixFile>();
    fields.forEach(field -> field(field).ifPresent(files::add));
    leadIds.forEach(name -> files.add(leadId(name)));
    return files;
  }

  private static Optional<FixFile> field(FixedField field) {
    if (field.known().isEmpty()) {
      return own(field.name()) ? Optional.of(created(field)) : Optional.empty();
    }
    boolean choice = field.known().get().shape().kind() == FieldShape.Kind.CHOICE;
    boolean settled = field.missing().isEmpty() || field.name().name().equals(STAGE) || !choice;
    return settled ? Optional.empty() : Optional.of(extended(field));
  }

  /** HubSpot's own properties are there or are not; nobody makes them. */
  static boolean own(FieldName field) {
    return !field.name().startsWith("hs_") && !field.name().equals(STAGE);
  }

  private static FixFile created(FixedField field) {
    var json = definition(field.name(), "enumeration", "select");
    options(json, field);
    return new FixFile(
        create(field.name()),
        text(json),
        "Creates the property `"
            + field.name().name()
            + "`, a dropdown with the words of the mapping file.");
  }

  private static FixFile leadId(FieldName name) {
    var json = definition(name, "string", "text");
    json.put("label", "Salesforce lead id");
    return new FixFile(
        create(name),
        text(json),
        "Creates the property `" + name.name() + "`, a text that holds the id of the lead.");
  }

  private static FixFile extended(FixedField field) {
    var json = JsonNodeFactory.instance.objectNode();
    options(json, field);
    return new FixFile(
        ROOT + "options-" + field.name().name() + ".json",
        text(json),
        "Adds to `"
            + field.name().name()
            + "`: `"
            + String.join("`, `", field.missing().stream().map(RawValue::text).toList())
            + "`.");
  }

  private static String create(FieldName name) {
    return ROOT + "create-" + name.name() + ".json";
  }

  private static ObjectNode definition(FieldName name, String type, String fieldType) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", name.name())
        .put("label", title(name.name()))
        .put("groupName", "contactinformation")
        .put("type", type)
        .put("fieldType", fieldType)
        .put("formField", false);
  }

  private static void options(ObjectNode json, FixedField field) {
    var options = json.putArray("options");
    for (var value : field.after()) {
      options
          .addObject()
          .put("label", made(field, value) ? title(value.text()) : field.label(value))
          .put("value", value.text())
          .put("displayOrder", options.size() - 1)
          .put("hidden", !field.offered(value));
    }
  }

  /** Whether the CRM has no such value, and so nothing to show for it. */
  private static boolean made(FixedField field, RawValue value) {
    return field.known().map(k -> !k.displayLabels().containsKey(value)).orElse(true);
  }

  /** {@code IN_PROGRESS} as people read it. */
  private static String title(String name) {
    boolean code = name.equals(name.toUpperCase(Locale.ROOT)) || name.contains("_");
    var words = code ? name.toLowerCase(Locale.ROOT).replace('_', ' ').strip() : name;
    return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String text(ObjectNode json) {
    try {
      return JSON.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an object in memory cannot be written", e);
    }
  }
}
