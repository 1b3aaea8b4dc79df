package io.stagesync.app.references;

import java.util.Locale;
import java.util.Set;

/** What the text of an element of metadata is, by the element's name. */
enum ElementRole {
  /** A value that is compared with, or written. */
  VALUE,
  /** A formula, in which values stand between quotes. */
  FORMULA,
  /** A value that is defined. */
  DEFINITION,
  /** How a filter compares. */
  OPERATOR,
  /** The name of an object, a type or another part: no word, however it is spelled. */
  STRUCTURE,
  /** Text for people. */
  PROSE,
  /** Anything else. */
  OTHER;

  private static final Set<String> FORMULAS =
      Set.of(
          "formula", "errorconditionformula", "expression", "filterformula", "formulaexpression");
  private static final Set<String> DEFINES =
      Set.of("value", "values", "standardvalue", "customvalue", "picklistvalues");
  private static final Set<String> STRUCTURES =
      Set.of(
          "object",
          "objecttype",
          "sobject",
          "sobjecttype",
          "targetobject",
          "targettype",
          "referenceto",
          "relationshipname",
          "inputobject",
          "outputobject",
          "table",
          "entity",
          "module",
          "reporttype",
          "scope",
          "tab",
          "type",
          "processtype",
          "datatype",
          "field",
          "column",
          "picklist",
          "name",
          "actionname",
          "actiontype",
          "targetreference",
          "elementreference",
          "fullname",
          "developername",
          "businessprocess",
          "recordtype",
          "format",
          "sortorder");
  private static final Set<String> TEXTS =
      Set.of(
          "description",
          "label",
          "masterlabel",
          "helptext",
          "inlinehelptext",
          "errormessage",
          "text",
          "title",
          "subject",
          "content",
          "body",
          "caption",
          "info",
          "interviewlabel");

  /**
   * @param name the element's own name
   * @param around the name of the element around it; blank for none
   */
  static ElementRole of(String name, String around) {
    var lower = name.toLowerCase(Locale.ROOT);
    boolean defines = DEFINES.contains(around.toLowerCase(Locale.ROOT));
    if (lower.equals("fullname") && defines
        || lower.equals("masterlabel") && around.equals("picklistValues")) {
      return DEFINITION;
    }
    if (FORMULAS.contains(lower)) {
      return FORMULA;
    }
    if (lower.equals("operation") || lower.equals("operator")) {
      return OPERATOR;
    }
    if (STRUCTURES.contains(lower)) {
      return STRUCTURE;
    }
    if (TEXTS.contains(lower)) {
      return defines ? STRUCTURE : PROSE;
    }
    return lower.endsWith("value") || lower.endsWith("values") || lower.endsWith("valuename")
        ? VALUE
        : OTHER;
  }
}
