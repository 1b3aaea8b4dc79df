package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads single values; each method reports what it cannot read and then returns empty. */
final class Scalars {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern PARTS = Pattern.compile("[a-z0-9-]+");
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern PERCENT =
      Pattern.compile("(([0-9]{1,3}|[1-9][0-9]{3,8})(\\.[0-9]{1,3})?)%");

  /** Words that the language itself uses where a label could stand. */
  private static final List<String> RESERVED = List.of("none", "blank", "any");

  private final Problems problems;

  Scalars(Problems problems) {
    this.problems = problems;
  }

  /** A word exactly as written, with nothing invisible around it. */
  Optional<String> word(Site site) {
    if (!scalar(site, "a single value")) {
      return Optional.empty();
    }
    var text = site.text();
    if (site.isNothing() || text.isBlank()) {
      return refuse(
          site,
          DiagnosticId.EMPTY_VALUE,
          "an empty value says nothing",
          "write the value, or delete it");
    }
    if (space(text.codePointAt(0)) || space(text.codePointBefore(text.length()))) {
      return refuse(
          site,
          DiagnosticId.WHITESPACE,
          "`" + text.strip() + "` has blanks around it",
          "write it without them; a value is compared character by character");
    }
    if (text.codePoints().anyMatch(Scalars::invisible)) {
      return refuse(
          site,
          DiagnosticId.CONTROL_CHARACTER,
          "a value holds a line break or another invisible character",
          "write it on one line");
    }
    return Optional.of(text);
  }

  /** Also the blanks that do not break a line, which come along with copied text. */
  private static boolean space(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean invisible(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.FORMAT;
  }

  /** A sentence for people where one is needed: an empty one says nothing. */
  Optional<String> reason(Site site, String advice) {
    boolean empty = !site.isList() && !site.isMap() && site.text().isBlank();
    return empty
        ? refuse(site, DiagnosticId.EMPTY_VALUE, "an empty reason says nothing", advice)
        : prose(site);
  }

  /** Sentences for people; they may run over several lines. */
  Optional<String> prose(Site site) {
    if (!scalar(site, "a text")) {
      return Optional.empty();
    }
    var text = site.text();
    return text.codePoints().anyMatch(Scalars::steersTerminals)
        ? refuse(
            site,
            DiagnosticId.CONTROL_CHARACTER,
            "a text holds an invisible character that would change how a screen shows it",
            "delete what stands behind the `\\` there")
        : Optional.of(text.strip());
  }

  private static boolean steersTerminals(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r'
        || SourceText.turnsText(c);
  }

  /**
   * The name of a track, label or team. One against the rules is reported and used all the same, so
   * that what refers to it is not reported too.
   */
  Optional<String> name(Site site) {
    var text = site.name();
    if (NAME.matcher(text).matches() && !RESERVED.contains(text) && text.length() <= 60) {
      return Optional.of(text);
    }
    var slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-$", "");
    boolean usable =
        NAME.matcher(slug).matches() && !RESERVED.contains(slug) && slug.length() <= 60;
    problems.unreadable(
        site.keyPlace(),
        DiagnosticId.BAD_NAME,
        RESERVED.contains(text)
            ? "`" + text + "` means something of its own and cannot be a name"
            : "`" + text + "` cannot be a name: " + nameRule(text),
        usable ? "write `" + slug + "`" : "choose a name like `lead-stage`");
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  private static String nameRule(String text) {
    if (NAME.matcher(text).matches()) {
      return "names are of at most 60 characters, and it has " + text.length();
    }
    return PARTS.matcher(text).matches()
        ? "names begin with a letter, and hyphens stand singly between letters or digits"
        : "names are lower-case letters, digits and hyphens";
  }

  Optional<Integer> integer(Site site, int least, int most) {
    if (!scalar(site, "a whole number")) {
      return Optional.empty();
    }
    if (!INTEGER.matcher(site.text()).matches()) {
      var written = new WrittenNumber(site.text());
      return refuse(
          site,
          DiagnosticId.WRONG_TYPE,
          written.noInteger(),
          written.inDigits().map(n -> "write `" + n + "`").orElse("write one like `20`"));
    }
    int number = Integer.parseInt(site.text());
    if (number < least || number > most) {
      return refuse(
          site,
          DiagnosticId.BAD_VALUE,
          number + " is out of range",
          "write a number from " + least + " to " + most);
    }
    return Optional.of(number);
  }

  Optional<Double> percent(Site site) {
    if (!scalar(site, "a percentage")) {
      return Optional.empty();
    }
    var matcher = PERCENT.matcher(site.text());
    if (!matcher.matches()) {
      return refuse(
          site,
          DiagnosticId.WRONG_TYPE,
          new WrittenNumber(site.text()).noPercentage(),
          "write it like `5%`");
    }
    double percent = Double.parseDouble(matcher.group(1));
    return percent <= 100
        ? Optional.of(percent)
        : refuse(
            site,
            DiagnosticId.BAD_VALUE,
            site.text() + " is more than all",
            "write `100%` or less");
  }

  /** One of the words that an enum's constants make. */
  <E extends Enum<E>> Optional<E> choice(Site site, E[] choices) {
    return choice(site, choices, Wording::key);
  }

  <E> Optional<E> choice(Site site, E[] choices, Function<E, String> say) {
    if (!scalar(site, "one word")) {
      return Optional.empty();
    }
    var found = Stream.of(choices).filter(c -> say.apply(c).equals(site.text())).findFirst();
    if (found.isEmpty()) {
      var words = Nearest.of(Stream.of(choices).map(say).toList());
      problems.unreadable(
          site,
          DiagnosticId.BAD_VALUE,
          "`" + site.text() + "` is no value of `" + site.name() + "`",
          words.advice(
              site.text(), (choices.length == 1 ? "write " : "write one of ") + words.list()));
    }
    return found;
  }

  private boolean scalar(Site site, String wanted) {
    if (!site.isScalar()) {
      problems.unreadable(
          site,
          DiagnosticId.WRONG_TYPE,
          Wording.of(site) + " has to be " + wanted + ", not a list or keys",
          "write " + wanted);
    }
    return site.isScalar();
  }

  private <T> Optional<T> refuse(Site site, DiagnosticId id, String message, String suggestion) {
    problems.unreadable(site, id, message, suggestion);
    return Optional.empty();
  }
}
