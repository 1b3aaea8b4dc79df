package io.stagesync.mapping.yaml;

import io.stagesync.example.Example;
import io.stagesync.mapping.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** Tests as text that {@link CasesFile} reads again. */
public final class CasesText {
  private final Mapping mapping;
  private final Yaml yaml;

  /**
   * @param mapping what the tests are about
   */
  public CasesText(Mapping mapping) {
    this.mapping = mapping;
    var options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.FLOW);
    options.setWidth(Integer.MAX_VALUE);
    options.setSplitLines(false);
    options.setAllowUnicode(true);
    this.yaml =
        new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options);
  }

  /** A test as keys with texts, truth values, lists and keys. */
  public Map<String, Object> tree(Example example) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("name", example.name());
    if (!example.because().isBlank()) {
      tree.put("because", example.because());
    }
    var words = new KnownWords(example.given().terms().converted());
    tree.put("given", new GivenWriter(mapping, example.given()).tree());
    tree.put("expect", new ExpectedWriter(mapping, words).tree(example.expected()));
    return tree;
  }

  /** A test as an item of a YAML list, one line for each of its keys. */
  public String yaml(Example example) {
    var text = new StringBuilder();
    tree(example)
        .forEach(
            (key, value) ->
                text.append(text.isEmpty() ? "- " : "  ")
                    .append(key)
                    .append(": ")
                    .append(yaml.dump(value)));
    return text.toString();
  }
}
