package io.stagesync.mapping;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a person is, wherever they stand: shown, never ranked, never a label, never
 * written.
 *
 * @param name its name
 * @param kind what sort of thing it is
 * @param fields the field on each side that tells it; at least one
 * @param means what it means, for people; blank where the file does not say
 */
public record Attribute(String name, Kind kind, Map<Side, FieldName> fields, String means) {
  public Attribute {
    fields = Map.copyOf(fields);
  }

  /** What sort of thing an attribute is. */
  public enum Kind {
    /** Which group a person belongs to, as the field says now. */
    SEGMENT,
    /** Where a person came from: the first value that was seen counts, for ever. */
    FIRST_TOUCH
  }

  /** The field that tells it on a side. */
  public Optional<FieldName> field(Side side) {
    return Optional.ofNullable(fields.get(side));
  }
}
