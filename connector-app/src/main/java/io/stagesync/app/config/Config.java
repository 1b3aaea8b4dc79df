package io.stagesync.app.config;

import io.stagesync.jobs.Schedule;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A whole {@code stagesync.yaml}, checked; its paths are absolute.
 *
 * @param file the file itself
 * @param salesforce how to reach the org
 * @param hubspot how to reach the account
 * @param mapping the mapping file
 * @param store where the memory lies
 * @param emailKey the key of the keyed hash of addresses; without one, people are found by address
 *     within one process only
 * @param schedule when the jobs of {@code serve} run
 */
public record Config(
    Path file,
    SalesforceAccess salesforce,
    HubSpotAccess hubspot,
    Path mapping,
    StorePlace store,
    Optional<Secret> emailKey,
    Schedule schedule) {}
