package io.stagesync.vocabulary;

/**
 * A variant of Salesforce's Lead with a lead process of its own, by its developer name.
 *
 * @param developerName never blank
 */
public record RecordType(String developerName) implements Comparable<RecordType> {
  public RecordType {
    if (developerName.isBlank()) {
      throw new IllegalArgumentException("a record type is never blank");
    }
  }

  @Override
  public int compareTo(RecordType other) {
    return developerName.compareTo(other.developerName);
  }

  @Override
  public String toString() {
    return developerName;
  }
}
