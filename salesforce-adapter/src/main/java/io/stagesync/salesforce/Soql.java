package io.stagesync.salesforce;

import io.stagesync.vocabulary.RecordId;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pieces of a query that carry values, so that no value can become a part of its grammar. */
final class Soql {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)*");
  private static final String BY_STAMP = " ORDER BY SystemModstamp, Id";

  private Soql() {}

  /**
   * A query without its conditions.
   *
   * @throws IllegalArgumentException for a name that is none
   */
  static String select(Collection<String> columns, String object) {
    return "SELECT "
        + columns.stream().map(Soql::name).collect(Collectors.joining(", "))
        + " FROM "
        + name(object);
  }

  /** {@code field IN ('...', ...)}. */
  static String in(String field, Collection<RecordId> ids) {
    return name(field)
        + " IN ("
        + ids.stream()
            .map(id -> "'" + SalesforceId.of(id.text()) + "'")
            .collect(Collectors.joining(","))
        + ")";
  }

  /** {@code field IN ('...', ...)} for text. */
  static String inText(String field, Collection<String> texts) {
    return name(field)
        + " IN ("
        + texts.stream().map(Soql::text).collect(Collectors.joining(","))
        + ")";
  }

  /** A quoted text. */
  static String text(String value) {
    var quoted = new StringBuilder("'");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> quoted.append("\\\\");
        case '\'' -> quoted.append("\\'");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        default -> quoted.append(c);
      }
    }
    return quoted.append("'").toString();
  }

  /** A moment, in whole seconds, because Salesforce compares no finer. */
  static String time(Instant moment) {
    return DateTimeFormatter.ISO_INSTANT.format(moment.truncatedTo(ChronoUnit.SECONDS));
  }

  /** Rows stamped at a moment or later, in the order that {@link #after} goes on in. */
  static String changedSince(Instant moment) {
    return " WHERE SystemModstamp >= " + time(moment) + BY_STAMP;
  }

  /** What comes behind a row in the order of {@link #changedSince}. */
  static String after(Instant stamp, RecordId id) {
    return " WHERE SystemModstamp > "
        + time(stamp)
        + " OR (SystemModstamp = "
        + time(stamp)
        + " AND Id > "
        + text(SalesforceId.of(id.text()).text())
        + ")"
        + BY_STAMP;
  }

  /** Ids cut into lists that one query takes. */
  static List<List<RecordId>> chunks(Collection<RecordId> ids, int size) {
    var all = List.copyOf(ids);
    var chunks = new ArrayList<List<RecordId>>();
    for (int from = 0; from < all.size(); from += size) {
      chunks.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return chunks;
  }

  private static String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is not the name of a field");
    }
    return name;
  }
}
