package io.stagesync.vocabulary;

/**
 * What a CRM stores: a picklist value's API name in Salesforce, an option's internal value in
 * HubSpot. Never what the CRM displays for it.
 *
 * @param text never blank
 */
public record RawValue(String text) implements Comparable<RawValue> {
  public RawValue {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a raw value is never blank");
    }
  }

  // Written out, because proofs compare millions, and what a record brings along goes through
  // method handles, which take ten times as long until the optimizing compiler has seen them.
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof RawValue that && text.equals(that.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public int compareTo(RawValue other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
