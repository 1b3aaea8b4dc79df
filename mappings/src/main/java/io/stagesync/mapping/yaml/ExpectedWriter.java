package io.stagesync.mapping.yaml;

import io.stagesync.example.Expected;
import io.stagesync.example.Expected.Write;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Writes what a test expects, as {@link ExpectedReader} reads it. */
record ExpectedWriter(Mapping mapping, KnownWords words) {

  Object tree(Expected expected) {
    var tree = new LinkedHashMap<String, Object>();
    for (var side : Side.values()) {
      if (expected.anything().contains(side)) {
        tree.put(side.key(), "any");
      }
      var writes = expected.writes().getOrDefault(side, Map.of());
      put(tree, side.key(), writes, (track, w) -> write(w, new ValueWriter(track, words), side));
    }
    put(tree, "label", expected.labels(), (track, l) -> l.map(Label::name).orElse("none"));
    put(tree, "reason", expected.reasons(), (track, code) -> code);
    put(tree, "outcome", expected.outcomes(), (track, code) -> code);
    put(tree, "cycle", expected.cycles(), (track, cycle) -> cycle);
    expected
        .findings()
        .ifPresent(f -> tree.put("findings", f.isEmpty() ? "none" : f.stream().sorted().toList()));
    return tree.isEmpty() ? "nothing" : tree;
  }

  private <T> void put(
      Map<String, Object> tree,
      String key,
      Map<Track, T> said,
      BiFunction<TrackMapping, T, Object> say) {
    var values = new LinkedHashMap<String, Object>();
    for (var track : mapping.tracks()) {
      Optional.ofNullable(said.get(track.track()))
          .ifPresent(value -> values.put(track.track().name(), say.apply(track, value)));
    }
    if (!values.isEmpty()) {
      tree.put(key, values);
    }
  }

  private static Object write(Write write, ValueWriter values, Side side) {
    boolean isWord = write.kind() == Write.Kind.WORD;
    if (write.clearFirst().isPresent() && !write.text().isBlank()) {
      var tree = new LinkedHashMap<String, Object>();
      tree.put(isWord ? "word" : "label", write.text());
      tree.put("clear-first", write.clearFirst().get());
      return tree;
    }
    return switch (write.kind()) {
      case WORD, LABEL -> values.said(isWord, write.text(), side);
      case CLEARED -> "cleared";
      case UNTOUCHED -> "untouched";
      case ANYTHING -> "any";
    };
  }
}
