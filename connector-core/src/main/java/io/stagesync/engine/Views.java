package io.stagesync.engine;

import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pilot;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.port.Conversion;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.reconcile.ChangeWindow;
import io.stagesync.reconcile.Memory;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.OwnWrites;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.PilotFacts;
import io.stagesync.reconcile.TrackView;
import io.stagesync.state.PairState;
import io.stagesync.state.SeenField;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;

/** Turns what is stored of a pair into what a decision is made on. */
final class Views {
  private Views() {}

  /**
   * @param now what we wrote longer than {@link OwnWrites#SPAN} before it is left out
   * @param listed who is in the list that the mapping's pilot names; empty where nobody knows, and
   *     then everybody counts as in it
   */
  static PairView of(
      Mapping mapping, PairState state, long run, Instant now, Optional<Set<RecordId>> listed) {
    var conversion = state.lead().conversion().orElse(Conversion.NOT_CONVERTED);
    var tracks = new HashMap<Track, TrackView>();
    for (TrackMapping track : mapping.tracks()) {
      var remembered = state.track(track.track());
      tracks.put(
          track.track(),
          new TrackView(
              remembered.base(),
              observation(track, state, Side.SALESFORCE),
              untouched(observation(track, state, Side.HUBSPOT), remembered.memory()),
              asOf(now, remembered.memory())));
    }
    return new PairView(
        conversion.converted(),
        conversion.evidence(),
        state.lead().recordType(),
        tracks,
        run,
        mapping.reads().pilot().map(pilot -> facts(pilot, state, listed)));
  }

  /** The blank of our own open clear without its time: nobody's wish is as old as that. */
  private static Observation untouched(Observation seen, Memory memory) {
    boolean ours = memory.openClear().isPresent() && seen.kind() == Observation.Kind.BLANK;
    return ours
        ? new Observation(seen.kind(), seen.value(), Optional.empty(), seen.author())
        : seen;
  }

  private static Memory asOf(Instant now, Memory memory) {
    var own = memory.own().at(now);
    return own.equals(memory.own()) ? memory : memory.writing(own);
  }

  private static PilotFacts facts(Pilot pilot, PairState state, Optional<Set<RecordId>> listed) {
    var shown = new HashMap<FieldName, Observation>();
    for (FieldCondition condition : pilot.conditions()) {
      shown.put(condition.field(), observation(condition.field(), state));
    }
    var pair = state.pair();
    return new PilotFacts(
        shown,
        listed.map(members -> members.contains(pair.contact())).orElse(true),
        pilot.people().map(p -> p.name(pair.lead(), pair.contact())).orElse(true));
  }

  private static Observation observation(TrackMapping track, PairState state, Side side) {
    return track
        .field(side)
        .map(field -> observation(field, state))
        .orElse(
            Observation.of(
                state.on(side).presence() == Presence.GONE
                    ? Observation.Kind.GONE
                    : Observation.Kind.UNREADABLE));
  }

  private static Observation observation(FieldName field, PairState state) {
    var record = state.on(field.side());
    if (record.presence() == Presence.GONE) {
      return Observation.of(Observation.Kind.GONE);
    }
    return Optional.ofNullable(record.fields().get(field))
        .map(Views::observation)
        .orElse(Observation.of(Observation.Kind.UNREADABLE));
  }

  private static Observation observation(SeenField seen) {
    var kind =
        switch (seen.reading().kind()) {
          case VALUE -> Observation.Kind.VALUE;
          case BLANK -> Observation.Kind.BLANK;
          case UNREADABLE -> Observation.Kind.UNREADABLE;
        };
    var window =
        seen.unchangedUntil()
            .map(from -> new ChangeWindow(from, seen.changedBy(), from.equals(seen.changedBy())));
    return new Observation(kind, seen.reading().value(), window, seen.author());
  }
}
