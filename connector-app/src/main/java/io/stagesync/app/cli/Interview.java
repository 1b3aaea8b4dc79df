package io.stagesync.app.cli;

import io.stagesync.app.start.OwnStages;
import io.stagesync.mapping.yaml.MappingFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What `init` asks: which mapping file to begin with, and for a file of one's own the three
 * questions that a list of stages is designed by.
 */
record Interview(Question question, Terminal terminal) {
  /** The choice that is no shipped file. */
  static final String OWN = "own";

  /** The name of a shipped file, or {@link #OWN}. */
  String preset(@Nullable String given) {
    if (given == null && question.asks()) {
      var lines =
          IntStream.range(0, MappingFile.PRESETS.size())
              .mapToObj(i -> line(i + 1, MappingFile.PRESETS.get(i)))
              .collect(Collectors.joining());
      terminal.err().print("Which mapping file do you want to begin with?\n" + lines);
      terminal.err().print(" 0  " + OWN + ": your own stages, by three questions\n");
    }
    var answer = question.ask("Number or name", given, "standard");
    if (answer.equals("0")) {
      return OWN;
    }
    return IntStream.range(0, MappingFile.PRESETS.size())
        .filter(i -> answer.equals(Integer.toString(i + 1)))
        .mapToObj(MappingFile.PRESETS::get)
        .findFirst()
        .orElse(answer);
  }

  private static String line(int number, String preset) {
    return String.format("%2d  %s: %s%n", number, preset, MappingFile.presetFor(preset));
  }

  /** The three questions. Answers that were given on the command line are not asked for. */
  OwnStages stages(@Nullable String steps, @Nullable String events) {
    var named =
        parts(
            question.ask(
                "1. Which steps does a person take with you, from the first contact on? (commas"
                    + " between)",
                steps,
                "Lead, MQL, SQL, Opportunity, Customer"),
            ",");
    var entered = events == null ? asked(named) : parts(events, ";");
    if (steps != null) {
      return new OwnStages(named, entered);
    }
    var places =
        IntStream.rangeClosed(1, named.size())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(" "));
    IntStream.range(0, named.size())
        .forEach(i -> question.tell(String.format("%4d  %s", i + 1, named.get(i))));
    var order = parts(question.ask("3. In which order do they come?", null, places), " ");
    return inOrder(named, entered, order);
  }

  private List<String> asked(List<String> steps) {
    return steps.stream()
        .map(step -> question.ask("2. What makes a person enter " + step + "?", null, ""))
        .toList();
  }

  /** An order that does not name every step once leaves the steps as they were named. */
  private static OwnStages inOrder(List<String> steps, List<String> events, List<String> order) {
    var places = new ArrayList<Integer>();
    order.stream()
        .filter(o -> o.matches("[0-9]{1,3}"))
        .forEach(o -> places.add(Integer.parseInt(o)));
    boolean whole =
        places.stream()
            .sorted()
            .toList()
            .equals(IntStream.rangeClosed(1, steps.size()).boxed().toList());
    if (!whole) {
      return new OwnStages(steps, events);
    }
    return new OwnStages(
        places.stream().map(p -> steps.get(p - 1)).toList(),
        places.stream().map(p -> p <= events.size() ? events.get(p - 1) : "").toList());
  }

  private static List<String> parts(String text, String between) {
    return Arrays.stream(text.split(between, -1)).map(String::strip).toList();
  }
}
