package io.stagesync.app.fixes;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.live.LiveFinding;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;

/**
 * Metadata in source format. A deployment replaces what it names: a value that a file leaves out
 * becomes inactive. So every file lists all that the field has, and what is added.
 */
final class SalesforceFixes {
  static final String ROOT = "salesforce/";
  static final String PROJECT = ROOT + "force-app/main/default/";
  static final String ADAPT = ROOT + "adapt-first/objects/Lead/businessProcesses/";

  private final List<FixedField> fields;
  private final List<LiveFinding> findings;

  SalesforceFixes(List<FixedField> fields, List<LiveFinding> findings) {
    this.fields = fields;
    this.findings = findings;
  }

  List<FixFile> files() {
    var files = new ArrayList<FixFile>();
    for (var field : fields) {
      field(field).ifPresent(files::add);
      if (status(field.name())) {
        field.notOffered().forEach((type, words) -> files.add(process(field, type, words)));
      }
    }
    permissions().ifPresent(files::add);
    if (!files.isEmpty()) {
      files.add(0, project());
    }
    return files;
  }

  private static FixFile project() {
    return new FixFile(
        ROOT + "sfdx-project.json",
        """
        {
          "packageDirectories": [{ "path": "force-app", "default": true }],
          "sourceApiVersion": "65.0"
        }
        """,
        "Lets Salesforce's command line take the folder for a project.");
  }

  private Optional<FixFile> field(FixedField field) {
    boolean absent = field.known().isEmpty();
    if (status(field.name())) {
      return absent || field.missing().isEmpty()
          ? Optional.empty()
          : Optional.of(leadStatus(field));
    }
    boolean choice =
        field.known().map(k -> k.shape().kind() == FieldShape.Kind.CHOICE).orElse(true);
    boolean made = custom(field.name()) && choice && (absent || !field.missing().isEmpty());
    return made ? Optional.of(picklist(field)) : Optional.empty();
  }

  private static FixFile picklist(FixedField field) {
    var name = field.name().name();
    var shape = field.known().map(FieldCatalog::shape);
    var text =
        MetadataXml.file(
            "CustomField",
            xml -> {
              xml.leaf("fullName", name)
                  .leaf("externalId", false)
                  .leaf(
                      "label",
                      shape.map(FieldShape::label).filter(l -> !l.isBlank()).orElse(title(name)))
                  .leaf("required", field.known().map(k -> !k.clearable()).orElse(false))
                  .leaf("type", "Picklist")
                  .element(
                      "valueSet",
                      set ->
                          set.leaf("restricted", shape.map(FieldShape::restricted).orElse(true))
                              .element(
                                  "valueSetDefinition",
                                  values -> {
                                    values.leaf("sorted", false);
                                    for (var value : field.after()) {
                                      value(values, field, value, "value");
                                    }
                                  }));
            });
    return new FixFile(
        PROJECT + "objects/Lead/fields/" + name + ".field-meta.xml",
        text,
        field.known().isEmpty()
            ? "Creates the picklist `Lead."
                + name
                + "` with the words of the mapping file. Where the field is there and our user does"
                + " not see it, leave this file out."
            : "Adds to `Lead." + name + "`: " + list(field.missing()) + ".");
  }

  private static FixFile leadStatus(FixedField field) {
    var text =
        MetadataXml.file(
            "StandardValueSet",
            xml -> {
              xml.leaf("sorted", false);
              for (var value : field.after()) {
                value(xml, field, value, "standardValue");
              }
            });
    return new FixFile(
        PROJECT + "standardValueSets/LeadStatus.standardValueSet-meta.xml",
        text,
        "Adds to Lead Status: " + list(field.missing()) + ".");
  }

