package io.stagesync.state;

import io.stagesync.vocabulary.Track;
import java.time.Instant;

/**
 * A track in which nothing is written until the mapping fits again.
 *
 * @param why the reason, a clause for people without a full stop
 * @param since when it was paused, by our clock
 * @param run the run that paused it
 */
public record PausedTrack(Track track, String why, Instant since, long run) {}
