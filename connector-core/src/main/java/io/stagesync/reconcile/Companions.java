package io.stagesync.reconcile;

import io.stagesync.vocabulary.Track;
import java.util.Map;

final class Companions {
  private Companions() {}

  static void supply(Map<Track, TrackCase> cases, Map<Track, Verdict> own) {}
}
