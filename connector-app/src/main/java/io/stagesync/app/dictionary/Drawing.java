package io.stagesync.app.dictionary;

import java.util.List;
import java.util.Locale;

/**
 * Moves as a drawing that needs nothing else to be seen: forward is downward, each declared way
 * back is a numbered rail on the right.
 */
final class Drawing {
  private static final int HEIGHT = 44;
  private static final int BESIDE = 26;
  private static final int BELOW = 34;
  private static final int MARGIN = 12;
  private static final int RAIL = 32;
  private static final int BADGE = 11;

  private final Moves moves;
  private final Markup out;
  private final Places places;
  private final int width;

  Drawing(Moves moves, Markup out) {
    this.moves = moves;
    this.out = out;
    this.places = Places.of(moves);
    int longest = moves.stops().stream().mapToInt(s -> s.label().name().length()).max().orElse(0);
    this.width = 8 * Math.max(8, longest) + 28;
  }

  void draw() {
    int rows = moves.stops().stream().mapToInt(s -> row(moves.stops().indexOf(s))).max().orElse(0);
    int wide = right() + RAIL * moves.ways().size() + MARGIN + 8;
    int under = moves.ways().isEmpty() ? MARGIN : MARGIN + 8;
    int high = MARGIN + rows * (HEIGHT + BELOW) + HEIGHT + under + head();
    out.open("svg", "viewBox", "0 0 " + wide + " " + high, "width", wide, "height", high)
        .element("title", moves.title() + ": where a person may go");
    if (!moves.ordered()) {
      out.leaf(
          "rect", "class", "frame", "x", 1, "y", 1, "width", wide - 2, "height", high - 2, "rx",
          14);
      out.element("text", "each may follow each", "class", "note", "x", MARGIN + 4, "y", 24);
    }
    moves.ways().forEach(this::way);
    moves.steps().forEach(this::step);
    for (int i = 0; i < moves.stops().size(); i++) {
      stop(i);
    }
    out.close();
  }

  private void stop(int stop) {
    var said = moves.stops().get(stop);
    var entry = said.entry().name().toLowerCase(Locale.ROOT);
    out.leaf(
        "rect",
        "class",
        "stop " + entry,
        "x",
        left(stop),
        "y",
        top(stop),
        "width",
        width,
        "height",
        HEIGHT,
        "rx",
        10);
    out.element(
        "text", said.label().name(), "class", "name", "x", middle(stop), "y", top(stop) + 27);
  }

  private void step(Moves.Step step) {
    int from = top(step.from()) + HEIGHT;
    int to = top(step.to());
    int bend = Math.min(BELOW, (to - from) / 2);
    out.leaf(
        "path",
        "class",
        "step",
        "d",
        "M%d %d C%d %d %d %d %d %d"
            .formatted(
                middle(step.from()),
                from,
                middle(step.from()),
                from + bend,
                middle(step.to()),
                to - bend - 6,
                middle(step.to()),
                to - 6));
    tip(middle(step.to()), to - 1, -5, -8, 5, -8, "step");
  }

  /** A line from each stop where it starts to the rail, the rail, and one line to its end. */
  private void way(Moves.Way way) {
    int rail = right() + RAIL * way.number() - RAIL / 2 + 8;
    int edge = left(way.to()) + width;
    int end = touch(way.to(), way.number());
    int into = isLast(way.to()) ? end : top(way.to()) - 8;
    var line = new StringBuilder();
    int low = into;
    int high = into;
    for (int from : way.from()) {
      int start = touch(from, way.number());
      int leaves = isLast(from) ? start : top(from) + HEIGHT + 6 + way.number() % 4 * 4;
      line.append("M%d %d".formatted(left(from) + width, start));
      line.append(isLast(from) ? "" : " h10 V" + leaves).append(" H" + rail + " ");
      low = Math.max(low, leaves);
      high = Math.min(high, leaves);
    }
    line.append("M%d %d V%d M%d %d".formatted(rail, low, high, rail, into));
    line.append(isLast(way.to()) ? " H" + (edge + 7) : " H%d V%d h-3".formatted(edge + 10, end));
    out.leaf("path", "class", "back", "d", line);
    tip(edge + 1, end, 8, -5, 8, 5, "back");
    int badge = (low + high) / 2;
    out.leaf("circle", "class", "badge", "cx", rail, "cy", badge, "r", BADGE);
    out.element("text", "" + way.number(), "class", "number", "x", rail, "y", badge + 4);
  }

  /** Whether nothing stands to its right; a way passes below or above what does. */
  private boolean isLast(int stop) {
    return left(stop) + width >= right()
        || moves.stops().stream()
            .mapToInt(moves.stops()::indexOf)
            .noneMatch(other -> row(other) == row(stop) && left(other) > left(stop));
  }

  /** Where a way touches a stop's right edge; ways that touch the same one do so side by side. */
  private int touch(int stop, int number) {
    List<Integer> here =
        moves.ways().stream()
            .filter(way -> way.to() == stop || way.from().contains(stop))
            .map(Moves.Way::number)
            .toList();
    return top(stop) + HEIGHT * (here.indexOf(number) + 1) / (here.size() + 1);
  }

  private void tip(int x, int y, int ax, int ay, int bx, int by, String kind) {
    out.leaf(
        "path",
        "class",
        "tip " + kind,
        "d",
        "M%d %d L%d %d L%d %d Z".formatted(x, y, x + ax, y + ay, x + bx, y + by));
  }

  private int row(int stop) {
    return Places.row(moves, stop);
  }

  /** Room for the words above stops that have no order. */
  private int head() {
    return moves.ordered() ? 0 : 26;
  }

  private int top(int stop) {
    return MARGIN + head() + row(stop) * (HEIGHT + BELOW);
  }

  private int left(int stop) {
    return MARGIN
        + (int) Math.round((places.columns().get(stop) - places.least()) * (width + BESIDE));
  }

  private int middle(int stop) {
    return left(stop) + width / 2;
  }

  private int right() {
    return MARGIN + (int) Math.round((places.most() - places.least()) * (width + BESIDE)) + width;
  }
}
