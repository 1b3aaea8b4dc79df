package io.stagesync.vocabulary;

/**
 * How one person responded to one campaign. It is not a stage and not a status of the person: it
 * has no field, no label and no way to become a {@link RawValue}.
 *
 * @param text never blank
 */
public record CampaignMemberStatus(String text) implements Comparable<CampaignMemberStatus> {
  public CampaignMemberStatus {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a campaign member status is never blank");
    }
  }

  @Override
  public int compareTo(CampaignMemberStatus other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
