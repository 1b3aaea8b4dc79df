package io.stagesync.app.references;

/** What names a word. */
public enum Kind {
  FLOW("flow"),
  PROCESS_BUILDER("Process Builder process"),
  WORKFLOW("workflow rule"),
  VALIDATION_RULE("validation rule"),
  FORMULA("formula field"),
  PICKLIST("picklist's own values"),
  GLOBAL_VALUE_SET("global value set"),
  LEAD_PROCESS("lead process"),
  RECORD_TYPE("record type"),
  PATH("path"),
  ASSIGNMENT_RULE("assignment rule"),
  AUTO_RESPONSE("auto-response rule"),
  ESCALATION_RULE("escalation rule"),
  APPROVAL("approval process"),
  SHARING_RULE("sharing rule"),
  DUPLICATE_RULE("duplicate rule"),
  REPORT("report"),
  DASHBOARD("dashboard"),
  LIST_VIEW("list view"),
  LEAD_CONVERSION("lead conversion"),
  QUICK_ACTION("quick action"),
  BUTTON("button or link"),
  PAGE("Lightning page"),
  CUSTOM_METADATA("custom metadata"),
  TRANSLATION("translation"),
  EMAIL("e-mail template"),
  APEX_CLASS("Apex class"),
  APEX_TRIGGER("Apex trigger"),
  VISUALFORCE("Visualforce"),
  COMPONENT("Lightning component"),
  OTHER("other file");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }

  /**
   * What a part of a metadata file is.
   *
   * @param root the file's outermost element
   * @param section the element below it in which the part stands; blank where there is none
   */
  static Kind of(String root, String section) {
    return switch (root) {
      case "Flow", "FlowDefinition" -> FLOW;
      case "Workflow" -> WORKFLOW;
      case "ValidationRule" -> VALIDATION_RULE;
      case "CustomField" -> PICKLIST;
      case "CustomObject" -> ofObject(section);
      case "StandardValueSet" -> PICKLIST;
      case "GlobalValueSet" -> GLOBAL_VALUE_SET;
      case "BusinessProcess" -> LEAD_PROCESS;
      case "RecordType" -> RECORD_TYPE;
      case "PathAssistant" -> PATH;
      case "AssignmentRules", "AssignmentRule" -> ASSIGNMENT_RULE;
      case "AutoResponseRules", "AutoResponseRule" -> AUTO_RESPONSE;
      case "EscalationRules", "EscalationRule" -> ESCALATION_RULE;
      case "ApprovalProcess" -> APPROVAL;
      case "SharingRules", "SharingCriteriaRule" -> SHARING_RULE;
      case "DuplicateRule", "MatchingRules" -> DUPLICATE_RULE;
      case "Report", "ReportType" -> REPORT;
      case "Dashboard" -> DASHBOARD;
      case "ListView" -> LIST_VIEW;
      case "LeadConvertSettings" -> LEAD_CONVERSION;
      case "QuickAction" -> QUICK_ACTION;
      case "WebLink" -> BUTTON;
      case "FlexiPage", "Layout" -> PAGE;
      case "CustomMetadata" -> CUSTOM_METADATA;
      case "Translations", "CustomObjectTranslation", "CustomFieldTranslation" -> TRANSLATION;
      case "EmailTemplate" -> EMAIL;
      default -> OTHER;
    };
  }

  private static Kind ofObject(String section) {
    return switch (section) {
      case "validationRules" -> VALIDATION_RULE;
      case "fields" -> PICKLIST;
      case "listViews" -> LIST_VIEW;
      case "recordTypes" -> RECORD_TYPE;
      case "businessProcesses" -> LEAD_PROCESS;
      case "webLinks" -> BUTTON;
      case "sharingReasons", "sharingRules" -> SHARING_RULE;
      default -> OTHER;
    };
  }

  /**
   * What a file that is no metadata is, by its name.
   *
   * @param name in lower case
   */
  static Kind ofCode(String name) {
    var end = name.substring(name.lastIndexOf('.') + 1);
    return switch (end) {
      case "cls" -> APEX_CLASS;
      case "trigger" -> APEX_TRIGGER;
      case "page", "component" -> VISUALFORCE;
      case "cmp", "app", "evt", "js", "ts", "html", "design" -> COMPONENT;
      case "email" -> EMAIL;
      default -> OTHER;
    };
  }
}
