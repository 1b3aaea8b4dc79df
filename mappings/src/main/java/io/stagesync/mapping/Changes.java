package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;

/**
 * What became of labels and words of a track that the file used to have. Records and what is stored
 * of them outlive a file; by this they are still understood.
 *
 * @param labels at most one of each label
 * @param words at most one of each word of a side
 */
public record Changes(List<OfLabel> labels, List<OfWord> words) {
  /** Nothing changed. */
  public static final Changes NONE = new Changes(List.of(), List.of());

  public Changes {
    labels = List.copyOf(labels);
    words = List.copyOf(words);
  }

  /**
   * A label that was renamed, merged, split or retired.
   *
   * @param was a label that the track has no more, unless it is split and one of {@code now}
   * @param now what it is now, in the file's order; several: each record's words say which. Empty:
   *     nothing, it was retired
   * @param because the reason, for people; blank where the file gives none
   * @param line where the file says so, from 1
   */
  public record OfLabel(Label was, List<Label> now, String because, int line) {
    public OfLabel {
      now = List.copyOf(now);
    }

    /** Whether what was agreed on the label is agreed on no label now. */
    public boolean retired() {
      return now.isEmpty();
    }

    /** What it is now, where that is one label whatever a record shows. */
    public Optional<Label> only() {
      return now.size() == 1 ? Optional.of(now.get(0)) : Optional.empty();
    }
  }

  /**
   * A word that became another one.
   *
   * @param was no word of any label
   * @param now a word of a label on the same side; the old one is read as this one
   * @param because the reason, for people; blank where the file gives none
   * @param line where the file says so, from 1
   */
  public record OfWord(Side side, RawValue was, RawValue now, String because, int line) {}

  /** What became of a label. */
  public Optional<OfLabel> of(Label label) {
    for (OfLabel change : labels) {
      if (change.was().equals(label)) {
        return Optional.of(change);
      }
    }
    return Optional.empty();
  }

  /** What became of a word of a side. */
  public Optional<OfWord> of(Side side, RawValue word) {
    for (OfWord change : words) {
      if (change.side() == side && change.was().equals(word)) {
        return Optional.of(change);
      }
    }
    return Optional.empty();
  }
}
