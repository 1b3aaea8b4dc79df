package io.stagesync.mapping.yaml;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text where a number is asked for, and that is not written as the language writes one. YAML
 * takes some of them for numbers, and people do: they are told what is asked for, not that it is
 * none.
 *
 * @param text as it stands in the file
 */
record WrittenNumber(String text) {
  private static final Pattern BEGINS = Pattern.compile("[-+]?\\.?[0-9].*", Pattern.DOTALL);
  private static final Pattern DECIMAL =
      Pattern.compile("\\+?([0-9][0-9_]{0,17}(\\.[0-9]{0,9})?|\\.[0-9]{1,9})");
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");
  private static final int MOST_DIGITS = 9;

  /** What is wrong with it as a whole number. */
  String noInteger() {
    if (DIGITS.matcher(text).matches()) {
      return "`" + text + "` has more than " + MOST_DIGITS + " digits";
    }
    boolean fraction = decimal().filter(n -> n.stripTrailingZeros().scale() > 0).isPresent();
    return BEGINS.matcher(text).matches() && !fraction
        ? "`" + text + "` is not written in digits alone, without a sign or a point"
        : "`" + text + "` is no whole number";
  }

  /** How the same whole number is written; empty where it is none, or cannot be told. */
  Optional<String> inDigits() {
    return decimal()
        .filter(n -> n.stripTrailingZeros().scale() <= 0)
        .map(n -> n.toBigInteger().toString())
        .filter(digits -> digits.length() <= MOST_DIGITS);
  }

  /** What is wrong with it as a share. */
  String noPercentage() {
    return BEGINS.matcher(text).matches() && text.endsWith("%")
        ? "`"
            + text
            + "` is not written like a share here: digits, behind a point at most three, and the"
            + " sign `%`"
        : "`" + text + "` is no percentage";
  }

  private Optional<BigDecimal> decimal() {
    return DECIMAL.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replace("_", "")))
        : Optional.empty();
  }
}
