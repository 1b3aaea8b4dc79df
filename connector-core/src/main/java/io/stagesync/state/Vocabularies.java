package io.stagesync.state;

import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What both sides accepted when a person last said that it is right, what they accepted when a run
 * last looked, and the tracks that wait because the two do not fit.
 */
public interface Vocabularies {
  /** What a side accepted as it was approved; a field that never was approved is missing. */
  Catalog approved(Side side);

  /** When and how each field was approved. */
  Map<FieldName, Approval> approvals();

  /**
   * Approves fields as a catalog has them; the others stay as they were. A field that the catalog
   * does not have is left out.
   */
  void approve(Catalog catalog, Collection<FieldName> fields, Approval approval);

  /** What a side accepted when a run last looked; without any field before the first run. */
  Catalog seen(Side side);

  /** Notes what a run saw of a side, in the place of what was noted before. */
  void see(Catalog catalog);

  /** The tracks that are paused, by name. */
  List<PausedTrack> paused();

  /** Notes which tracks are paused, in the place of those that were. */
  void pause(Collection<PausedTrack> tracks);

  /**
   * How a field was approved.
   *
   * @param at when, by our clock
   * @param how by what, a clause for people: {@code by the first run that read it}
   */
  record Approval(Instant at, String how) {}
}
