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
