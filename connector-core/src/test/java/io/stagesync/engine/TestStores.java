package io.stagesync.engine;

import io.stagesync.state.Store;
import io.stagesync.state.jdbc.OpenMode;
import io.stagesync.state.jdbc.Stores;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Random;

/** Real stores in files of their own. */
final class TestStores {
  private TestStores() {}

  static Store create(Path file) {
    return Stores.open("jdbc:sqlite:" + file, new Properties(), OpenMode.CREATE, new Random(7));
  }

  static Store open(Path file) {
    return Stores.open("jdbc:sqlite:" + file, new Properties(), OpenMode.EXISTING, new Random(8));
  }
}
