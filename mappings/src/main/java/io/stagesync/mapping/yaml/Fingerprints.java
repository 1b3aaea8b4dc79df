package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Fingerprint;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;

/** Puts the fingerprints on, which can be taken only when the whole file is known. */
final class Fingerprints {
  private Fingerprints() {}

  static Mapping on(Mapping draft) {
    return new Mapping(
        draft.name(),
        draft.file(),
        draft.limits(),
        draft.teams(),
        draft.pairing(),
        draft.scope(),
        draft.tracks().stream().map(track -> on(draft, track)).toList(),
        draft.rules(),
        draft.conversion());
  }

  private static TrackMapping on(Mapping draft, TrackMapping track) {
    return new TrackMapping(
        track.track(),
        track.fields(),
        track.direction(),
        track.conflict(),
        track.firstSync(),
        track.refusedEdits(),
        track.clears(),
        track.skipsForward(),
        track.labels(),
        track.ignored(),
        track.waysBack(),
        Fingerprint.of(draft, track.track()));
  }
}
