package io.stagesync.engine;

import io.stagesync.state.Store;
import io.stagesync.state.jdbc.OpenMode;
import io.stagesync.state.jdbc.Stores;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Random;

/** Real stores in files of their own. */
public final class TestStores {
  private TestStores() {}

  public static Store create(Path file) {
    return Stores.open("jdbc:sqlite:" + file, new Properties(), OpenMode.CREATE, new Random(7));
  }

  public static Store open(Path file) {
    return Stores.open("jdbc:sqlite:" + file, new Properties(), OpenMode.EXISTING, new Random(8));
  }
}
