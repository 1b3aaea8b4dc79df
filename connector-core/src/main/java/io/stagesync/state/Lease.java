package io.stagesync.state;

import java.time.Instant;

/**
 * The one place of whoever writes to a CRM.
 *
 * @param epoch counts holders upward; a write of an older epoch is refused
 * @param holder host, process and command
 * @param since when it was taken
 * @param expires when others may take it over
 */
public record Lease(long epoch, String holder, Instant since, Instant expires) {}
