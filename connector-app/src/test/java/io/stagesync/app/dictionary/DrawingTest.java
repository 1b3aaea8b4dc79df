package io.stagesync.app.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.app.dictionary.Moves.Entry;
import io.stagesync.app.dictionary.Moves.Step;
import io.stagesync.app.dictionary.Moves.Stop;
import io.stagesync.app.dictionary.Moves.Way;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class DrawingTest {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
  private static final Pattern POINT = Pattern.compile("[MLC](-?[0-9]+) (-?[0-9]+)");

  private static Document drawn(Moves moves) {
    var out = new Markup();
    new Drawing(moves, out).draw();
    return Pages.html(out.page());
  }

  private static List<Element> ofClass(Document page, String start) {
    return Pages.elements(page, "*").stream()
        .filter(element -> element.getAttribute("class").startsWith(start))
        .toList();
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }

  private static Moves parallel() {
    var mapping =
        Pages.mapping(
            """
            version: 1
            tracks:
              t:
                salesforce: Lead.A__c
                hubspot: contact.a
                labels:
                  last: { rank: 40, salesforce: L, hubspot: l }
                  first: { rank: 10, salesforce: F, hubspot: f }
                  left: { rank: 20, salesforce: B, hubspot: b }
                  right: { rank: 20, salesforce: C, hubspot: c }
                backward:
                  - { from: [left, last], to: first, because: "Again" }
                  - { from: last, to: right, because: "Once more" }
            """);
    return Moves.of(mapping.tracks().get(0), new Entrances(mapping)::of);
  }

  @Test
  void stepsJoinNeighboursAndWhatIsSideBySideIsNotJoined() {
    var moves = parallel();
    assertThat(moves.stops().stream().map(s -> s.label().name() + " " + s.layer()))
        .containsExactly("first 0", "left 1", "right 1", "last 2");
    assertThat(moves.steps())
        .containsExactly(new Step(0, 1), new Step(0, 2), new Step(1, 3), new Step(2, 3));
    assertThat(moves.ways())
        .containsExactly(new Way(1, List.of(1, 3), 0), new Way(2, List.of(3), 2));
  }

  @Test
  void everyLabelStepAndWayIsDrawnOnce() {
    var page = drawn(parallel());
    assertThat(ofClass(page, "stop")).hasSize(4);
    assertThat(ofClass(page, "step")).hasSize(4);
    assertThat(ofClass(page, "back")).hasSize(2);
    assertThat(Pages.texts(page, "text"))
        .containsExactlyInAnyOrder("first", "left", "right", "last", "1", "2");
    assertThat(Pages.texts(page, "title")).containsExactly("T: where a person may go");
  }

  @Test
  void withoutAnOrderEachMayFollowEach() {
    var stops =
        IntStream.range(0, 5).mapToObj(i -> new Stop(new Label("l" + i), 0, Entry.EITHER)).toList();
    var page = drawn(new Moves("T", false, stops, List.of(), List.of()));
    assertThat(Pages.texts(page, "text")).contains("each may follow each", "l0", "l4");
    assertThat(ofClass(page, "frame")).hasSize(1);
    assertFits(page);
  }

  static Stream<TrackMapping> tracks() {
    return Pages.shipped().map(Mapping::tracks).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("tracks")
  void theDrawingsOfShippedMappingsFitTheirFrames(TrackMapping track) {
    assertFits(drawn(Moves.of(track, (t, label) -> Entry.EITHER)));
  }

  @Test
  void drawingsOfAnyShapeFitTheirFrames() {
    for (long seed = 0; seed < 200; seed++) {
      assertFits(drawn(random(new SplittableRandom(seed))));
    }
  }

  /** Layers of up to four labels, each joined to some of the layer above, and ways back. */
  private static Moves random(SplittableRandom random) {
    var stops = new ArrayList<Stop>();
    var steps = new ArrayList<Step>();
    for (int layer = 0; layer <= random.nextInt(1, 8); layer++) {
      int above = stops.size();
      for (int i = random.nextInt(1, 5); i > 0; i--) {
        var name = "l".repeat(random.nextInt(1, 30)) + stops.size();
        stops.add(new Stop(new Label(name), layer, Entry.values()[random.nextInt(4)]));
        if (above > 0) {
          steps.add(new Step(random.nextInt(above), stops.size() - 1));
        }
      }
    }
    var ways = new ArrayList<Way>();
    for (int number = 1; number <= random.nextInt(6); number++) {
      int from = random.nextInt(stops.size());
      ways.add(new Way(number, List.of(from), random.nextInt(from + 1)));
    }
    return new Moves("T", true, stops, steps, ways);
  }

  /** Labels lie inside, beside each other, are wide enough for their names; lines end inside. */
  private static void assertFits(Document page) {
    var box =
        NUMBER
            .matcher(page.getDocumentElement().getAttribute("viewBox"))
            .results()
            .map(r -> Integer.parseInt(r.group()))
            .toList();
    var stops = ofClass(page, "stop");
    for (var stop : stops) {
      int left = number(stop, "x");
      int top = number(stop, "y");
      assertThat(left).isPositive();
      assertThat(top).isPositive();
      assertThat(left + number(stop, "width")).isLessThan(box.get(2));
      assertThat(top + number(stop, "height")).isLessThan(box.get(3));
      for (var other : stops) {
        boolean apart =
            stop == other
                || Math.abs(left - number(other, "x")) >= number(stop, "width")
                || Math.abs(top - number(other, "y")) >= number(stop, "height");
        assertThat(apart).as("two labels lie over each other").isTrue();
      }
    }
    for (var name : ofClass(page, "name")) {
      assertThat(8 * name.getTextContent().length()).isLessThan(number(stops.get(0), "width"));
    }
    for (var path : Pages.elements(page, "path")) {
      var points = POINT.matcher(path.getAttribute("d")).results().toList();
      assertThat(points).isNotEmpty();
      for (var point : points) {
        assertThat(Integer.parseInt(point.group(1))).isBetween(0, box.get(2));
        assertThat(Integer.parseInt(point.group(2))).isBetween(0, box.get(3));
      }
    }
    for (var badge : ofClass(page, "badge")) {
      assertThat(number(badge, "cx") + number(badge, "r")).isLessThanOrEqualTo(box.get(2));
    }
  }

  @Test
  void mermaidDrawsTheSame() {
    assertThat(new Mermaid(parallel()).text())
        .isEqualTo(
            """
            flowchart TB
              n0("first"):::either
              n1("left"):::either
              n2("right"):::either
              n3("last"):::either
              n0 --> n1
              n0 --> n2
              n1 --> n3
              n2 --> n3
              n1 -. "1" .-> n0
              n3 -. "1" .-> n0
              n3 -. "2" .-> n2
              classDef either stroke:#8a8f98,stroke-width:2px
            """);
  }

  @Test
  void whatIsNoNameCannotEndANodeOfMermaid() {
    var label = new Label("a\"):::x; click n0 \"javascript:alert(1)\" `b` <i>&#");
    var stops = List.of(new Stop(label, 0, Entry.EVENT));
    assertThat(new Mermaid(new Moves("T", true, stops, List.of(), List.of())).text())
        .contains("n0(\"a#34;#41;#58;#58;#58;x#59; click n0 #34;javascript#58;alert#40;1#41;#34;")
        .contains("#96;b#96; #60;i#62;#38;#35;\"):::event\n");
  }
}
