package io.stagesync.vocabulary;

/**
 * The id by which one CRM knows one record. Opaque; Salesforce's are kept in their form of 18
 * characters.
 *
 * @param text never blank
 */
public record RecordId(String text) implements Comparable<RecordId> {
  public RecordId {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a record's id is never blank");
    }
  }

  @Override
  public int compareTo(RecordId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
