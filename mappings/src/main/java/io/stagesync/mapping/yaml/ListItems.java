package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
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

/**
 * Reads a long list of tests item by item, so that its tree never stands whole. What is wrong with
 * one item keeps back no other one, as long as the parser can go on.
 */
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

  /** Who is handed the items. */
  interface Reader {
    /** Takes an item; says whether another one is wanted. */
    boolean take(Site item);

    /** Says the same where an item could not be used. */
    boolean goesOn();
  }

  /** Reads a list, or the list behind the key {@code tests}. */
  void read(String text, Reader reader) {
    try {
      var events = yaml.parse(new StringReader(text)).iterator();
      next(events);
      var start = next(events);
      if (!(start instanceof DocumentStartEvent)) {
        new SourceText(problems, mostBytes).empty();
        return;
      }
      if (top(events, reader)) {
        while (events.hasNext()) {
          next(events);
        }
      }
    } catch (EventCheck.Bottomless e) {
      problems.whole(
          DiagnosticId.TOO_DEEP,
          "a part goes down and down",
          "mend what is nested too deep" + SyntaxProblem.REST_UNREAD);
    } catch (YAMLException e) {
      SyntaxProblem.reportAsEnd(e, problems);
    }
  }

  private Event next(Iterator<Event> events) {
    var event = events.next();
    check.see(event);
    return event;
  }

  private boolean top(Iterator<Event> events, Reader reader) {
    var top = next(events);
    if (!(top instanceof MappingStartEvent)) {
      return list(top, events, reader);
    }
    for (var key = next(events); !(key instanceof CollectionEndEvent); key = next(events)) {
      if (key instanceof ScalarEvent scalar && scalar.getValue().equals("tests")) {
        if (!list(next(events), events, reader)) {
          return false;
        }
      } else {
        problems.at(
            problems.place(key.getStartMark()),
            DiagnosticId.UNKNOWN_KEY,
            "a file of tests has the key `tests` and no other",
            "write the list of tests behind `tests:`, or the list alone");
        rest(key, events);
        rest(next(events), events);
        if (!reader.goesOn()) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean list(Event first, Iterator<Event> events, Reader reader) {
    if (!(first instanceof SequenceStartEvent)) {
      problems.at(
          problems.place(first.getStartMark()),
          DiagnosticId.WRONG_TYPE,
          "a file of tests has to be a list",
          "write each test like `" + EXAMPLE + "`");
      rest(first, events);
      return reader.goesOn();
    }
    check.partReadable();
    for (var item = next(events); !(item instanceof CollectionEndEvent); item = next(events)) {
      var whole = rest(item, events);
      var node = check.partReadable() ? compose(whole) : Optional.<Node>empty();
      boolean more = node.map(n -> reader.take(Site.top(problems, n))).orElseGet(reader::goesOn);
      if (!more) {
        return false;
      }
    }
    return true;
  }

  /** The events of a value, of which the first was taken. */
  private List<Event> rest(Event first, Iterator<Event> events) {
    var whole = new ArrayList<>(List.of(first));
    int depth = first instanceof CollectionStartEvent ? 1 : 0;
    while (depth > 0) {
      var event = next(events);
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      whole.add(event);
    }
    return whole;
  }

  private Optional<Node> compose(List<Event> whole) {
    var mark = whole.get(0).getStartMark();
    var item = new ArrayDeque<Event>();
    item.add(new StreamStartEvent(mark, mark));
    item.add(new DocumentStartEvent(mark, mark, false, null, null));
    item.addAll(whole);
    item.add(new DocumentEndEvent(mark, mark, false));
    item.add(new StreamEndEvent(mark, mark));
    try {
      return Optional.of(
          new Composer(new Replay(item), new Resolver(), YamlReader.options(1 << 20))
              .getSingleNode());
    } catch (YAMLException e) {
      SyntaxProblem.report(e, problems);
      return Optional.empty();
    }
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
