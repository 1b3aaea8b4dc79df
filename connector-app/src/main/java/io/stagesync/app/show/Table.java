package io.stagesync.app.show;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns of even width; the last column is as wide as it needs. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table row(Object... cells) {
    var row = new ArrayList<String>();
    for (var cell : cells) {
      row.add(cell instanceof Number n ? String.format("%,8d", n.longValue()) : cell.toString());
    }
    rows.add(row);
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The rows as lines, each after an indentation. */
  void to(Lines lines) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    var widths = new int[columns];
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (var row : rows) {
      var line = new StringBuilder("  ");
      for (int i = 0; i < row.size(); i++) {
        line.append(
            i + 1 < row.size()
                ? String.format("%-" + Math.max(1, widths[i]) + "s  ", row.get(i))
                : row.get(i));
      }
      lines.say(line.toString().stripTrailing());
    }
  }
}
