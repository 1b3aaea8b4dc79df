package io.stagesync.app.dictionary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the stops of a drawing stand, in columns to the left and right of a middle one.
 *
 * @param columns for each stop how far it is from the middle; whole columns lie 1 apart
 */
record Places(List<Double> columns) {
  /** How many stand in a row where nothing says who comes first. */
  private static final int IN_A_ROW = 3;

  Places {
    columns = List.copyOf(columns);
  }

  static Places of(Moves moves) {
    return moves.ordered() ? inLayers(moves) : inRows(moves);
  }

  /** The row of a stop, from 0. */
  static int row(Moves moves, int stop) {
    return moves.ordered() ? moves.stops().get(stop).layer() : stop / IN_A_ROW;
  }

  private static Places inRows(Moves moves) {
    var columns = new ArrayList<Double>();
    int count = moves.stops().size();
    double middle = (Math.min(count, IN_A_ROW) - 1) / 2.0;
    for (int i = 0; i < count; i++) {
      columns.add(i % IN_A_ROW - middle);
    }
    return new Places(columns);
  }

  /** Each stop below those that it follows; what shares a layer stands side by side. */
  private static Places inLayers(Moves moves) {
    var columns = new double[moves.stops().size()];
    for (int layer = 0; layer < moves.layers(); layer++) {
      var here = new ArrayList<Integer>();
      for (int stop = 0; stop < columns.length; stop++) {
        if (moves.stops().get(stop).layer() == layer) {
          columns[stop] = above(moves, stop, columns);
          here.add(stop);
        }
      }
      here.sort(Comparator.comparingDouble(stop -> columns[stop]));
      apart(here, columns);
    }
    var all = new ArrayList<Double>();
    for (var column : columns) {
      all.add(column);
    }
    return new Places(all);
  }

  private static double above(Moves moves, int stop, double[] columns) {
    return moves.steps().stream()
        .filter(step -> step.to() == stop)
        .mapToDouble(step -> columns[step.from()])
        .average()
        .orElse(0);
  }

  /** Moves neighbours apart evenly, so that their middle stays where it was. */
  private static void apart(List<Integer> here, double[] columns) {
    double before = here.stream().mapToDouble(stop -> columns[stop]).average().orElse(0);
    for (int i = 1; i < here.size(); i++) {
      columns[here.get(i)] = Math.max(columns[here.get(i)], columns[here.get(i - 1)] + 1);
    }
    double after = here.stream().mapToDouble(stop -> columns[stop]).average().orElse(0);
    here.forEach(stop -> columns[stop] += before - after);
  }

  double least() {
    return columns.stream().mapToDouble(c -> c).min().orElse(0);
  }

  double most() {
    return columns.stream().mapToDouble(c -> c).max().orElse(0);
  }
}
