package io.stagesync.port;

import io.stagesync.vocabulary.RecordId;

/**
 * Where an adapter is connected to and as whom.
 *
 * @param id Salesforce's organization id or HubSpot's portal id
 * @param name what people call it, for messages
 * @param user the id by which our own writes are told from others': the Salesforce user's, or the
 *     source id in HubSpot's property history; {@code unknown} where the CRM does not say
 */
public record Account(String id, String name, RecordId user) {}
