package io.stagesync.app.show;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.CasesText;
import io.stagesync.trial.Difference;
import io.stagesync.trial.EdgeLaw;
import io.stagesync.trial.Tried;
import java.util.ArrayList;
import java.util.List;

/** Edge cases as a file of tests, with what the laws say of them in its comments. */
public final class EdgeCasesText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Mapping mapping;
  private final CasesText text;
  private final List<Tried> cases = new ArrayList<>();

  public EdgeCasesText(Mapping mapping) {
    this.mapping = mapping;
    this.text = new CasesText(mapping);
  }

  /** Adds one. */
  public void add(Tried edgeCase) {
    cases.add(edgeCase);
  }

  /** All of them, in the order in which they were added. */
  public List<Tried> cases() {
    return List.copyOf(cases);
  }

  /** Prints the file. */
  public void to(Lines lines) {
    var name = mapping.fileName();
    lines.say(
        "# Edge cases of " + name + ", made from its own words, and what is decided for them.");
    lines.say(
        "# Keep those that matter to you: `stagesync test "
            + name
            + " --cases THIS-FILE` puts them.");
    for (var edgeCase : cases) {
      text.yaml(edgeCase.example()).lines().forEach(lines::say);
      if (!edgeCase.passed()) {
        TrialText.told(edgeCase).lines().forEach(line -> lines.say("  # BROKEN " + line));
      }
    }
    lines.say(
        String.format("# %,d edge cases; on each of them it was asserted that", cases.size()));
    for (var law : EdgeLaw.values()) {
      lines.say(
          String.format("# %s %s", broken(law) == 0 ? "  holds  " : "  BROKEN ", law.sentence()));
    }
  }

  private long broken(EdgeLaw law) {
    return cases.stream()
        .flatMap(c -> c.differences().stream())
        .map(Difference::expected)
        .filter(law.sentence()::equals)
        .count();
  }

  /** The one object. */
  public ObjectNode json() {
    var json = JSON.createObjectNode();
    json.put("file", mapping.file()).put("edge-cases", cases.size());
    json.put("broken", cases.stream().filter(c -> !c.passed()).count());
    var laws = json.putArray("laws");
    for (var law : EdgeLaw.values()) {
      laws.addObject()
          .put("law", law.name())
          .put("sentence", law.sentence())
          .put("broken", broken(law));
    }
    var all = json.putArray("cases");
    cases.forEach(c -> all.add(JSON.valueToTree(text.tree(c.example()))));
    return json;
  }
}
