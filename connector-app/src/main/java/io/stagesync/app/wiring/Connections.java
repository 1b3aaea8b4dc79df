package io.stagesync.app.wiring;

import io.stagesync.app.config.Config;
import io.stagesync.engine.Crms;
import io.stagesync.mapping.Mapping;

/** How to reach both CRMs; tests hand in some that live in memory. */
@FunctionalInterface
public interface Connections {
  /** Both CRMs; makes no call. */
  Crms crms(Config config, Mapping mapping, Machine machine);
}
