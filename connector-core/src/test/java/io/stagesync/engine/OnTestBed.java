package io.stagesync.engine;

import static io.stagesync.engine.TestBed.STAGE;

import io.stagesync.engine.TestBed.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that each have a test bed of their own, over a store in a folder of their own. */
abstract class OnTestBed {
  @TempDir Path folder;
  TestBed bed;
  private int plans;

  @BeforeEach
  void open() {
    bed = new TestBed(TestStores.create(folder.resolve("store.db")));
  }

  /** Somebody who agreed on a stage and is taken back by sales; no run saw it yet. */
  Person recycled() {
    var person =
        bed.person(
            "a@x.io",
            "Working - Contacted",
            "Sales qualified lead",
            "IN_PROGRESS",
            "salesqualifiedlead");
    bed.sync();
    bed.edit(person.lead(), STAGE, "Lead");
    return person;
  }

  /** The file takes HubSpot's word for being at work for one of an open status from now on. */
  void takesInProgressForOpen() {
    bed.goesOnWith(TwoMappings.inProgressIsOpen());
  }

  /** What a sync would write just now; whoever asks closes it. */
  Plan plan() {
    var copy = folder.resolve("plan" + plans++ + ".db");
    bed.store.copyTo(copy);
    return bed.engine(TestStores.open(copy)).plan();
  }

  static List<PlanRow> rows(Plan plan) {
    var rows = new ArrayList<PlanRow>();
    plan.rows(rows::add);
    return rows;
  }

  @AfterEach
  void close() {
    bed.close();
  }
}
