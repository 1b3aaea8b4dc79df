package io.stagesync.port;

import io.stagesync.vocabulary.FieldName;
import java.time.Instant;

/**
 * One entry of a field's history.
 *
 * @param field the field
 * @param to what it showed from then on
 * @param at when, by the CRM's own clock
 * @param by who did it
 */
public record FieldChange(FieldName field, Reading to, Instant at, Author by) {}
