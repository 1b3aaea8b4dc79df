package io.stagesync.app.dictionary;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a person may go in one track.
 *
 * @param title the track, for people
 * @param ordered whether there is a direction; without one each label may follow each
 * @param stops the labels, those that come before others first
 * @param steps the moves forward between neighbours; what lies further forward follows from them
 * @param ways the declared ways back, numbered from 1 in the file's order
 */
record Moves(String title, boolean ordered, List<Stop> stops, List<Step> steps, List<Way> ways) {
  Moves {
    stops = List.copyOf(stops);
    steps = List.copyOf(steps);
    ways = List.copyOf(ways);
  }

  /**
   * A label in the drawing.
   *
   * @param layer how many labels lie before it on the longest way to it
   * @param entry who brings people there
   */
  record Stop(Label label, int layer, Entry entry) {}

  /** A move forward, from one stop to another, by their places in the list. */
  record Step(int from, int to) {}

  /** A declared way back, from stops to one, by their places in the list. */
  record Way(int number, List<Integer> from, int to) {
    Way {
      from = List.copyOf(from);
    }
  }

  static Moves of(TrackMapping track, Entries entries) {
    var order = Order.of(track);
    var stops = new ArrayList<Stop>();
    for (var label : order.labels()) {
      var said = track.label(label).orElseThrow();
      stops.add(new Stop(label, order.layer(stops.size()), entries.of(track, said)));
    }
    var steps = new ArrayList<Step>();
    for (int from = 0; from < stops.size(); from++) {
      for (int to = 0; to < stops.size(); to++) {
        if (order.neighbours(from, to)) {
          steps.add(new Step(from, to));
        }
      }
    }
    return new Moves(
        Text.heading(track.track().name()), track.ordered(), stops, steps, ways(track, order));
  }

  private static List<Way> ways(TrackMapping track, Order order) {
    var labels = order.labels();
    var ways = new ArrayList<Way>();
    for (var way : track.waysBack()) {
      var from = way.from().stream().map(labels::indexOf).sorted().toList();
      ways.add(new Way(ways.size() + 1, from, labels.indexOf(way.to())));
    }
    return ways;
  }

  /** How many layers there are. */
  int layers() {
    return stops.stream().mapToInt(Stop::layer).max().orElse(-1) + 1;
  }

  /** Who brings people to a label. */
  enum Entry {
    SALESFORCE("entered in Salesforce"),
    HUBSPOT("entered in HubSpot"),
    EITHER("entered on either side"),
    EVENT("entered by what happens, not by hand");

    private final String words;

    Entry(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Finds out who brings people to a label. */
  interface Entries {
    Entry of(TrackMapping track, LabelMapping label);
  }

  /** The entries that a drawing has, for its legend. */
  List<Entry> entries() {
    return stops.stream().map(Stop::entry).distinct().sorted().toList();
  }
}
