package io.stagesync.app.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.mapping.Diagnostic;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * What is wrong with a mapping file, in SARIF 2.1.0, which code hosts take up and show on the
 * lines; unlike workflow commands without a limit to their number.
 *
 * @param version the program's own
 */
public record SarifJson(List<Diagnostic> problems, FromTheRoot names, String version) {
  public SarifJson {
    problems = List.copyOf(problems);
  }

  /** The one object. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
    var run = json.putArray("runs").addObject();
    var driver = run.putObject("tool").putObject("driver");
    var rules = driver.put("name", "StageSync").put("version", version).putArray("rules");
    problems.stream()
        .map(d -> d.id().name())
        .distinct()
        .forEach(id -> rules.addObject().put("id", id));
    var results = run.put("columnKind", "unicodeCodePoints").putArray("results");
    problems.forEach(d -> result(results.addObject(), d));
    return json;
  }

  private void result(ObjectNode result, Diagnostic d) {
    result.put("ruleId", d.id().name()).put("level", d.isError() ? "error" : "warning");
    result.putObject("message").put("text", d.message() + "\nHelp: " + d.suggestion());
    var place = result.putArray("locations").addObject().putObject("physicalLocation");
    place.putObject("artifactLocation").put("uri", uri(names.name(d.place().file())));
    if (d.place().line() > 0) {
      var region = place.putObject("region").put("startLine", d.place().line());
      region.put("startColumn", Math.max(1, d.place().column()));
    }
  }

  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      return path;
    }
  }
}
