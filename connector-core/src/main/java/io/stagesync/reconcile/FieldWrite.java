package io.stagesync.reconcile;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * One field that a decision wants written. All writes of a pair to one side travel in one request.
 *
 * @param field where
 * @param expected what it shows now; empty: nothing. A write is made only while that is so
 * @param value what it is to show; empty: nothing
 * @param clearFirst whether it has to be cleared in a request of its own before it is set, because
 *     the field is forward-only
 */
public record FieldWrite(
    FieldName field, Optional<RawValue> expected, Optional<RawValue> value, boolean clearFirst) {
  /** The side that is written. */
  public Side side() {
    return field.side();
  }
}
