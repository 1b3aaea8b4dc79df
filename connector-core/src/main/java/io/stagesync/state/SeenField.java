package io.stagesync.state;

import io.stagesync.port.Reading;
import java.time.Instant;
import java.util.Optional;

/**
 * A field as it was last seen.
 *
 * @param reading what it shows
 * @param unchangedUntil the CRM's stamp of the last version that we saw with another value; empty
 *     where this value is the first that we saw, and where we wrote it: our writing says nothing of
 *     when a person wanted it
 * @param changedBy the CRM's stamp of the first version that we saw with this value; the same
 *     moment as {@code unchangedUntil} where the field's history told exactly when it changed
 * @param author who made that version, in words; blank where unknown
 */
public record SeenField(
    Reading reading, Optional<Instant> unchangedUntil, Instant changedBy, String author) {}
