package io.stagesync.app.config;

import java.time.ZoneId;
import java.util.Optional;

/**
 * When the jobs of {@code serve} run, as cron expressions with seconds.
 *
 * @param timeZone the one in which all of them are read
 * @param incremental reads what changed
 * @param fullSweep reads everything
 * @param pushToHubspot writes what waits for HubSpot; empty: right after each read
 * @param pushToSalesforce writes what waits for Salesforce; empty: right after each read
 * @param campaignMembers reads campaign members
 */
public record Timetable(
    ZoneId timeZone,
    String incremental,
    String fullSweep,
    Optional<String> pushToHubspot,
    Optional<String> pushToSalesforce,
    String campaignMembers) {}
