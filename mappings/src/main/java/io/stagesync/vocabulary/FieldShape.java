package io.stagesync.vocabulary;

import java.util.Optional;
import java.util.Set;

/**
 * How a field is built. No decision looks at it; what people are told about a field does.
 *
 * @param type the CRM's own word for the field's type, {@code picklist} or {@code enumeration} for
 *     example; blank where it was not told
 * @param restricted whether the CRM refuses values outside the field's list
 * @param byDefault the value that a new record gets where nobody says one; empty: none, or not told
 * @param inactive values that exist, that records may hold, and that are offered to nobody any more
 * @param label what the CRM's screens call the field; blank where it was not told
 * @param kind whether the field can hold one word
 * @param lock what keeps our user from writing it
 */
public record FieldShape(
    String type,
    boolean restricted,
    Optional<RawValue> byDefault,
    Set<RawValue> inactive,
    String label,
    Kind kind,
    Lock lock) {
  /** Nothing was told. */
  public static final FieldShape UNKNOWN = new FieldShape("", false, Optional.empty(), Set.of());

  public FieldShape {
    inactive = Set.copyOf(inactive);
  }

  /** A field that holds one word and that nothing but a missing permission locks. */
  public FieldShape(
      String type, boolean restricted, Optional<RawValue> byDefault, Set<RawValue> inactive) {
    this(type, restricted, byDefault, inactive, "", Kind.CHOICE, Lock.NONE);
  }

  /** What a field holds. */
  public enum Kind {
    /** One value of a list. */
    CHOICE,
    /** Any text. */
    TEXT,
    /** Several values of a list at once. */
    CHOICES,
    /** Something else: a number, a date, a reference. */
    OTHER;

    /** Whether a track's word can stand there. */
    public boolean holdsOneWord() {
      return this == CHOICE || this == TEXT;
    }
  }

  /** What keeps our user from writing a field. */
  public enum Lock {
    /** Nothing that the CRM told. */
    NONE,
    /** The CRM computes it. */
    CALCULATED,
    /** Our user has no permission to edit this field. */
    FIELD_PERMISSION,
    /** Our user has no permission to edit these records at all. */
    RECORD_PERMISSION,
    /** The CRM alone sets it. */
    READ_ONLY
  }
}
