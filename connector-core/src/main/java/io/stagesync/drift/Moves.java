package io.stagesync.drift;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Track;

/** Knows how many people went from one value to another; it makes a rename likely. */
@FunctionalInterface
public interface Moves {
  /** Nobody asked. */
  Moves UNKNOWN = (track, field, was, now) -> 0;

  /** How many people had a value in a field when both sides last agreed, and have another now. */
  long count(Track track, FieldName field, RawValue was, RawValue now);
}
