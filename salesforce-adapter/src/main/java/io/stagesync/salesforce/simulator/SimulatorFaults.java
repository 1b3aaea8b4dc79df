package io.stagesync.salesforce.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** What goes wrong, or merely slowly, in the simulated org. Thread-safe. */
public final class SimulatorFaults {
  private final Map<CallKind, Deque<SimulatedFault>> next = new EnumMap<>(CallKind.class);
  private final Map<CallKind, Duration> latency = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> locked = new ConcurrentHashMap<>();
  private final List<BiFunction<String, Map<String, String>, Optional<String>>> rules =
      new CopyOnWriteArrayList<>();
  private final List<Flow> flows = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> beforeCommits = new CopyOnWriteArrayList<>();

  /** Automation that replaces a value in the moment it is written. */
  record Flow(String field, String from, String to) {}

  SimulatorFaults() {}

  /** The next request of a kind goes wrong; several faults come one after the other. */
  public synchronized SimulatorFaults next(CallKind kind, SimulatedFault... faults) {
    next.computeIfAbsent(kind, k -> new ArrayDeque<>()).addAll(List.of(faults));
    return this;
  }

  synchronized Optional<SimulatedFault> take(CallKind kind) {
    var queue = next.get(kind);
    return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
  }

  /** Every request of a kind takes at least so long. */
  public SimulatorFaults latency(CallKind kind, Duration time) {
    latency.put(kind, time);
    return this;
  }

  Duration latency(CallKind kind) {
    return latency.getOrDefault(kind, Duration.ZERO);
  }

  /** Somebody else holds a lead for its next so many updates. */
  public SimulatorFaults lock(String lead, int updates) {
    locked.put(lead, new AtomicLong(updates));
    return this;
  }

  boolean takeLock(String lead) {
    var left = locked.get(lead);
    return left != null && left.getAndDecrement() > 0;
  }

  /**
   * Adds a validation rule: from a lead's id and the fields that are written (blank for a cleared
   * one) to the message of the rule, where it refuses.
   */
  public SimulatorFaults validationRule(
      BiFunction<String, Map<String, String>, Optional<String>> rule) {
    rules.add(rule);
    return this;
  }

  Optional<String> refusal(String lead, Map<String, String> fields) {
    return rules.stream().map(r -> r.apply(lead, fields)).flatMap(Optional::stream).findFirst();
  }

  /** Adds automation that turns one value of a field into another in the same transaction. */
  public SimulatorFaults flow(String field, String from, String to) {
    flows.add(new Flow(field, from, to));
    return this;
  }

  String afterFlows(String field, String value) {
    var result = value;
    for (var flow : flows) {
      if (flow.field().equals(field) && flow.from().equals(result)) {
        result = flow.to();
      }
    }
    return result;
  }

  /**
   * Something that happens after an update arrived and before it is carried out; is called with the
   * id of each of its leads, once for each update.
   */
  public SimulatorFaults beforeCommit(Consumer<String> event) {
    beforeCommits.add(event);
    return this;
  }

  void beforeCommit(String lead) {
    beforeCommits.forEach(event -> event.accept(lead));
  }

  /** Nothing goes wrong or slowly any more. */
  public synchronized void clear() {
    next.clear();
    latency.clear();
    locked.clear();
    rules.clear();
    flows.clear();
    beforeCommits.clear();
  }
}
