package io.stagesync.engine;

import io.stagesync.port.CampaignMembers;
import io.stagesync.port.ContactLists;
import io.stagesync.port.Crm;
import io.stagesync.vocabulary.Side;

/**
 * Both CRMs.
 *
 * @param campaignMembers Salesforce's other reader, whose words never meet the rest
 * @param lists who is in a list of HubSpot's contacts
 */
public record Crms(
    Crm salesforce, Crm hubspot, CampaignMembers campaignMembers, ContactLists lists) {
  /** The CRM of a side. */
  public Crm on(Side side) {
    return side == Side.SALESFORCE ? salesforce : hubspot;
  }
}
