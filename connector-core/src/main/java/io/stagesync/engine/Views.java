package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.port.Conversion;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.port.FieldChange;
import io.stagesync.port.Reading;
import io.stagesync.reconcile.ChangeWindow;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.TrackView;
import io.stagesync.state.PairState;
import io.stagesync.state.SeenField;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what is stored of a pair into what a decision is made on. */
final class Views {
  private Views() {}

  /**
   * @param histories exact histories of the pair's two records, by side; a side without one counts
   *     with what the polls saw
   */
  static PairView of(
      Mapping mapping, PairState state, Map<Side, List<FieldChange>> histories, long run) {
    var conversion = state.lead().conversion().orElse(Conversion.NOT_CONVERTED);
    var tracks = new HashMap<Track, TrackView>();
    for (TrackMapping track : mapping.tracks()) {
      var remembered = state.track(track.track());
      tracks.put(
          track.track(),
          new TrackView(
              remembered.base(),
              observation(track, state, Side.SALESFORCE, histories),
              observation(track, state, Side.HUBSPOT, histories),
              remembered.memory()));
    }
    return new PairView(
        conversion.converted(), conversion.evidence(), state.lead().recordType(), tracks, run);
  }

  private static Observation observation(
      TrackMapping track, PairState state, Side side, Map<Side, List<FieldChange>> histories) {
    var record = state.on(side);
    if (record.presence() == Presence.GONE) {
      return Observation.of(Observation.Kind.GONE);
    }
    var field = track.field(side);
    var seen = field.map(f -> record.fields().get(f));
    if (field.isEmpty() || seen.isEmpty()) {
      return Observation.of(Observation.Kind.UNREADABLE);
    }
    return observation(field.get(), seen.get(), histories.getOrDefault(side, List.of()));
  }

  private static Observation observation(
      FieldName field, SeenField seen, List<FieldChange> history) {
    var last = last(field, seen.reading(), history);
    var window =
        last.map(c -> new ChangeWindow(c.at(), c.at(), true))
            .or(() -> seen.unchangedUntil().map(u -> new ChangeWindow(u, seen.changedBy(), false)));
    var kind =
        switch (seen.reading().kind()) {
          case VALUE -> Observation.Kind.VALUE;
          case BLANK -> Observation.Kind.BLANK;
          case UNREADABLE -> Observation.Kind.UNREADABLE;
        };
    return new Observation(
        kind, seen.reading().value(), window, last.map(c -> c.by().id()).orElse(seen.author()));
  }

  /**
   * The newest entry of a field's history, where it tells of the value that the field shows. What
   * we put back counts as of the time when a person set it.
   */
  private static Optional<FieldChange> last(
      FieldName field, Reading reading, List<FieldChange> history) {
    var own = history.stream().filter(c -> c.field().equals(field)).toList();
    if (own.isEmpty() || !own.get(0).to().equals(reading)) {
      return Optional.empty();
    }
    return own.stream()
        .filter(c -> !c.by().ours() && c.to().equals(reading))
        .findFirst()
        .or(() -> Optional.of(own.get(0)));
  }
}
