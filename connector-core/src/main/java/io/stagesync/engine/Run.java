package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.state.Store;
import java.time.Instant;

/**
 * One run under way.
 *
 * @param number counted upward from 1
 * @param kind its name, as stored and shown
 * @param catalogs what both sides accept, as read when it began
 * @param turn its hold on the writer's place
 * @param counts what it did so far
 */
record Run(long number, String kind, Setting setting, Catalogs catalogs, Turn turn, Counts counts) {
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

  Instant now() {
    return setting.around().clock().instant();
  }

  boolean stopping() {
    return setting.around().stopping().getAsBoolean();
  }
}
