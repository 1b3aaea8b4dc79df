package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.DiagnosticId;
import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Text to YAML nodes, which keep their places. Nothing is constructed from them: a file cannot make
 * the program create an object.
 */
final class YamlReader {
  static final int MOST_ALIASES = 20;
  static final int DEEPEST = 20;

  /** Many times what the words of a large org need; what is checked grows faster than the file. */
  static final int MOST_VALUES = 20_000;

  private final Problems problems;
  private final Yaml yaml;

  YamlReader(Problems problems) {
    this.problems = problems;
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setNestingDepthLimit(DEEPEST + 1);
    options.setCodePointLimit(SourceText.MOST_BYTES);
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setProcessComments(false);
    var dumper = new DumperOptions();
    yaml = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options);
  }

  /** The file's single document; empty where it is none or cannot be used as a whole. */
  Optional<Site> read(String text) {
    try {
      return scan(text)
          ? Optional.ofNullable(yaml.compose(new StringReader(text)))
              .map(node -> Site.top(problems.file(), node))
          : Optional.empty();
    } catch (MarkedYAMLException e) {
      SyntaxProblem.report(e, problems);
    } catch (YAMLException e) {
      problems.whole(
          DiagnosticId.SYNTAX,
          "this is no YAML that can be read",
          "check it in an editor that knows YAML");
    }
    return Optional.empty();
  }

  /** Looks at everything that the language leaves out of YAML before a tree is built. */
  private boolean scan(String text) {
    int documents = 0;
    int depth = 0;
    int aliases = 0;
    int values = 0;
    boolean usable = true;
    for (var event : yaml.parse(new StringReader(text))) {
      if (++values > MOST_VALUES) {
        return refuse(
            event,
            DiagnosticId.FILE_TOO_LARGE,
            "the file has more than " + MOST_VALUES + " keys and values",
            "a mapping file has some hundred lines; is it the right file?");
      }
      if (event instanceof DocumentStartEvent && ++documents == 2) {
        usable =
            refuse(
                event,
                DiagnosticId.MANY_DOCUMENTS,
                "a second document begins here",
                "keep one document a file; delete the line `---`");
      } else if (event instanceof AliasEvent && ++aliases == MOST_ALIASES + 1) {
        usable =
            refuse(
                event,
                DiagnosticId.TOO_MANY_ALIASES,
                "this is alias number " + aliases + "; at most " + MOST_ALIASES + " are read",
                "write the value itself");
      } else if (event instanceof CollectionStartEvent && ++depth == DEEPEST + 1) {
        usable =
            refuse(
                event,
                DiagnosticId.TOO_DEEP,
                "this is nested more than " + DEEPEST + " deep",
                "a mapping file needs six levels; is a bracket missing?");
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      usable &= tagless(event);
    }
    if (documents == 0) {
      new SourceText(problems).empty();
    }
    return usable && documents == 1;
  }

  private boolean tagless(Event event) {
    var tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof CollectionStartEvent start ? start.getTag() : null;
    return tag == null
        || refuse(
            event,
            DiagnosticId.CUSTOM_TAG,
            "`"
                + tag.replace("tag:yaml.org,2002:", "!!")
                + "` is a YAML tag, and none is needed here",
            "delete it; a value that has to begin with `!` stands in quotes");
  }

  private boolean refuse(Event event, DiagnosticId id, String message, String suggestion) {
    var mark = event.getStartMark();
    problems.at(
        new Place(problems.file(), mark.getLine() + 1, mark.getColumn() + 1),
        id,
        message,
        suggestion);
    return false;
  }
}
