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

  @Override
  public int compareTo(RawValue other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
