package io.stagesync.salesforce.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of a tracked field of a lead.
 *
 * @param user who did it, by id
 */
public record HistoryEntry(
    String field, Optional<String> from, Optional<String> to, String user, Instant at) {}
