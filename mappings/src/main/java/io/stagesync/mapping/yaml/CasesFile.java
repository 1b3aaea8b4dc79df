package io.stagesync.mapping.yaml;

import io.stagesync.example.Example;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Mapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of tests beside a mapping file: a YAML list of them, or JSON lines with one in each. It is
 * read test by test, so that a long one needs little memory.
 */
public final class CasesFile {
  /** Far beyond what anybody writes by hand, and quick enough to be read before each change. */
  public static final int MOST_TESTS = 100_000;

  static final int MOST_PROBLEMS = 100;
  static final int MOST_BYTES = 32 << 20;

  /** What to do about a line that is too much for a test. */
  static final String ONE_A_LINE =
      "write each test on a line of its own; it needs a few hundred characters";

  private static final Pattern ESCAPED_SLASH = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\/");

  private static final Pattern ONE_OBJECT = Pattern.compile("\\{\\s*\"tests\"\\s*:");

  private final Problems problems;
  private final Mapping mapping;
  private final Consumer<Example> each;
  private final boolean json;
  private @Nullable ExampleReader reader;
  private int tests;

  private CasesFile(Problems problems, Mapping mapping, Consumer<Example> each, boolean json) {
    this.problems = problems;
    this.mapping = mapping;
    this.each = each;
    this.json = json;
  }

  /**
   * Reads a file. Whatever is wrong, with the file or in it, is a diagnostic; nothing is thrown.
   *
   * @param mapping what the tests are about
   * @param each is handed every test that can be read, in the file's order
   * @return everything that is wrong; if that is anything, no test of the file counts
   */
  public static List<Diagnostic> read(Path path, Mapping mapping, Consumer<Example> each) {
    var problems = new Problems(path.toString());
    var source = new SourceText(problems, MOST_BYTES);
    source
        .read(path)
        .flatMap(source::check)
        .ifPresent(text -> read(path, text, problems, mapping, each));
    return problems.sorted();
  }

  private static void read(
      Path path, String text, Problems problems, Mapping mapping, Consumer<Example> each) {
    var name = path.toString().toLowerCase(Locale.ROOT);
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    var begins = text.stripLeading();
    boolean json = !yaml && (begins.startsWith("{") || begins.startsWith("["));
    var file = new CasesFile(problems, mapping, each, json);
    if (json && begins.startsWith("{") && !ONE_OBJECT.matcher(begins).lookingAt()) {
      file.lines(text);
    } else {
      new ListItems(problems, MOST_BYTES).read(json ? slashes(text) : text, file.reader());
    }
  }

  private ListItems.Reader reader() {
    return new ListItems.Reader() {
      @Override
      public boolean take(Site item) {
        return more(item);
      }

      @Override
      public boolean goesOn() {
        return !enough();
      }
    };
  }

  private void lines(String text) {
    var yaml = YamlReader.ofOneTest(problems);
    int above = 0;
    for (var lines = text.lines().iterator(); lines.hasNext(); above++) {
      var line = lines.next();
      if (line.isBlank()) {
        continue;
      }
      problems.below(above);
      var begun = line.strip();
      if (begun.startsWith("{") && !begun.endsWith("}")) {
        boolean last = begun.equals("{");
        unfinished(above + 1, last ? SyntaxProblem.REST_UNREAD : "");
        if (last || enough()) {
          return;
        }
        continue;
      }
      var whole = slashes(line);
      if (whole.codePointCount(0, whole.length()) > SourceText.MOST_BYTES) {
        tooLarge(above + 1);
        if (enough()) {
          return;
        }
        continue;
      }
      var test = yaml.read(whole);
      if (test.isPresent() ? !more(test.get()) : enough()) {
        return;
      }
    }
  }

  private void unfinished(int line, String rest) {
    problems.at(
        new Place(problems.file(), line, 1),
        DiagnosticId.SYNTAX,
        "this line is no whole test",
        "write each test on one line, with nothing behind its last `}`; or all of them as a list in"
            + " `[ ]`, which may run over lines"
            + rest);
  }

  private void tooLarge(int line) {
    problems.at(
        new Place(problems.file(), line, 1),
        DiagnosticId.FILE_TOO_LARGE,
        "this line has more than "
            + SourceText.MOST_BYTES
            + " characters, which is too much for one test",
        ONE_A_LINE);
  }

  /** The one escape of JSON that YAML does not have. */
  private static String slashes(String json) {
    return json.contains("\\/") ? ESCAPED_SLASH.matcher(json).replaceAll("$1/") : json;
  }

  private boolean more(Site site) {
    if (++tests > MOST_TESTS) {
      problems.at(
          site.place(),
          DiagnosticId.FILE_TOO_LARGE,
          "this is test number " + tests + "; at most " + MOST_TESTS + " are read from a file",
          "split the file; each part can be read by itself");
      return false;
    }
    if (reader == null) {
      reader = new ExampleReader(new Draft(mapping, new Sites(site), problems), json);
    }
    if (new TreeCheck(problems).check(site)) {
      reader.read(site).ifPresent(each);
    }
    return !enough();
  }

  private boolean enough() {
    if (problems.count() < MOST_PROBLEMS) {
      return false;
    }
    problems.whole(
        DiagnosticId.TOO_MANY_PROBLEMS,
        "these are the first " + MOST_PROBLEMS + " problems; the rest of the file was not read",
        "mend these, then check again");
    return true;
  }
}
