package io.stagesync.reconcile;

import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.Pilot;
import io.stagesync.vocabulary.RawValue;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who takes part in a pilot. It stands before everything else: of somebody outside nothing is
 * judged, not even that a value is unknown. A pair of which nothing is told takes part, for it was
 * made up to be judged.
 */
final class PilotGate {
  private PilotGate() {}

  /** Whether a pair takes part, by all of its tracks. */
  static boolean letsIn(Collection<TrackCase> cases) {
    for (TrackCase c : cases) {
      if (refuses(c).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** Why a pair takes no part; empty where it does. */
  static Optional<Verdict> refuses(TrackCase c) {
    Optional<Pilot> pilot = c.mapping().reads().pilot();
    Optional<PilotFacts> facts = c.pair().pilot();
    if (pilot.isEmpty() || facts.isEmpty()) {
      return Optional.empty();
    }
    for (FieldCondition condition : pilot.get().conditions()) {
      Optional<Verdict> refused = refuses(condition, facts.get());
      if (refused.isPresent()) {
        return refused;
      }
    }
    Optional<String> list = pilot.get().hubspotList().filter(l -> !facts.get().listed());
    if (list.isPresent()) {
      return Optional.of(outside("the contact is not in HubSpot's list " + list.get()));
    }
    return pilot
        .get()
        .people()
        .filter(people -> !facts.get().named())
        .map(people -> outside("none of the person's ids stands in " + people.file()));
  }

  private static Optional<Verdict> refuses(FieldCondition condition, PilotFacts facts) {
    Observation seen =
        facts.shown().getOrDefault(condition.field(), Observation.of(Observation.Kind.UNREADABLE));
    String field = condition.field().toString();
    return switch (seen.kind()) {
      case VALUE ->
          seen.value().filter(condition.values()::contains).isPresent()
              ? Optional.empty()
              : Optional.of(
                  outside(
                      field
                          + " shows "
                          + seen.value().map(Sentences::quoted).orElse("")
                          + ", and those who take part show "
                          + listed(condition.values())));
      case BLANK ->
          Optional.of(
              outside(
                  field + " is blank, and those who take part show " + listed(condition.values())));
      case UNREADABLE ->
          Optional.of(
              Verdict.stop(
                  Reason.UNREADABLE,
                  field
                      + " could not be read, so nobody can say whether the person takes part in the"
                      + " pilot.",
                  ""));
      case GONE -> Optional.empty();
    };
  }

  private static Verdict outside(String why) {
    return Verdict.stop(Reason.OUTSIDE_PILOT, "Outside of the pilot: " + why + ".", "");
  }

  private static String listed(Collection<RawValue> values) {
    return values.stream().sorted().map(Sentences::quoted).collect(Collectors.joining(" or "));
  }
}
