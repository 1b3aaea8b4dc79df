package io.stagesync.state;

import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Instant;

/**
 * The first value that was seen of an attribute of a record.
 *
 * @param attribute its name in the mapping file
 * @param at the CRM's stamp of the version that showed it
 */
public record FirstTouch(
    Side side, RecordId record, String attribute, RawValue value, Instant at) {}
