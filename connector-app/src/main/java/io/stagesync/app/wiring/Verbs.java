package io.stagesync.app.wiring;

import io.stagesync.engine.ApplyReport;
import io.stagesync.engine.Plan;
import io.stagesync.engine.PlanHeader;
import io.stagesync.engine.PlanRow;
import io.stagesync.engine.RunReport;
import io.stagesync.engine.RunRequest;
import java.util.Iterator;

/** What an engine can be asked for. */
public interface Verbs {
  /** Does a run. */
  RunReport run(RunRequest request);

  /** What a sync would write just now. */
  Plan plan();

  /** Writes exactly what a saved plan says. */
  ApplyReport apply(PlanHeader header, Iterator<PlanRow> rows, boolean approved);

  /** Reads who responded to which campaign. */
  RunReport campaignMembers();
}
