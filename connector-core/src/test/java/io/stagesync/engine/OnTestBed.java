package io.stagesync.engine;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that each have a test bed of their own, over a store in a folder of their own. */
abstract class OnTestBed {
  @TempDir Path folder;
  TestBed bed;

  @BeforeEach
  void open() {
    bed = new TestBed(TestStores.create(folder.resolve("store.db")));
  }

  @AfterEach
  void close() {
    bed.close();
  }
}
