package io.stagesync.salesforce.simulator;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** How Salesforce writes moments, so that comparing texts compares moments. */
final class Stamps {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Stamps() {}

  /** Whole seconds, which is all that a row's stamp knows. */
  static String seconds(Instant moment) {
    return FORM.format(moment.truncatedTo(ChronoUnit.SECONDS));
  }

  static String millis(Instant moment) {
    return FORM.format(moment);
  }

  static Instant parse(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  /** A literal of a query: in UTC, its milliseconds ignored. */
  static String normal(String literal) {
    return seconds(parse(literal));
  }
}
