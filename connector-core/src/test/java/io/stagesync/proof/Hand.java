package io.stagesync.proof;

import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.stream.Stream;

/** Whoever changes a field. */
enum Hand {
  FLOW(Side.SALESFORCE, "flow", "0058d000001AbCdAAA"),
  REP(Side.SALESFORCE, "0058d000001XyZw", "0058d000001XyZwAAA"),
  INTRUDER(Side.SALESFORCE, "0058d000009QqQqAAA", "0058d000009QqQqAAA"),
  CALENDAR(Side.HUBSPOT, "calendar", "INTEGRATION 4471"),
  PERSON(Side.HUBSPOT, "CRM_UI", "CRM_UI userId:7"),
  WORKFLOW(Side.HUBSPOT, "AUTOMATION_PLATFORM", "AUTOMATION_PLATFORM 9");

  final Side side;

  /** What a file calls them. */
  final String said;

  /** What the CRM's history calls them. */
  final String id;

  Hand(Side side, String said, String id) {
    this.side = side;
    this.said = said;
    this.id = id;
  }

  static List<Hand> on(Side side) {
    return Stream.of(values()).filter(h -> h.side == side).toList();
  }

  boolean isNamed() {
    return this == FLOW || this == CALENDAR;
  }

  /** Whether a file lets them change the field of a track. */
  boolean may(TrackDraft track) {
    List<String> writers = track.writers.get(side);
    return writers == null || writers.contains(said);
  }
}
