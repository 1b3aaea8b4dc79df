package io.stagesync.app.dictionary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A sentence or a part of one, whose pieces know what they are.
 *
 * @param pieces in the order in which they are read
 */
record Phrase(List<Piece> pieces) {
  /** Nothing said. */
  static final Phrase NONE = new Phrase(List.of());

  Phrase {
    pieces = List.copyOf(pieces);
  }

  /** What a piece is. */
  enum Kind {
    /** Text for people. */
    TEXT,
    /** The name of a label, a track or a team. */
    NAME,
    /** What a CRM stores: a word, a field. */
    WORD
  }

  /** One piece; its text may come from the file and hold anything. */
  record Piece(Kind kind, String text) {}

  static Phrase of(String text) {
    return NONE.and(text);
  }

  static Phrase named(Object name) {
    return NONE.name(name);
  }

  Phrase and(String text) {
    return with(Kind.TEXT, text);
  }

  Phrase name(Object name) {
    return with(Kind.NAME, name.toString());
  }

  Phrase word(Object word) {
    return with(Kind.WORD, word.toString());
  }

  /** Names with commas between them, and {@code and} before the last. */
  Phrase names(Collection<?> names) {
    var phrase = this;
    int left = names.size();
    for (var name : names) {
      phrase = phrase.name(name);
      left--;
      phrase = left == 0 ? phrase : phrase.and(left == 1 ? " and " : ", ");
    }
    return phrase;
  }

  /** Words with commas between them. */
  Phrase words(Collection<?> words) {
    var phrase = this;
    for (var word : words) {
      phrase = (phrase == this ? phrase : phrase.and(", ")).word(word);
    }
    return phrase;
  }

  Phrase then(Phrase other) {
    var both = new ArrayList<>(pieces);
    both.addAll(other.pieces);
    return new Phrase(both);
  }

  boolean isEmpty() {
    return pieces.stream().allMatch(piece -> piece.text().isBlank());
  }

  private Phrase with(Kind kind, String text) {
    return then(new Phrase(List.of(new Piece(kind, text))));
  }
}
