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
 */
public record FieldShape(
    String type, boolean restricted, Optional<RawValue> byDefault, Set<RawValue> inactive) {
  /** Nothing was told. */
  public static final FieldShape UNKNOWN = new FieldShape("", false, Optional.empty(), Set.of());

  public FieldShape {
    inactive = Set.copyOf(inactive);
  }
}
