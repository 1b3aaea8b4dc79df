package io.stagesync.example;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;

/**
 * What StageSync wrote to the two fields of a track of an example within the last 24 hours.
 *
 * @param lately oldest first
 * @param bouncing what goes back and forth and is not written any more; empty: nothing does
 */
public record OurWrites(List<Write> lately, Optional<Write> bouncing) {
  /** Nothing. */
  public static final OurWrites NONE = new OurWrites(List.of(), Optional.empty());

  public OurWrites {
    lately = List.copyOf(lately);
  }

  /**
   * One write.
   *
   * @param label what was meant by it; empty: the field was cleared
   */
  public record Write(Side side, Optional<Label> label) {}
}
