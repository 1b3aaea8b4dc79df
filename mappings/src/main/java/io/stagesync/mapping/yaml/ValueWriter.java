package io.stagesync.mapping.yaml;

import io.stagesync.example.Shown;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes values of one track as {@link ShownReader} reads them. */
record ValueWriter(TrackMapping track, KnownWords words) {
  /** Words that the language gives a meaning of its own. */
  private static final Set<String> SPOKEN_FOR =
      Set.of("blank", "unreadable", "gone", "untouched", "cleared", "any", "none", "nothing");

  /** What a side shows. */
  Object shown(Shown shown, Side side) {
    var said =
        switch (shown.kind()) {
          case WORD, LABEL -> said(shown.kind() == Shown.Kind.WORD, shown.text(), side);
          case BLANK, UNREADABLE, GONE -> Wording.key(shown.kind());
        };
    if (shown.changed().isEmpty() && shown.by().isBlank()) {
      return said;
    }
    var tree = new LinkedHashMap<String, Object>();
    if (said instanceof Map<?, ?> map) {
      map.forEach((key, value) -> tree.put(key.toString(), value));
    } else {
      tree.put("value", said);
    }
    shown
        .changed()
        .ifPresent(
            m ->
                tree.put(
                    "at",
                    m.notBefore().equals(m.notAfter())
                        ? m.notBefore().toString()
                        : Map.of("from", m.notBefore().toString(), "to", m.notAfter().toString())));
    if (!shown.by().isBlank()) {
      tree.put("by", shown.by());
    }
    return tree;
  }

  /** Bare where that can be read in one way only. */
  Object said(boolean isWord, String text, Side side) {
    var word = new RawValue(text);
    boolean known = words.known(track, side).contains(word);
    if (isWord && !known) {
      return Map.of("unknown", text);
    }
    var label = track.label(new Label(text));
    boolean twoThings = known && label.filter(l -> !words.says(track, side, l, word)).isPresent();
    boolean otherWord = !isWord && known && label.filter(l -> begins(l, side, word)).isEmpty();
    return twoThings || otherWord || SPOKEN_FOR.contains(text)
        ? Map.of(isWord ? "word" : "label", text)
        : text;
  }

  /** Whether a word is what the label is written with, whatever the lead. */
  private static boolean begins(LabelMapping label, Side side, RawValue word) {
    var values = label.words(side).values();
    return label.variants().isEmpty() && !values.isEmpty() && values.get(0).equals(word);
  }

  /** Adds a value for each side. */
  void both(Map<String, Object> tree, Map<Side, Shown> shown) {
    for (var side : Side.values()) {
      Optional.ofNullable(shown.get(side)).ifPresent(s -> tree.put(side.key(), shown(s, side)));
    }
  }

  /** A value for each side. */
  Map<String, Object> both(Map<Side, Shown> shown) {
    var tree = new LinkedHashMap<String, Object>();
    both(tree, shown);
    return tree;
  }
}
