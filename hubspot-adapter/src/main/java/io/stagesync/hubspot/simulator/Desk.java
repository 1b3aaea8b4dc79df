package io.stagesync.hubspot.simulator;

import java.time.temporal.ChronoUnit;
import java.util.Set;

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

  Answer answer(Endpoint endpoint, Asked asked, Set<String> scopes) {
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
              case DEFINE -> new Definitions(portal.sheet()).create(asked.body());
              case REDEFINE -> new Definitions(portal.sheet()).change(asked.id(), asked.body());
              case LIST_DETAILS -> new Members(portal).details(asked.id());
              case MEMBERS -> new Members(portal).page(asked);
              case ACCOUNT -> account();
              case USAGE -> usage();
              case TOKEN -> token(asked, scopes);
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

  private Answer token(Asked asked, Set<String> scopes) {
    if (asked.body().path("tokenKey").asText().isBlank()) {
      return Answer.invalid("tokenKey is required");
    }
    var answer =
        Wire.JSON
            .createObjectNode()
            .put("hubId", settings.portalId())
            .put("appId", Long.parseLong(settings.sourceId()));
    var told = answer.putArray("scopes");
    scopes.stream().sorted().forEach(told::add);
    return Answer.ok(answer);
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
