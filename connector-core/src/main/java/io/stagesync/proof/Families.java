package io.stagesync.proof;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which labels of a track stand together: those that one value can mean, or that lend a word. */
final class Families {
  private final Vocabulary words;
  private final int[] family;
  private final Map<Side, int[]> shown = new EnumMap<>(Side.class);
  private final List<List<Integer>> members = new ArrayList<>();

  Families(Vocabulary words) {
    this.words = words;
    int[] root = new int[words.labels().size()];
    Arrays.setAll(root, i -> i);
    for (Side side : Side.BOTH) {
      for (Shown s : words.shown(side)) {
        if (!s.values().isEmpty()) {
          s.meaning().labels().forEach(l -> unite(root, words.number(l), s.meaning().labels()));
        }
      }
      for (Label label : words.labels()) {
        for (RawValue value : words.table(side).written(label)) {
          unite(root, words.number(label), meaningsOf(side, value));
        }
      }
    }
    family = new int[root.length];
    Map<Integer, Integer> seen = new HashMap<>();
    for (int i = 0; i < root.length; i++) {
      family[i] = seen.computeIfAbsent(find(root, i), r -> seen.size());
      if (family[i] == members.size()) {
        members.add(new ArrayList<>());
      }
      members.get(family[i]).add(i);
    }
    for (Side side : Side.BOTH) {
      shown.put(side, words.shown(side).stream().mapToInt(this::of).toArray());
    }
  }

  int count() {
    return members.size();
  }

  /** The labels of a family, by number, in the file's order. */
  List<Integer> labels(int f) {
    return members.get(f);
  }

  /** The family of a label; -1: none. */
  int of(int label) {
    return label < 0 ? -1 : family[label];
  }

  /** The family of what a side shows; -1: it means nothing or is blank. */
  int of(Side side, int place) {
    return Objects.requireNonNull(shown.get(side))[place];
  }

  private int of(Shown s) {
    return s.values().isEmpty() || s.meaning().labels().isEmpty()
        ? -1
        : family[words.number(s.meaning().labels().get(0))];
  }

  /** The values of a side that mean labels of a family, by place. */
  List<Integer> values(int f, Side side) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < words.shown(side).size(); place++) {
      if (of(side, place) == f) {
        places.add(place);
      }
    }
    return places;
  }

  private List<Label> meaningsOf(Side side, RawValue value) {
    return words.table(side).meanings(java.util.Optional.of(value));
  }

  private void unite(int[] root, int label, List<Label> others) {
    for (Label other : others) {
      root[find(root, words.number(other))] = find(root, label);
    }
  }

  private static int find(int[] root, int label) {
    int at = label;
    while (root[at] != at) {
      at = root[at];
    }
    return at;
  }
}
