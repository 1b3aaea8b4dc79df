package io.stagesync.app.references;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names in a text that say what it is about.
 *
 * @param fields the wanted words' fields that it names, in lower case
 * @param lead whether it speaks of leads
 * @param scoring whether it speaks of a score or a grade
 */
record Names(Set<String> fields, boolean lead, boolean scoring) {
  static final Names NONE = new Names(Set.of(), false, false);
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern SEAM = Pattern.compile("_+|(?<=[a-z0-9])(?=[A-Z])");
  private static final Set<String> SCORES =
      Set.of("score", "scores", "scored", "scoring", "grade", "grades", "grading");

  Names {
    fields = Set.copyOf(fields);
  }

  /** Looks through a text. */
  static Names of(String text, Set<String> wantedFields) {
    var fields = new HashSet<String>();
    boolean lead = false;
    boolean scoring = false;
    var name = NAME.matcher(text);
    while (name.find()) {
      var lower = name.group().toLowerCase(Locale.ROOT);
      if (wantedFields.contains(lower)) {
        fields.add(lower);
      } else if (lower.startsWith("lead")) {
        lead = true;
      }
      if (lower.contains("scor") || lower.contains("grad")) {
        scoring |= scores(name.group());
      }
    }
    return new Names(fields, lead, scoring);
  }

  private static boolean scores(String name) {
    return SEAM.splitAsStream(name).map(w -> w.toLowerCase(Locale.ROOT)).anyMatch(SCORES::contains);
  }
}
