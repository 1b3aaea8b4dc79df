package io.stagesync.port;

import io.stagesync.vocabulary.RawValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a field shows: a value, nothing, or nothing that we may see. The last two are never mixed
 * up.
 *
 * @param kind which of the three
 * @param value present for {@link Kind#VALUE} only
 */
public record Reading(Kind kind, Optional<RawValue> value) {
  /** A field without a value. */
  public static final Reading BLANK = new Reading(Kind.BLANK, Optional.empty());

  /** A field that could not be read. */
  public static final Reading UNREADABLE = new Reading(Kind.UNREADABLE, Optional.empty());

  /** The three ways. */
  public enum Kind {
    VALUE,
    BLANK,
    UNREADABLE
  }

  /** A field that shows a value. */
  public static Reading of(RawValue value) {
    return new Reading(Kind.VALUE, Optional.of(value));
  }

  /** What a CRM sent: null and blank text are both no value. */
  public static Reading ofNullable(@Nullable String text) {
    return text == null || text.isBlank() ? BLANK : of(new RawValue(text));
  }
}
