package io.stagesync.app.start;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.yaml.FittedFile;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A team's own stages, as three questions bring them up: which steps a person takes, what makes a
 * person enter each, and in which order they come.
 *
 * @param steps the steps in their order, from first contact on; at least one, no two alike
 * @param events what makes a person enter each step, in the same order; blank where nobody said
 */
public record OwnStages(List<String> steps, List<String> events) {
  /** The stages that HubSpot has from its first day, by every name that they go under. */
  private static final Map<String, String> LIFECYCLE =
      Map.ofEntries(
          Map.entry("subscriber", "subscriber"),
          Map.entry("lead", "lead"),
          Map.entry("mql", "marketingqualifiedlead"),
          Map.entry("marketing-qualified-lead", "marketingqualifiedlead"),
          Map.entry("sql", "salesqualifiedlead"),
          Map.entry("sales-qualified-lead", "salesqualifiedlead"),
          Map.entry("opportunity", "opportunity"),
          Map.entry("sao", "opportunity"),
          Map.entry("sales-accepted-opportunity", "opportunity"),
          Map.entry("customer", "customer"),
          Map.entry("evangelist", "evangelist"),
          Map.entry("other", "other"));

  private static final List<String> AFTER_CONVERSION =
      List.of("opportunity", "sao", "sales-accepted-opportunity", "customer");

  /** What a person is wherever they stand, so that it is no step. */
  private static final Set<String> ATTRIBUTES =
      Set.of("tsm", "target-segment-member", "lso", "lead-source-originated");

  public OwnStages {
    steps = List.copyOf(steps.stream().map(String::strip).filter(s -> !s.isEmpty()).toList());
    events = List.copyOf(events);
  }

  /** What is wrong with the answers, for people; empty where a file can be written from them. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (steps.isEmpty()) {
      problems.add("No step was named. Write them with commas between: Lead, MQL, Customer.");
    }
    var names = new LinkedHashMap<String, String>();
    var stages = new LinkedHashMap<String, String>();
    for (var step : steps) {
      var name = name(step);
      if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
        problems.add("\"" + step + "\" cannot be a step: it needs a letter from a to z to begin.");
      } else if (name.length() > 60) {
        problems.add("\"" + step + "\" is too long for a step.");
      } else if (names.put(name, step) != null) {
        problems.add("\"" + step + "\" is named twice.");
      } else if (ATTRIBUTES.contains(name)) {
        problems.add(
            "\"" + step + "\" is no step: a person keeps it at every step. Leave it out here.");
      } else if (LIFECYCLE.containsKey(name)) {
        var other = stages.putIfAbsent(LIFECYCLE.get(name), step);
        if (other != null) {
          problems.add("\"" + other + "\" and \"" + step + "\" are one stage by two names.");
        }
      }
    }
    if (events.size() > steps.size()) {
      problems.add(
          "There are " + events.size() + " events and only " + steps.size() + " to be entered.");
    }
    return problems.isEmpty() ? refused() : problems;
  }

  /** What the loader would say: a word of the language for a name, a member of a campaign. */
  private List<String> refused() {
    return MappingFile.parse("mapping.yaml", file()).diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(problem -> "With these steps the file would be refused: " + problem.message() + ".")
        .distinct()
        .toList();
  }

  /** The mapping file: these stages, and Lead Status with the words of every org's first day. */
  public String file() {
    return FILE.formatted(labels(), conversion());
  }

  /** Whether nobody has touched a file since it was drafted from answers. */
  public static boolean asDrafted(String text) {
    return MappingFile.parse("mapping.yaml", text)
        .mapping()
        .flatMap(mapping -> mapping.find(new Track("lead-stage")))
        .map(OwnStages::answers)
        .filter(stages -> stages.file().equals(text))
        .isPresent();
  }

  private static OwnStages answers(TrackMapping track) {
    return new OwnStages(
        track.labels().stream()
            .flatMap(label -> label.values(Side.SALESFORCE).stream().limit(1))
            .map(RawValue::text)
            .toList(),
        track.labels().stream().map(label -> label.guide().enteredWhen()).toList());
  }

  private static final String FILE =
      """
      # yaml-language-server: $schema=mapping.schema.json
      # A first draft from your answers. Every line that ends with `suggested` wants a look; then ask
      # `stagesync check FILE`, and `stagesync check FILE --live` once both CRMs can be reached.
      # docs/mapping-file.md explains every key.
      version: 1
      name: Our own stages

      limits: { changes: 200, share: 5%%, toward-one-value: 50%% }
      owners: { sales: salesforce, marketing: hubspot }
      pairs: { by: [hubspot.salesforceleadid, email] }

      tracks:
        # Where a person is on the way to becoming a customer.
        lead-stage:
          salesforce: Lead.Lead_Stage__c
          hubspot: contact.lifecyclestage
          conflict: furthest-wins
          first-sync: report-only       # changes nothing until both sides agree once
          labels:
      %s
        # How far sales has come with its outreach.
        lead-status:
          salesforce: Lead.Status
          hubspot: contact.hs_lead_status
          conflict: latest-wins
          first-sync: report-only
          labels:
            open: { salesforce: Open - Not Contacted, hubspot: [NEW, OPEN] }
            working: { salesforce: Working - Contacted, hubspot: [IN_PROGRESS, ATTEMPTED_TO_CONTACT, CONNECTED] }
            unqualified: { salesforce: Closed - Not Converted, hubspot: [UNQUALIFIED, BAD_TIMING] }
            converted: { salesforce: { converted-status: any }, hubspot: OPEN_DEAL }   # read, never written
      %s""";

  private String labels() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < steps.size(); i++) {
      var event = i < events.size() ? events.get(i).strip() : "";
      var name = name(steps.get(i));
      lines.add("      " + name + ":");
      lines.add("        rank: " + 10 * (i + 1));
      lines.add(
          "        salesforce: " + quoted(steps.get(i)) + "  " + FittedFile.MARK + "your word");
      lines.add("        hubspot: " + hubspot(name, steps.get(i)));
      if (speaks(name)) {
        lines.add("        from: opportunity");
      }
      if (!event.isEmpty()) {
        lines.add("        entered-when: " + quoted(event));
      }
    }
    var unused =
        LIFECYCLE.values().stream()
            .filter(v -> steps.stream().noneMatch(s -> v.equals(LIFECYCLE.get(name(s)))))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (!unused.isEmpty()) {
      lines.add(
          "    ignored: { hubspot: [" + unused + "] }  " + FittedFile.MARK + "not your steps");
    }
    return lines.stream().map(l -> l + "\n").collect(Collectors.joining());
  }

  private String hubspot(String name, String step) {
    var known = LIFECYCLE.get(name);
    return known == null
        ? quoted(step) + "  " + FittedFile.MARK + "the internal value of your own option"
        : known;
  }

  private String conversion() {
    var said =
        AFTER_CONVERSION.stream()
            .filter(this::speaks)
            .map(name -> "  " + (name.equals("customer") ? "won" : "open") + ": " + name + "\n")
            .collect(Collectors.joining());
    return said.isEmpty() ? "" : "\nconversion:\n" + said + "  hubspot-disagrees: hold\n";
  }

  private boolean speaks(String name) {
    return AFTER_CONVERSION.contains(name) && steps.stream().anyMatch(s -> name(s).equals(name));
  }

  private static String name(String step) {
    return step.toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^[-0-9]+|-+$", "");
  }

  private static String quoted(String text) {
    var printable = text.replaceAll("\\p{Cntrl}", " ").strip();
    return "\"" + printable.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
