package io.stagesync.app.show;

import io.stagesync.engine.ShownAttribute;
import io.stagesync.mapping.Attribute;
import io.stagesync.port.Reading;
import io.stagesync.vocabulary.Side;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An attribute in a line.
 *
 * @param zone the time zone in which times are shown
 */
record AttributeWords(ShownAttribute attribute, ZoneId zone) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

  String line() {
    var name = attribute.name() + " (" + kind(attribute.kind()).replace('-', ' ') + "): ";
    if (attribute.kind() == Attribute.Kind.SEGMENT) {
      return name + now();
    }
    return attribute
        .first()
        .map(
            first ->
                name
                    + "\""
                    + first.value()
                    + "\", first seen "
                    + DAY.format(first.at().atZone(zone))
                    + " in "
                    + first.side().displayName()
                    + (same(Reading.of(first.value())) ? "" : "; now " + now()))
        .orElse(name + "nothing was seen yet");
  }

  static String kind(Attribute.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private boolean same(Reading first) {
    return attribute.now().values().stream().allMatch(first::equals);
  }

  private String now() {
    return Arrays.stream(Side.values())
        .filter(attribute.now()::containsKey)
        .map(side -> side.displayName() + " " + words(attribute.now().get(side)))
        .collect(Collectors.joining(", "));
  }

  private static String words(@Nullable Reading reading) {
    if (reading == null) {
      return "unreadable";
    }
    return reading
        .value()
        .map(value -> "\"" + value + "\"")
        .orElse(reading.kind().name().toLowerCase(Locale.ROOT));
  }
}
