package io.stagesync.app.simulator;

/** The kinds of people that two CRMs know after some years, and how many of a thousand they are. */
public enum PersonKind {
  IN_AGREEMENT(480, "agree already"),
  SUBSCRIBER(30, "only want the newsletter"),
  STAGE_FURTHER_IN_HUBSPOT(70, "are further in HubSpot"),
  STAGE_FURTHER_IN_SALESFORCE(70, "are further in Salesforce"),
  STATUS_DIFFERS(60, "have another lead status on each side"),
  NO_STAGE_IN_SALESFORCE(30, "have no Lead Stage in Salesforce"),
  NO_STATUS_IN_HUBSPOT(40, "have no lead status in HubSpot"),
  UNKNOWN_STATUS_IN_SALESFORCE(12, "have a Lead Status that the mapping does not know"),
  UNKNOWN_STAGE_IN_HUBSPOT(8, "have a lifecycle stage that the mapping does not know"),
  IGNORED_STAGE_IN_HUBSPOT(8, "are evangelists, which the mapping leaves alone"),
  DEAL_WITHOUT_CONVERSION(12, "have a deal in HubSpot and an open lead in Salesforce"),
  CONVERTED_OPEN(30, "were converted, with an open opportunity"),
  CONVERTED_WON(25, "were converted, with an opportunity that was won"),
  CONVERTED_LOST(15, "were converted, with an opportunity that was lost"),
  CONVERTED_WITHOUT_OPPORTUNITY(10, "were converted without an opportunity"),
  CONVERTED_AND_FURTHER_IN_HUBSPOT(8, "were converted, and HubSpot is ahead of the opportunity"),
  UPSELL(12, "are customers with a new open opportunity"),
  TWO_LEADS(15, "have two open leads with one address"),
  TWO_CONTACTS(10, "have two contacts with one address"),
  ONLY_IN_SALESFORCE(25, "are in Salesforce only"),
  ONLY_IN_HUBSPOT(30, "are in HubSpot only");

  private final int perThousand;
  private final String words;

  PersonKind(int perThousand, String words) {
    this.perThousand = perThousand;
    this.words = words;
  }

  /** How many of a thousand people are of this kind. */
  public int perThousand() {
    return perThousand;
  }

  /** What these people do or are, for a sentence that begins with their number. */
  public String words() {
    return words;
  }

  /** Whether one lead and one contact are this person, and can be told to be. */
  public boolean isPair() {
    return switch (this) {
      case TWO_LEADS, TWO_CONTACTS, ONLY_IN_SALESFORCE, ONLY_IN_HUBSPOT -> false;
      default -> true;
    };
  }

  /** The kind of a draw between 0 and 999. */
  static PersonKind drawn(int draw) {
    int left = draw;
    for (PersonKind kind : values()) {
      left -= kind.perThousand;
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalArgumentException("the shares of all kinds make a thousand, not " + draw);
  }
}
