package io.stagesync.app.wiring;

import io.stagesync.app.config.Config;
import io.stagesync.engine.Crms;
import io.stagesync.mapping.Mapping;

/** How to reach both CRMs; tests hand in some that live in memory. */
@FunctionalInterface
public interface Connections {
  /**
   * Both CRMs; makes no call.
   *
   * @param hubspotSource how HubSpot's history names our own writes, as learned in an earlier
   *     process; blank where nobody knows yet
   * @param waits is told what is waited for
   */
  Crms crms(Config config, Mapping mapping, String hubspotSource, Machine machine, Waits waits);
}
