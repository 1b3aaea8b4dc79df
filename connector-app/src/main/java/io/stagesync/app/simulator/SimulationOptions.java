package io.stagesync.app.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is simulated.
 *
 * @param people how many people there are
 * @param share empty: people of all kinds; else linked pairs of which this share, between 0 and 1,
 *     differs in one field
 * @param seed the same seed makes the same people
 * @param realistic whether limits, latencies and the lag of HubSpot's search are the real ones
 * @param editsPerMinute how often people edit by themselves; 0 for never
 * @param salesforcePort the port on 127.0.0.1; 0 for any free one
 * @param hubspotPort the port on 127.0.0.1; 0 for any free one
 * @param drifted whether admins changed both CRMs since the standard mapping file was written
 */
public record SimulationOptions(
    int people,
    OptionalDouble share,
    long seed,
    boolean realistic,
    int editsPerMinute,
    int salesforcePort,
    int hubspotPort,
    boolean drifted) {

  /** People of all kinds, without limits that one would notice. */
  public static SimulationOptions believable(int people, long seed) {
    return new SimulationOptions(people, OptionalDouble.empty(), seed, false, 0, 0, 0, false);
  }

  /** Pairs of which a share differs, with real limits and latencies. */
  public static SimulationOptions pairs(int pairs, double share, long seed) {
    return new SimulationOptions(pairs, OptionalDouble.of(share), seed, true, 0, 0, 0, false);
  }

  /** The same without latencies and lag. */
  public SimulationOptions hurried() {
    return new SimulationOptions(
        people, share, seed, false, editsPerMinute, salesforcePort, hubspotPort, drifted);
  }

  /** Whom the CRMs know. */
  List<Person> persons() {
    return share.isPresent()
        ? People.pairs(people, share.getAsDouble(), seed)
        : People.believable(people, seed);
  }

  /** These options as the command line of {@code simulate}. */
  List<String> arguments() {
    var arguments =
        new ArrayList<>(
            List.of("--people", String.valueOf(people), "--seed", String.valueOf(seed)));
    share.ifPresent(s -> arguments.addAll(List.of("--share", String.valueOf(s))));
    if (realistic) {
      arguments.add("--realistic");
    }
    if (drifted) {
      arguments.add("--drifted");
    }
    return arguments;
  }
}
