package io.stagesync.reconcile;

import io.stagesync.vocabulary.RawValue;
import java.util.Optional;

/**
 * What one side shows now in one track.
 *
 * @param kind a value, nothing, nothing that we may see, or no record any more
 * @param value present for {@link Kind#VALUE} only
 * @param changed when the field came to show this, where known
 * @param author who changed it, in words for people; blank where unknown
 */
public record Observation(
    Kind kind, Optional<RawValue> value, Optional<ChangeWindow> changed, String author) {

  /** The four ways. */
  public enum Kind {
    VALUE,
    BLANK,
    /** No permission, a field that vanished, a failed page. */
    UNREADABLE,
    /** The record was deleted, erased or merged away. */
    GONE
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Observation seen
            && kind == seen.kind
            && value.equals(seen.value)
            && changed.equals(seen.changed)
            && author.equals(seen.author));
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + value.hashCode();
  }

  /** A raw value whose time and author are not known. */
  public static Observation of(RawValue value) {
    return new Observation(Kind.VALUE, Optional.of(value), Optional.empty(), "");
  }

  /** No value, unreadable or gone. */
  public static Observation of(Kind kind) {
    return new Observation(kind, Optional.empty(), Optional.empty(), "");
  }

  /** The same, with the time of its change. */
  public Observation changed(ChangeWindow window) {
    return new Observation(kind, value, Optional.of(window), author);
  }
}
