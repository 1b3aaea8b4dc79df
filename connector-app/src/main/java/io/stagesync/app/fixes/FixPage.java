package io.stagesync.app.fixes;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page that says what the files do and how people apply them.
 *
 * @param files all others
 * @param fields the fields that they are about
 * @param problems everything that was found, mended by a file or not
 */
record FixPage(
    List<FixFile> files, List<FixedField> fields, List<Diagnostic> problems, Fixes.Api api) {
  static final String NAME = "README.md";

  FixFile file() {
    var text = new StringBuilder();
    text.append("# What the mapping file needs and the CRMs lack\n\n");
    text.append("Nothing of this has been applied, and StageSync never applies it. Read each file");
    text.append(" first; try it in a sandbox.\n");
    salesforce(text);
    hubspot(text);
    alike(text);
    byHand(text);
    return new FixFile(NAME, text.toString(), "Says what each file does and how to apply it.");
  }

  private void salesforce(StringBuilder text) {
    var deployed = below(SalesforceFixes.PROJECT);
    if (!deployed.isEmpty()) {
      text.append("\n## Salesforce\n\n");
      list(text, deployed);
      text.append(
          """

          In the folder `salesforce`, with Salesforce's command line and an admin's login:

          ```
          sf project deploy start --source-dir force-app --target-org ORG --dry-run
          sf project deploy start --source-dir force-app --target-org ORG
          ```

          A deployment replaces what it names. Values that a file leaves out become inactive, so each
          file lists all that the field has now, and what is added. We do not see a field's
          description, its help text, colors of values or a global value set: where the field has
          them, retrieve it (`sf project retrieve start`) and add the new values to that file
          instead.
          """);
      recordTypes(text);
    }
    var adapted = below(SalesforceFixes.ADAPT);
    if (!adapted.isEmpty()) {
      text.append("\n## Salesforce, to be adapted first\n\n");
      list(text, adapted);
    }
  }

  /** What is deployed is offered by no record type until somebody lets it. */
  private void recordTypes(StringBuilder text) {
    var types =
        fields.stream()
            .filter(f -> f.name().side() == Side.SALESFORCE)
            .flatMap(f -> f.catalog().fields().values().stream())
            .flatMap(f -> f.offered().keySet().stream())
            .distinct()
            .sorted()
            .map(type -> "`" + type + "`")
            .toList();
    if (!types.isEmpty()) {
      text.append(
          """

          New values are offered by no record type until you let it: Setup > Object Manager > Lead >
          Record Types > the type > Picklists Available for Editing, and for Lead Status Setup > Lead
          Processes. Record types of this org: %s.
          """
              .formatted(String.join(", ", types)));
    }
  }

  private void hubspot(StringBuilder text) {
    var files = below(HubSpotFixes.ROOT);
    if (files.isEmpty()) {
      return;
    }
    text.append("\n## HubSpot\n\n");
    list(text, files);
    text.append(
        """

        In the folder `hubspot`, with a service key that has the scope `crm.schemas.contacts.write`.
        StageSync's own key does not need that scope and should not have it:

        ```
        """);
    for (var file : files) {
      var name = file.path().substring(HubSpotFixes.ROOT.length());
      boolean create = name.startsWith("create-");
      var property = name.replaceAll("^(create|options)-|\\.json$", "");
      text.append("curl -X ")
          .append(create ? "POST " : "PATCH ")
          .append(api.baseUrl().toString().replaceAll("/+$", ""))
          .append("/crm/properties/")
          .append(api.version())
          .append("/contacts")
          .append(create ? "" : "/" + property)
          .append(" -H \"Authorization: Bearer $HUBSPOT_SCHEMA_TOKEN\"")
          .append(" -H \"Content-Type: application/json\" --data @")
          .append(name)
          .append('\n');
    }
    text.append("```\n");
    if (files.stream().anyMatch(f -> f.path().startsWith(HubSpotFixes.ROOT + "options-"))) {
      text.append(
          """

          `options-` files replace all options of their property: they list those that it has now, and
          what is added. HubSpot may refuse this for properties of its own; then add the options by
          hand.
          """);
    }
  }

  private void alike(StringBuilder text) {
    var renamed = fields.stream().filter(f -> !f.alike().isEmpty()).toList();
    if (renamed.isEmpty()) {
      return;
    }
    text.append("\n## Not added, because it looks renamed\n\n");
    text.append(
        "The CRM has a value that may be the same under another name. If so, correct the mapping file.\n\n");
    for (var field : renamed) {
      text.append("- ").append(field.name()).append(": ");
      text.append(
          field.alike().stream().map(RawValue::text).collect(Collectors.joining("`, `", "`", "`")));
      text.append('\n');
    }
  }

  private void byHand(StringBuilder text) {
    text.append("\n## Everything that was found\n\n");
    text.append("With where to click, or what to change in the mapping file.\n\n");
    for (var problem : problems) {
      text.append("- ")
          .append(problem.place())
          .append(' ')
          .append(problem.id())
          .append(": ")
          .append(line(problem.message()))
          .append(".\n  ")
          .append(line(problem.suggestion()))
          .append(".\n");
    }
    text.append("\nThen: `stagesync check --live`.\n");
  }

  private List<FixFile> below(String folder) {
    return files.stream().filter(f -> f.path().startsWith(folder)).toList();
  }

  private static void list(StringBuilder text, List<FixFile> files) {
    files.forEach(
        f -> text.append("- `").append(f.path()).append("`: ").append(line(f.does())).append('\n'));
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
  }
}
