package io.stagesync.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one field accepts just now.
 *
 * @param writable whether our user may write it
 * @param clearable whether it may be blank
 * @param keepsHistory whether the CRM keeps who changed it and when, where we can read it
 * @param forwardOnly whether the CRM silently keeps the old value when an earlier one is set
 *     (HubSpot's lifecycle stage); the order is that of {@code values}
 * @param values the active raw values in the CRM's own order; empty for a field without a fixed
 *     list, which accepts anything
 * @param offered for each record type that offers fewer values, those that it offers
 * @param displayLabels what the CRM shows for a raw value; for people only, never compared
 * @param shape how the field is built, beyond what a decision looks at
 */
public record FieldCatalog(
    boolean writable,
    boolean clearable,
    boolean keepsHistory,
    boolean forwardOnly,
    List<RawValue> values,
    Map<RecordType, Set<RawValue>> offered,
    Map<RawValue, String> displayLabels,
    FieldShape shape) {
  public FieldCatalog {
    values = List.copyOf(values);
    offered = Map.copyOf(offered);
    displayLabels = Map.copyOf(displayLabels);
  }

  /** A field of which no more is known. */
  public FieldCatalog(
      boolean writable,
      boolean clearable,
      boolean keepsHistory,
      boolean forwardOnly,
      List<RawValue> values,
      Map<RecordType, Set<RawValue>> offered,
      Map<RawValue, String> displayLabels) {
    this(
        writable,
        clearable,
        keepsHistory,
        forwardOnly,
        values,
        offered,
        displayLabels,
        FieldShape.UNKNOWN);
  }

  /** Whether a value exists in the field's list, whatever the record type. */
  public boolean knows(RawValue value) {
    return values.isEmpty() || values.contains(value);
  }

  /** The place of a value in the CRM's own order, from 0; -1 where the list does not have it. */
  public int order(RawValue value) {
    return values.indexOf(value);
  }
}
