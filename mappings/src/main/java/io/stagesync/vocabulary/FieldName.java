package io.stagesync.vocabulary;

/**
 * A field of one side's record, as the mapping file writes it: {@code Lead.Status}, {@code
 * contact.lifecyclestage}.
 *
 * @param side the CRM that has the field
 * @param object the API name of the record's kind, {@code Lead} or {@code contact}
 * @param name the field's API name
 */
public record FieldName(Side side, String object, String name) implements Comparable<FieldName> {

  /** {@code object.name}, without the side. */
  public String path() {
    return object + "." + name;
  }

  // Written out as in Label, for the same reason.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof FieldName that
            && side == that.side
            && object.equals(that.object)
            && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * side.ordinal() + object.hashCode()) + name.hashCode();
  }

  @Override
  public int compareTo(FieldName other) {
    int bySide = side.compareTo(other.side);
    return bySide != 0 ? bySide : path().compareTo(other.path());
  }

  @Override
  public String toString() {
    return side.displayName() + " " + path();
  }
}
