package io.stagesync.app.health;

import io.stagesync.state.Runs.RunRow;
import java.time.Instant;
import java.util.Optional;

/**
 * How one job stands.
 *
 * @param name as the config names it
 * @param last its last run that reached its end; empty where there was none
 * @param next when it is to run next; empty where it runs after each read, or never again
 * @param overdue whether its last run is older than twice its interval
 */
public record JobHealth(
    String name, Optional<RunRow> last, Optional<Instant> next, boolean overdue) {}
