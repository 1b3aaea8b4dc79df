package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Text to YAML nodes, which keep their places. Nothing is constructed from them: a file cannot make
 * the program create an object.
 */
final class YamlReader {
  /** Many times what the words of a large org need; what is checked grows faster than the file. */
  static final int MOST_VALUES = 20_000;

  private final Problems problems;
  private final String whole;
  private final String helpForTooMany;
  private final Yaml yaml;

  YamlReader(Problems problems) {
    this(
        problems,
        "the file",
        "a mapping file has some hundred lines; is it the right file? Many tests fit into a file of"
            + " their own, see `stagesync test --cases`");
  }

  private YamlReader(Problems problems, String whole, String helpForTooMany) {
    this.problems = problems;
    this.whole = whole;
    this.helpForTooMany = helpForTooMany;
    var dumper = new DumperOptions();
    var options = options(SourceText.MOST_BYTES);
    yaml = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options);
  }

  /** For texts each of which holds one test. */
  static YamlReader ofOneTest(Problems problems) {
    return new YamlReader(problems, "this test", CasesFile.ONE_A_LINE);
  }

  /** How a text of the language is read, whatever its length. */
  static LoaderOptions options(int mostBytes) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(EventCheck.MOST_ALIASES);
    options.setNestingDepthLimit(EventCheck.DEEPEST + 1);
    options.setCodePointLimit(mostBytes);
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setProcessComments(false);
    return options;
  }

  /** The file's single document; empty where it is none or cannot be used as a whole. */
  Optional<Site> read(String text) {
    try {
      return scan(text)
          ? Optional.ofNullable(yaml.compose(new StringReader(text)))
              .map(node -> Site.top(problems, node))
          : Optional.empty();
    } catch (EventCheck.Bottomless e) {
      return Optional.empty(); // and it is said where it became too deep
    } catch (YAMLException e) {
      SyntaxProblem.report(e, problems);
    }
    return Optional.empty();
  }

  private boolean scan(String text) {
    var check = new EventCheck(problems);
    int values = 0;
    for (var event : yaml.parse(new StringReader(text))) {
      if (++values > MOST_VALUES) {
        check.refuse(
            event,
            DiagnosticId.FILE_TOO_LARGE,
            whole + " has more than " + MOST_VALUES + " keys and values",
            helpForTooMany);
        return false;
      }
      check.see(event);
    }
    if (check.documents() == 0) {
      new SourceText(problems).empty();
    }
    return check.usable() && check.documents() == 1;
  }
}
