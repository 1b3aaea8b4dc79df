package io.stagesync.port;

import io.stagesync.vocabulary.CampaignMemberStatus;
import io.stagesync.vocabulary.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * One person's part in one campaign.
 *
 * @param id the membership's own id
 * @param campaign the campaign's id
 * @param campaignName what people call it
 * @param lead the lead, also after its conversion
 * @param contact the contact, where it is one
 * @param status how the person responded; empty where the campaign has no word for it
 * @param responded whether the campaign counts that as a response
 * @param modified Salesforce's stamp
 */
public record CampaignMember(
    RecordId id,
    RecordId campaign,
    String campaignName,
    Optional<RecordId> lead,
    Optional<RecordId> contact,
    Optional<CampaignMemberStatus> status,
    boolean responded,
    Instant modified) {}
