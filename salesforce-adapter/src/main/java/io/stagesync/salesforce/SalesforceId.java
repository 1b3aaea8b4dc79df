package io.stagesync.salesforce;

import io.stagesync.vocabulary.RecordId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Salesforce's record ids. They come with 15 characters, where case matters, or with 18, the last
 * three of which say which of the first are capitals. We keep the long form.
 */
final class SalesforceId {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?");
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

  private SalesforceId() {}

  /**
   * The id in its long form.
   *
   * @throws IllegalArgumentException for anything that is no id
   */
  static RecordId of(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is not a Salesforce id");
    }
    return new RecordId(
        text.length() == 18 ? text.substring(0, 15) + suffix(text) : text + suffix(text));
  }

  /** The id in its long form; empty for null or blank. */
  static Optional<RecordId> ofNullable(@Nullable Object text) {
    return text == null || text.toString().isBlank()
        ? Optional.empty()
        : Optional.of(of(text.toString()));
  }

  /** Whether an id is one, so that it may stand in a query. */
  static boolean isId(RecordId id) {
    return FORM.matcher(id.text()).matches();
  }

  private static String suffix(String text) {
    if (text.length() == 18) {
      return text.substring(15).toUpperCase(Locale.ROOT);
    }
    var suffix = new StringBuilder();
    for (int block = 0; block < 3; block++) {
      int bits = 0;
      for (int i = 0; i < 5; i++) {
        char c = text.charAt(block * 5 + i);
        if (c >= 'A' && c <= 'Z') {
          bits |= 1 << i;
        }
      }
      suffix.append(DIGITS.charAt(bits));
    }
    return suffix.toString();
  }
}
