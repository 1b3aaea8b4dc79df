package io.stagesync.engine;

import io.stagesync.net.Pause;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/**
 * What the world outside hands to a run.
 *
 * @param clock for the age of what we know and for logs; takes part in no decision
 * @param pause how to wait for another run to end
 * @param emailKey turns addresses into keys
 * @param progress is told how far the run came
 * @param stopping whether the process was asked to end: the batch under way is finished, no other
 *     begun
 * @param holder who we are, for the writer's place
 */
public record Surroundings(
    Clock clock,
    Pause pause,
    EmailKey emailKey,
    Progress progress,
    BooleanSupplier stopping,
    Holder holder) {}
