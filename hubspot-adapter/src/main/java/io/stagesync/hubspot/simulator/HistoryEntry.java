package io.stagesync.hubspot.simulator;

import java.time.Instant;

/**
 * One entry of a property's history.
 *
 * @param value what the property showed from then on; blank where it was cleared
 * @param at when
 * @param by who did it
 */
public record HistoryEntry(String value, Instant at, Actor by) {}
