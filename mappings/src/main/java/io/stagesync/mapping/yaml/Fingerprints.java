package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Fingerprint;
import io.stagesync.mapping.Mapping;

/** Puts the fingerprints on, which can be taken only when the whole file is known. */
final class Fingerprints {
  private Fingerprints() {}

  static Mapping on(Mapping draft) {
    return draft.withTracks(
        draft.tracks().stream()
            .map(track -> track.withFingerprint(Fingerprint.of(draft, track.track())))
            .toList());
  }
}
