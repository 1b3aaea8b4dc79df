package io.stagesync.app.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.app.simulator.Truth.Difference;
import io.stagesync.hubspot.simulator.Actor;
import io.stagesync.hubspot.simulator.HubSpotSimulator;
import io.stagesync.salesforce.simulator.SalesforceSimulator;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do in the simulated CRMs, and how the two are compared. */
class TownTest {
  private final Clock clock = Clock.systemUTC();
  private final SalesforceSimulator salesforce =
      SalesforceSimulator.start(io.stagesync.salesforce.simulator.SimulatorSettings.of(clock));
  private final HubSpotSimulator hubspot =
      HubSpotSimulator.start(io.stagesync.hubspot.simulator.SimulatorSettings.standard(clock));
  private final Town town = new Town(salesforce.org(), hubspot.portal());
  private final EditLog log = new EditLog(town);

  @AfterEach
  void stop() {
    salesforce.close();
    hubspot.close();
  }

  private Truth truth() {
    return new Comparison(town, log).truth();
  }

  private Inhabitant anybody(PersonKind kind) {
    return town.inhabitants().stream().filter(i -> i.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void pairsThatWereMadeToDifferAreTheOnesThatDiffer() {
    town.settle(People.pairs(200, 0.1, 5));

    var truth = truth();

    assertThat(truth.pairs()).isEqualTo(200);
    assertThat(truth.agree()).isEqualTo(180);
    assertThat(truth.differences())
        .hasSize(20)
        .extracting(Difference::track)
        .containsOnly("lead-stage");
  }

  @Test
  void duplicatesAndPeopleInOneCrmOnlyAreNoPairs() {
    var people = People.believable(1000, 2);
    town.settle(people);

    assertThat(truth().pairs())
        .isEqualTo(people.stream().filter(p -> p.kind().isPair()).count())
        .isLessThan(1000);
  }

  @Test
  void aConvertedPersonIsComparedWithTheOpportunity() {
    town.settle(People.believable(1000, 2));
    var won = anybody(PersonKind.CONVERTED_WON);
    assertThat(truth().differences())
        .extracting(Difference::lead, Difference::salesforce)
        .contains(org.assertj.core.groups.Tuple.tuple(won.lead(), "opportunity: won"));

    hubspot.portal().edit(won.contact(), "lifecyclestage", "customer", Actor.person(1));
    hubspot.portal().edit(won.contact(), "hs_lead_status", "OPEN_DEAL", Actor.person(1));

    assertThat(truth().differences()).extracting(Difference::lead).doesNotContain(won.lead());
  }

  @Test
  void theSameSeedMakesTheSameEdits() {
    town.settle(People.believable(400, 3));
    var edits = new Edits(town, log).make(60, 9);

    var again = new TownTest();
    try {
      again.town.settle(People.believable(400, 3));
      assertThat(new Edits(again.town, again.log).make(60, 9))
          .extracting(Edit::kind, Edit::from, Edit::to)
          .containsExactlyElementsOf(
              edits.stream()
                  .map(e -> org.assertj.core.groups.Tuple.tuple(e.kind(), e.from(), e.to()))
                  .toList());
    } finally {
      again.stop();
    }
  }

  @Test
  void peopleDoAllKindsOfThings() {
    town.settle(People.believable(1000, 4));

    var kinds =
        new Edits(town, log).make(600, 4).stream().map(Edit::kind).collect(Collectors.toSet());

    assertThat(kinds).containsExactlyInAnyOrder(EditKind.values());
  }

  @Test
  void anEditStandsUntilAProgramWritesOverItOrAPersonFollows() {
    town.settle(People.pairs(10, 0, 1));
    var who = anybody(PersonKind.IN_AGREEMENT);
    var place = Place.contact(who.contact(), "lifecyclestage");
    log.set(EditKind.MARKETING_QUALIFIED, who, place, "opportunity");
    log.set(EditKind.MARKETING_QUALIFIED, who, place, "customer");
    assertThat(log.fates()).isEqualTo(new Fates(2, 1, 1, List.of()));

    hubspot.portal().edit(who.contact(), "lifecyclestage", "lead", Actor.workflow(2));

    assertThat(log.fates().stand()).isZero();
    assertThat(log.fates().overwritten()).extracting(Edit::to).containsExactly("customer");
  }
}
