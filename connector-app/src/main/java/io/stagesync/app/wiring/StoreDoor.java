package io.stagesync.app.wiring;

import io.stagesync.app.config.StorePlace;
import io.stagesync.state.Store;
import io.stagesync.state.jdbc.OpenMode;
import io.stagesync.state.jdbc.Stores;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;

/** Opens stores. */
final class StoreDoor {
  private StoreDoor() {}

  /** The store at a place. */
  static Store open(StorePlace place, boolean create) {
    return Stores.open(
        place.url(),
        new Properties(),
        create ? OpenMode.CREATE : OpenMode.EXISTING,
        new SecureRandom());
  }

  /**
   * A copy of a store in a file of its own. A run that goes on in the store has no hold on the
   * copy, where nobody would ever give it back.
   */
  static Store copy(Store store, Path file) {
    store.copyTo(file);
    var copy = open(StorePlace.of(file), false);
    copy.holder().ifPresent(copy::release);
    return copy;
  }
}
