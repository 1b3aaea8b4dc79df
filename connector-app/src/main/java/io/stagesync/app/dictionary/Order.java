package io.stagesync.app.dictionary;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which labels of a track come before which, worked out once. */
final class Order {
  private final List<Label> labels;
  private final boolean[][] before;
  private final int[] layers;

  private Order(List<Label> labels, boolean[][] before, int[] layers) {
    this.labels = labels;
    this.before = before;
    this.layers = layers;
  }

  static Order of(TrackMapping track) {
    var given = track.labels().stream().map(LabelMapping::label).toList();
    var found = matrix(track, given);
    var layers = layers(found);
    var sorted = new ArrayList<>(IntStream.range(0, given.size()).boxed().toList());
    sorted.sort(Comparator.comparingInt(label -> layers[label]));
    var labels = sorted.stream().map(given::get).toList();
    return new Order(
        labels, matrix(track, labels), sorted.stream().mapToInt(label -> layers[label]).toArray());
  }

  /** The labels, those that come before others first; else in the file's order. */
  List<Label> labels() {
    return labels;
  }

  /** How many labels lie before one on the longest way to it. */
  int layer(int label) {
    return layers[label];
  }

  /** Whether a label comes right before another: nothing lies between. */
  boolean neighbours(int one, int other) {
    return before[one][other]
        && IntStream.range(0, labels.size()).noneMatch(b -> before[one][b] && before[b][other]);
  }

  /** Whether two labels stand side by side: neither comes before the other. */
  boolean anySideBySide() {
    return IntStream.range(0, labels.size())
        .anyMatch(
            one ->
                IntStream.range(0, one)
                    .anyMatch(other -> !before[one][other] && !before[other][one]));
  }

  private static boolean[][] matrix(TrackMapping track, List<Label> labels) {
    var before = new boolean[labels.size()][labels.size()];
    for (int one = 0; one < before.length; one++) {
      for (int other = 0; other < before.length; other++) {
        before[one][other] = track.backward(labels.get(other), labels.get(one));
      }
    }
    return before;
  }

  private static int[] layers(boolean[][] before) {
    var layers = new int[before.length];
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int one = 0; one < layers.length; one++) {
        for (int other = 0; other < layers.length; other++) {
          if (before[one][other] && layers[other] <= layers[one]) {
            layers[other] = layers[one] + 1;
            moved = true;
          }
        }
      }
    }
    return layers;
  }
}
