package io.stagesync.example;

import java.time.Instant;
import java.util.Optional;

/**
 * What one side of an example shows in one track.
 *
 * @param kind how it is said
 * @param text the raw value or the name of the label; blank for the other kinds
 * @param changed between which two moments it came to show this; empty: not known
 * @param by who changed it, for people; blank where nothing is said
 */
public record Shown(Kind kind, String text, Optional<Moments> changed, String by) {

  /** The ways to say it. */
  public enum Kind {
    /** By the raw value, one that the mapping knows or does not know. */
    WORD,
    /** By a label: its first word on that side, or blank where it has none. */
    LABEL,
    BLANK,
    UNREADABLE,
    /** The whole record is gone. */
    GONE
  }

  /** Two moments; the same one twice where the field's history says when it was. */
  public record Moments(Instant notBefore, Instant notAfter) {}

  /** A raw value. */
  public static Shown word(String value) {
    return new Shown(Kind.WORD, value, Optional.empty(), "");
  }

  /** The word of a label. */
  public static Shown label(String name) {
    return new Shown(Kind.LABEL, name, Optional.empty(), "");
  }

  /** Nothing, nothing that we may see, or no record. */
  public static Shown of(Kind kind) {
    return new Shown(kind, "", Optional.empty(), "");
  }

  /** The same, since then. */
  public Shown since(Moments moments) {
    return new Shown(kind, text, Optional.of(moments), by);
  }
}
