package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.RecordId;
import java.time.Instant;
import java.util.Set;

/**
 * One run under way.
 *
 * @param number counted upward from 1
 * @param kind its name, as stored and shown
 * @param catalogs what both sides accept, as read when it began
 * @param listed who is in the list that the mapping's pilot names
 * @param turn its hold on the writer's place
 * @param counts what it did so far
 */
record Run(
    long number,
    String kind,
    Setting setting,
    Catalogs catalogs,
    Set<RecordId> listed,
    Turn turn,
    Counts counts) {
  Store store() {
    return setting.store();
  }

  Crms crms() {
    return setting.crms();
  }

  Mapping mapping() {
    return setting.mapping();
  }

  Progress progress() {
    return setting.around().progress();
  }

  Beside beside() {
    return setting.beside();
  }

  Instant now() {
    return setting.around().clock().instant();
  }

  boolean stopping() {
    return setting.around().stopping().getAsBoolean();
  }
}
