package io.stagesync.net;

import java.util.regex.Pattern;

/** What may stand in a log line or message: no address of a person, no token. */
public final class Redaction {
  private static final Pattern EMAIL =
      Pattern.compile(
          "([\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]*@([\\p{L}\\p{N}.-]+\\.[\\p{L}]{2,})");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(bearer\\s+|access_token[\"=:\\s]+|client_secret[\"=:\\s]+|assertion[\"=:\\s]+|refresh_token[\"=:\\s]+|<(?:\\w+:)?sessionId>)[^\\s\"&<,}]+");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]|\\n");

  private Redaction() {}

  /** Masks addresses and secrets, and turns control characters into spaces. */
  public static String redact(String text) {
    var withoutSecrets = SECRET.matcher(text).replaceAll("$1***");
    return CONTROL.matcher(maskEmails(withoutSecrets)).replaceAll(" ");
  }

  /** Leaves an address's first letter and its domain: {@code c***@orion.de}. */
  public static String maskEmails(String text) {
    return EMAIL.matcher(text).replaceAll("$1***@$2");
  }
}
