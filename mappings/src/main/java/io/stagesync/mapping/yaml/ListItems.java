package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.function.Predicate;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a long list of tests item by item, so that its tree never stands whole. */
final class ListItems {
  private static final String EXAMPLE = "- { name: ..., given: ..., expect: nothing }";

  private final Problems problems;
  private final int mostBytes;
  private final Yaml yaml;
  private final EventCheck check;

  ListItems(Problems problems, int mostBytes) {
    this.problems = problems;
    this.mostBytes = mostBytes;
    this.check = new EventCheck(problems);
    var options = YamlReader.options(mostBytes);
    var dumper = new DumperOptions();
    this.yaml = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options);
  }

  /**
   * Reads a list, or the list behind the key {@code tests}.
   *
   * @param more is handed each item; says whether another one is wanted
   */
  void read(String text, Predicate<Site> more) {
    try {
      var events = yaml.parse(new StringReader(text)).iterator();
      next(events);
      var start = next(events);
      if (!(start instanceof DocumentStartEvent)) {
        new SourceText(problems, mostBytes).empty();
        return;
      }
      if (top(events, more)) {
        while (events.hasNext()) {
          next(events);
        }
      }
    } catch (EventCheck.Bottomless e) {
      return; // it is said where it became too deep
    } catch (YAMLException e) {
      SyntaxProblem.report(e, problems);
    }
  }

  private Event next(Iterator<Event> events) {
    var event = events.next();
    check.see(event);
    return event;
  }

  private boolean top(Iterator<Event> events, Predicate<Site> more) {
    var top = next(events);
    if (!(top instanceof MappingStartEvent)) {
      return list(top, events, more);
    }
    for (var key = next(events); !(key instanceof CollectionEndEvent); key = next(events)) {
      if (key instanceof ScalarEvent scalar && scalar.getValue().equals("tests")) {
        if (!list(next(events), events, more)) {
          return false;
        }
      } else {
        problems.at(
            problems.place(key.getStartMark()),
            DiagnosticId.UNKNOWN_KEY,
            "a file of tests has the key `tests` and no other",
            "write the list of tests behind `tests:`, or the list alone");
        return false;
      }
    }
    return true;
  }

  private boolean list(Event first, Iterator<Event> events, Predicate<Site> more) {
    if (!(first instanceof SequenceStartEvent)) {
      problems.at(
          problems.place(first.getStartMark()),
          DiagnosticId.WRONG_TYPE,
          "a file of tests has to be a list",
          "write each test like `" + EXAMPLE + "`");
      return false;
    }
    for (var item = next(events); !(item instanceof CollectionEndEvent); item = next(events)) {
      var node = compose(item, events);
      if (!check.usable() || !more.test(Site.top(problems, node))) {
        return false;
      }
    }
    return true;
  }

  private Node compose(Event first, Iterator<Event> rest) {
    var mark = first.getStartMark();
    var item = new ArrayDeque<Event>();
    item.add(new StreamStartEvent(mark, mark));
    item.add(new DocumentStartEvent(mark, mark, false, null, null));
    item.add(first);
    int depth = first instanceof CollectionStartEvent ? 1 : 0;
    while (depth > 0) {
      var event = next(rest);
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      item.add(event);
    }
    item.add(new DocumentEndEvent(mark, mark, false));
    item.add(new StreamEndEvent(mark, mark));
    return new Composer(new Replay(item), new Resolver(), YamlReader.options(1 << 20))
        .getSingleNode();
  }

  /** Events that were read already. */
  private record Replay(Queue<Event> events) implements Parser {
    @Override
    public boolean checkEvent(Event.ID choice) {
      return peekEvent().is(choice);
    }

    @Override
    public Event peekEvent() {
      return events.element();
    }

    @Override
    public Event getEvent() {
      return events.remove();
    }
  }
}
