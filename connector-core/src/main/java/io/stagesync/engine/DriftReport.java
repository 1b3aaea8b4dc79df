package io.stagesync.engine;

import io.stagesync.drift.Change;
import io.stagesync.drift.Mentions;
import io.stagesync.mapping.live.LiveFinding;
import io.stagesync.state.Vocabularies.Approval;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;

/**
 * What became of both sides' words since they were approved.
 *
 * @param file the name of the mapping file
 * @param changes every difference with whom it concerns, the heaviest first
 * @param misfits what the mapping asks for and a CRM does not have, where no change tells of it
 * @param paused the tracks that cannot go on as they are, each with the reason
 * @param going the tracks that go on, in the file's order
 * @param approvals when and how each mapped field was approved; one that never was is missing
 */
public record DriftReport(
    String file,
    List<Concerned> changes,
    List<LiveFinding> misfits,
    Map<Track, String> paused,
    List<Track> going,
    Map<FieldName, Approval> approvals) {
  public DriftReport {
    changes = List.copyOf(changes);
    misfits = List.copyOf(misfits);
    paused = Map.copyOf(paused);
    going = List.copyOf(going);
    approvals = Map.copyOf(approvals);
  }

  /**
   * A change and how many it concerns.
   *
   * @param withOld how many stored records hold the value that it was
   * @param withNew how many stored records hold the value that it is now
   * @param mentions where the mapping file speaks of the value that it was, else of the one that
   *     came
   */
  public record Concerned(Change change, long withOld, long withNew, Mentions mentions) {}
}
