package io.stagesync.proof;

import io.stagesync.mapping.Mapping;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.RuleDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.RuleWitness.Start;
import io.stagesync.proof.World.Person;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.Pair;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A file that breaks a law, run by the real engine between two CRMs: what was foreseen happens. */
final class Replay {
  private static final int LONG = 6;

  private final Draft draft;
  private final Store store;
  private final Mapping mapping;

  Replay(Draft draft, Store store) {
    this.draft = draft;
    this.store = store;
    this.mapping = DraftMapping.of(draft);
  }

  private World world() {
    return new World(draft, mapping, store, 1);
  }

  /**
   * After one edit rules write over what rules wrote. It goes on until a guard of last resort stops
   * it, or until the two sides are caught apart in the middle of it.
   */
  boolean turns(Start start, RuleDraft rule) {
    World world = world();
    Person person = entered(world, start, rule);
    for (int i = 0; i < LONG; i++) {
      world.sync();
    }
    Map<String, Integer> times = new HashMap<>();
    journal(world, person).stream()
        .filter(e -> e.kind() == JournalEntry.Kind.WROTE)
        .filter(e -> e.reason().equals(Optional.of(Reason.RULE)))
        .forEach(e -> times.merge(e.track() + " " + e.side(), 1, Integer::sum));
    return times.values().stream().anyMatch(n -> n > 1);
  }

  /** A rule writes a side that its track does not write. */
  boolean writesTheSideThatLeads(Start start, RuleDraft rule) {
    World world = world();
    Person person = entered(world, start, rule);
    for (int i = 0; i < LONG; i++) {
      world.sync();
    }
    TrackDraft driven = draft.track(rule.driven());
    return journal(world, person).stream()
        .filter(e -> e.kind() == JournalEntry.Kind.WROTE)
        .filter(e -> e.track().equals(Optional.of(new Track(driven.name))))
        .anyMatch(e -> e.side().filter(s -> !driven.writes(s)).isPresent());
  }

  /** Somebody is brought to the label that fires a rule, once both sides agreed. */
  private Person entered(World world, Start start, RuleDraft rule) {
    Person person =
        world.person(
            0, false, shown((track, label) -> label.name.equals(start.agreed().get(track))));
    world.sync();
    world.sync();
    TrackDraft driver = draft.track(rule.when());
    String word = driver.label(rule.enters()).on(start.by()).words().get(0);
    world.edit(person, driver, start.by(), word);
    return person;
  }

  /** Which label of a track somebody stands at. */
  private interface Stands {
    boolean at(String track, LabelDraft label);
  }

  private Map<FieldName, RawValue> shown(Stands stands) {
    Map<FieldName, RawValue> values = new HashMap<>();
    for (TrackDraft track : draft.tracks) {
      for (LabelDraft label : track.labels) {
        for (Side side : track.fields.keySet()) {
          if (stands.at(track.name, label) && label.on(side).is(Said.OWN)) {
            values.put(World.field(track, side), new RawValue(label.on(side).words().get(0)));
          }
        }
      }
    }
    return values;
  }

  /**
   * A word that we write is ignored when it is read again: the next run does not know what the
   * person stands at. Empty where no such word is ever written.
   */
  Optional<Boolean> forgets() {
    if (draft.scope.isPresent()) {
      return Optional.empty(); // who is out of it is not written at all
    }
    for (TrackDraft track : draft.tracks) {
      for (Side side : track.fields.keySet()) {
        for (LabelDraft label : track.labels) {
          if (!track.lone() && track.writes(side) && written(track, side, label)) {
            return Optional.of(forgets(track, side, label));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean written(TrackDraft track, Side side, LabelDraft label) {
    return label.on(side).is(Said.OWN)
        && label.on(side.other()).is(Said.OWN)
        && track.ignored.getOrDefault(side, List.of()).contains(label.on(side).words().get(0))
        && !World.isStatus(track, side)
        && label.requires.isEmpty()
        && !(label.fromOpportunity && side == Side.SALESFORCE)
        && free(track, side.other(), label);
  }

  private static boolean free(TrackDraft track, Side source, LabelDraft label) {
    return !track.ignored.getOrDefault(source, List.of()).contains(label.on(source).words().get(0));
  }

  private boolean forgets(TrackDraft track, Side side, LabelDraft label) {
    World world = world();
    Map<FieldName, RawValue> values =
        shown((name, stands) -> name.equals(track.name) && stands == label);
    values.remove(World.field(track, side));
    Person person = world.person(0, false, values);
    world.sync();
    String word = label.on(side).words().get(0);
    boolean written = world.shown(person, track, side).equals(word);
    world.sync();
    return written && reason(world, person, track.name) == Reason.IGNORED_VALUE;
  }

  private static Reason reason(World world, Person person, String track) {
    Pair pair = pair(world, person);
    return Objects.requireNonNull(
            world.store.read(s -> s.pairs().decisions(pair.id())).get(new Track(track)))
        .reason();
  }

  private List<JournalEntry> journal(World world, Person person) {
    Pair pair = pair(world, person);
    return store.read(s -> s.journal().of(pair.id()));
  }

  private static Pair pair(World world, Person person) {
    return world
        .store
        .<Optional<Pair>>read(s -> s.pairs().of(Side.SALESFORCE, person.lead()))
        .orElseThrow();
  }
}
