package io.stagesync.app.simulator;

import io.stagesync.hubspot.simulator.Endpoint;
import io.stagesync.hubspot.simulator.HubSpotSimulator;
import io.stagesync.salesforce.simulator.SalesforceSimulator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * People who edit exactly those stages that another program is writing just now: each edit falls
 * between that program's last look and its write.
 */
final class EditsUnderWrites {
  /** Requests before which people edit; more than any run needs. */
  private static final int VISITS = 200;

  /** One in so many leads of an update is edited. */
  private static final int ONE_IN = 3;

  private final EditLog log;
  private final Town town;
  private final Map<String, Inhabitant> ofLead;
  private final List<Inhabitant> behindInHubSpot;
  private final AtomicInteger leads = new AtomicInteger();
  private final AtomicInteger contacts = new AtomicInteger();
  private final AtomicInteger seen = new AtomicInteger();

  EditsUnderWrites(Town town, EditLog log) {
    this.town = town;
    this.log = log;
    var pairs = town.inhabitants().stream().filter(Inhabitant::isPair).toList();
    ofLead = pairs.stream().collect(Collectors.toMap(Inhabitant::lead, Function.identity()));
    behindInHubSpot =
        pairs.stream().filter(p -> p.kind() == PersonKind.STAGE_FURTHER_IN_SALESFORCE).toList();
  }

  /** From now on so many edits happen while writes arrive, half of them on each side. */
  void arm(int count, long seed, SalesforceSimulator salesforce, HubSpotSimulator hubspot) {
    leads.set(count / 2);
    contacts.set(count - count / 2);
    salesforce.faults().beforeCommit(this::beforeCommit);
    var chance = new SplittableRandom(seed);
    int atOnce = Math.max(1, contacts.get() / 4);
    for (int i = 0; i < VISITS; i++) {
      hubspot.weather().before(Endpoint.BATCH_UPDATE, () -> beforeBatch(atOnce, chance));
    }
  }

  private void beforeCommit(String id) {
    var who = ofLead.get(id);
    if (who == null || leads.get() <= 0 || seen.getAndIncrement() % ONE_IN != 0) {
      return;
    }
    var place = Place.lead(id, StandardWords.STAGE_FIELD);
    var value = town.value(place).equals("Lead") ? "Sales qualified lead" : "Lead";
    log.set(EditKind.SALES_QUALIFIED, who, place, value).ifPresent(edit -> leads.decrementAndGet());
  }

  private synchronized void beforeBatch(int atOnce, SplittableRandom chance) {
    int left = Math.min(atOnce, contacts.get());
    for (int look = 0; look < 50 * atOnce && left > 0 && !behindInHubSpot.isEmpty(); look++) {
      var who = behindInHubSpot.get(chance.nextInt(behindInHubSpot.size()));
      var place = Place.contact(who.contact(), StandardWords.STAGE_PROPERTY);
      if (isUntouched(who)) {
        var value = town.value(place).equals("lead") ? "marketingqualifiedlead" : "lead";
        if (log.set(EditKind.MARKETING_QUALIFIED, who, place, value).isPresent()) {
          left--;
          contacts.decrementAndGet();
        }
      }
    }
  }

  /** Neither written by a program nor edited by a person so far. */
  private boolean isUntouched(Inhabitant who) {
    return town.portal().history(who.contact(), StandardWords.STAGE_PROPERTY).size() == 1;
  }
}
