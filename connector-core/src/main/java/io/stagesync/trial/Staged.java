package io.stagesync.trial;

import io.stagesync.example.AgreedBefore;
import io.stagesync.example.Given;
import io.stagesync.example.InPilot;
import io.stagesync.example.Remembered;
import io.stagesync.example.Shown;
import io.stagesync.example.Terms;
import io.stagesync.example.TrackGiven;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An example in the making: each step returns it with one thing more. */
record Staged(Given given) {
  private static final TrackGiven NOTHING =
      new TrackGiven(Optional.empty(), Map.of(), Remembered.NOTHING);

  /** A track that was never agreed on and is blank on both sides. */
  static Staged blank(Track track) {
    return new Staged(
        new Given(
            false,
            Evidence.NONE,
            Optional.empty(),
            Map.of(track, NOTHING),
            Terms.PLAIN,
            Optional.empty()));
  }

  /** A track on which both sides agreed before, and of which both still show it. */
  static Staged agreed(Track track, Label label) {
    return blank(track).base(track, label);
  }

  /** With another track, blank on both sides. */
  Staged and(Track track) {
    return with(track, t -> t);
  }

  /** With a track of which nothing is said any more: never agreed on, blank on both sides. */
  Staged without(Track track) {
    return with(track, t -> NOTHING);
  }

  Staged base(Track track, Label label) {
    return base(track, AgreedBefore.on(label));
  }

  Staged base(Track track, AgreedBefore base) {
    return with(track, t -> new TrackGiven(Optional.of(base), t.shown(), t.remembered()));
  }

  Staged shows(Track track, Side side, Shown shown) {
    return with(
        track,
        t -> {
          Map<Side, Shown> both = new HashMap<>(t.shown());
          both.put(side, shown);
          return new TrackGiven(t.base(), both, t.remembered());
        });
  }

  Staged shows(Track track, Side side, Label label) {
    return shows(track, side, Shown.label(label.name()));
  }

  Staged shows(Track track, Side side, Shown.Kind kind) {
    return shows(track, side, Shown.of(kind));
  }

  Staged remembers(Track track, Remembered remembered) {
    return with(track, t -> new TrackGiven(t.base(), t.shown(), remembered));
  }

  Staged converted(Evidence evidence) {
    return new Staged(
        new Given(
            true, evidence, given.recordType(), given.tracks(), given.terms(), given.pilot()));
  }

  Staged of(RecordType type) {
    return with(Optional.of(type), given.tracks(), given.terms(), given.pilot());
  }

  Staged where(Track track, Side side, Terms.Field field) {
    Map<Track, Map<Side, Terms.Field>> fields = new HashMap<>(given.terms().fields());
    Map<Side, Terms.Field> sides = new HashMap<>(fields.getOrDefault(track, Map.of()));
    sides.put(side, field);
    fields.put(track, sides);
    Terms terms = new Terms(fields, given.terms().convertedStatuses(), given.terms().paused());
    return terms(terms);
  }

  Staged terms(Terms terms) {
    return with(given.recordType(), given.tracks(), terms, given.pilot());
  }

  Staged pilot(InPilot pilot) {
    return with(given.recordType(), given.tracks(), given.terms(), Optional.of(pilot));
  }

  private Staged with(Track track, UnaryOperator<TrackGiven> change) {
    Map<Track, TrackGiven> tracks = new HashMap<>(given.tracks());
    tracks.put(track, change.apply(tracks.getOrDefault(track, NOTHING)));
    return with(given.recordType(), tracks, given.terms(), given.pilot());
  }

  private Staged with(
      Optional<RecordType> type,
      Map<Track, TrackGiven> tracks,
      Terms terms,
      Optional<InPilot> pilot) {
    return new Staged(new Given(given.converted(), given.evidence(), type, tracks, terms, pilot));
  }
}
