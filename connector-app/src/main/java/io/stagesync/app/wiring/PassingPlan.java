package io.stagesync.app.wiring;

import io.stagesync.engine.HeldRow;
import io.stagesync.engine.Plan;
import io.stagesync.engine.PlanHeader;
import io.stagesync.engine.PlanRow;
import java.util.function.Consumer;

/** A plan that takes the folder of its store with it. */
record PassingPlan(Plan plan, ScratchFolder folder) implements Plan {
  @Override
  public PlanHeader header() {
    return plan.header();
  }

  @Override
  public void rows(Consumer<PlanRow> rows) {
    plan.rows(rows);
  }

  @Override
  public void held(Consumer<HeldRow> rows) {
    plan.held(rows);
  }

  @Override
  public void close() {
    try (folder) {
      plan.close();
    }
  }
}
