package io.stagesync.mapping;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import java.util.Set;

/**
 * What a field that is only read has to show.
 *
 * @param values one of these
 */
public record FieldCondition(FieldName field, Set<RawValue> values) {
  public FieldCondition {
    values = Set.copyOf(values);
  }
}
