package io.stagesync.hubspot.simulator;

import java.time.temporal.ChronoUnit;

/** Carries out what a request asks for. */
final class Desk {
  private final Portal portal;
  private final Traffic traffic;
  private final SimulatorSettings settings;
  private final Reads reads;
  private final Writes writes;
  private final Searches searches;

  Desk(Portal portal, Traffic traffic, SimulatorSettings settings) {
    this.portal = portal;
    this.traffic = traffic;
    this.settings = settings;
    this.reads = new Reads(portal, settings.portalId());
    this.writes = new Writes(portal, settings);
    this.searches = new Searches(portal, settings.portalId());
  }

  Answer answer(Endpoint endpoint, Asked asked) {
    return portal.within(
        () ->
            switch (endpoint) {
              case LIST -> reads.list(asked);
              case READ -> reads.single(asked);
              case UPDATE -> writes.single(asked);
              case BATCH_READ -> reads.batch(asked);
              case BATCH_UPDATE -> writes.batch(asked);
              case SEARCH -> searches.search(asked);
              case PROPERTIES -> Answer.ok(portal.sheet().json(asked.names("properties")));
              case ACCOUNT -> account();
              case USAGE -> usage();
            });
  }

  private Answer account() {
    return Answer.ok(
        Wire.JSON
            .createObjectNode()
            .put("portalId", settings.portalId())
            .put("accountType", "STANDARD")
            .put("timeZone", settings.timeZone().getId())
            .put("uiDomain", "app-eu1.hubspot.com"));
  }

  private Answer usage() {
    var midnight =
        portal
            .now()
            .atZone(settings.timeZone())
            .truncatedTo(ChronoUnit.DAYS)
            .plusDays(1)
            .toInstant();
    var answer = Wire.JSON.createObjectNode();
    answer
        .putArray("results")
        .addObject()
        .put("name", "private-apps-api-calls-daily")
        .put("usageLimit", traffic.dailyLimit())
        .put("currentUsage", traffic.dailyUsed())
        .put("resetsAt", Wire.stamp(midnight));
    return Answer.ok(answer);
  }
}
