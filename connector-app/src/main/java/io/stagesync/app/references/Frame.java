package io.stagesync.app.references;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One element of a metadata file that is not closed yet. */
final class Frame {
  /** How far above a value its field may be named: value, its wrapper, the condition. */
  private static final int REACH = 3;

  final String name;
  final int depth;
  final int line;
  final StringBuilder text = new StringBuilder();
  boolean leaf = true;
  String title = "";
  boolean idle;
  boolean scoring;
  boolean partial;
  boolean formula;
  boolean oneField;
  String copied = "";
  String copy = "";
  private final Set<String> fields = new HashSet<>();
  private final List<Seen> seen = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();

  private record Seen(Sighting sighting, int depth) {}

  private record Piece(String text, int depth, int line) {}

  /**
   * @param depth 1 for the outermost element
   * @param line where its text begins
   */
  Frame(String name, int depth, int line) {
    this.name = name;
    this.depth = depth;
    this.line = line;
  }

  void names(Names names) {
    fields.addAll(names.fields());
    scoring |= names.scoring();
  }

  void add(Sighting sighting) {
    seen.add(new Seen(sighting, depth));
  }

  /** A value that is none of the words, and may be a part of one. */
  void addPiece(String text) {
    pieces.add(new Piece(text, depth, line));
  }

  /** Hands on what an element inside has shown. */
  void take(Frame inner) {
    inner.seen.stream().map(s -> inner.judged(s)).forEach(seen::add);
    fields.addAll(inner.fields);
    scoring |= inner.scoring;
    formula |= inner.formula;
    partial |= inner.partial && inner.leaf;
    inner.pieces.stream().filter(p -> p.depth() - depth < REACH).forEach(pieces::add);
  }

  /** What was seen inside, with all that this element tells of it. */
  List<Sighting> sightings() {
    return seen.stream().map(s -> judged(s).sighting()).toList();
  }

  private Seen judged(Seen s) {
    boolean near = (depth > 1 || oneField) && s.depth() - depth <= REACH;
    boolean named = near && s.sighting().wanted().fields().stream().anyMatch(fields::contains);
    return named ? new Seen(s.sighting().withField(), s.depth()) : s;
  }

  /** The words that a filter on a part of them would find here. */
  List<Sighting> parts(WordIndex words) {
    var found = new ArrayList<Sighting>();
    if (partial && !fields.isEmpty()) {
      for (var piece : pieces) {
        for (var word : words.containing(piece.text())) {
          if (word.fields().stream().anyMatch(fields::contains)) {
            found.add(
                new Sighting(
                    word,
                    piece.line(),
                    Sighting.Role.PART,
                    true,
                    "a filter on a part: " + piece.text()));
          }
        }
      }
    }
    return found;
  }
}