  private static void value(MetadataXml xml, FixedField field, RawValue value, String element)
      throws XMLStreamException {
    boolean status = element.equals("standardValue");
    boolean usual =
        field.known().flatMap(k -> k.shape().byDefault()).filter(value::equals).isPresent();
    xml.element(
        element,
        one -> {
          one.leaf("fullName", value).leaf("default", usual).leaf("label", field.label(value));
          if (status) {
            one.leaf("converted", field.catalog().convertedStatuses().contains(value));
          }
          if (!field.offered(value)) {
            one.leaf("isActive", false);
          }
        });
  }

  /** The process of a record type, whose name no CRM tells us. */
  private static FixFile process(FixedField field, RecordType type, List<RawValue> words) {
    Set<RawValue> offered = new LinkedHashSet<>();
    field
        .known()
        .ifPresent(k -> k.values().stream().filter(v -> offers(k, type, v)).forEach(offered::add));
    offered.addAll(words);
    var name = "Process of " + type;
    var text =
        MetadataXml.file(
            "BusinessProcess",
            xml -> {
              xml.leaf("fullName", name).leaf("isActive", true);
              for (var value : offered) {
                boolean usual =
                    field
                        .known()
                        .flatMap(k -> k.shape().byDefault())
                        .filter(value::equals)
                        .isPresent();
                xml.element(
                    "values", one -> one.leaf("fullName", encoded(value)).leaf("default", usual));
              }
            });
    return new FixFile(
        ADAPT + name + ".businessProcess-meta.xml",
        text,
        "Lets record type `"
            + type
            + "` offer "
            + list(words)
            + ". Give the file and its `fullName` the"
            + " name of that record type's lead process (Setup > Lead Processes) first: no CRM tells"
            + " us which it is.");
  }

  private static boolean offers(FieldCatalog known, RecordType type, RawValue value) {
    return known.offered().getOrDefault(type, Set.of()).contains(value);
  }

  /** Processes write special characters of a value as {@code %26}; blanks and hyphens stay. */
  private static String encoded(RawValue value) {
    return URLEncoder.encode(value.text(), StandardCharsets.UTF_8).replace("+", " ");
  }

  /** New fields are open to nobody until a permission set opens them. */
  private Optional<FixFile> permissions() {
    var closed = new TreeSet<FieldName>();
    for (var finding : findings) {
      var field = finding.field();
      boolean ofTrack = fields.stream().anyMatch(f -> f.name().equals(field));
      boolean absent = finding.diagnostic().id() == DiagnosticId.LIVE_FIELD_MISSING;
      boolean locked =
          finding.diagnostic().id() == DiagnosticId.LIVE_NOT_WRITABLE
              && fields.stream()
                  .filter(f -> f.name().equals(field))
                  .flatMap(f -> f.known().stream())
                  .anyMatch(k -> k.shape().lock() == FieldShape.Lock.FIELD_PERMISSION);
      if (ofTrack && custom(field) && (absent || locked)) {
        closed.add(field);
      }
    }
    return closed.isEmpty() ? Optional.empty() : Optional.of(permissions(closed));
  }

  private static FixFile permissions(Set<FieldName> fields) {
    var text =
        MetadataXml.file(
            "PermissionSet",
            xml -> {
              for (var field : fields) {
                xml.element(
                    "fieldPermissions",
                    one ->
                        one.leaf("editable", true)
                            .leaf("field", field.path())
                            .leaf("readable", true));
              }
              xml.leaf("hasActivationRequired", false).leaf("label", "StageSync fields");
            });
    return new FixFile(
        PROJECT + "permissionsets/StageSync_Fields.permissionset-meta.xml",
        text,
        "A permission set that opens "
            + list(fields.stream().map(FieldName::path).toList())
            + ". Assign it to StageSync's user.");
  }

  static boolean status(FieldName field) {
    return field.path().equals("Lead.Status");
  }

  static boolean custom(FieldName field) {
    return field.name().endsWith("__c");
  }

  private static String title(String apiName) {
    return apiName.replaceAll("__c$", "").replace('_', ' ').strip();
  }

  private static String list(List<?> words) {
    return "`" + String.join("`, `", words.stream().map(Object::toString).toList()) + "`";
  }
}
