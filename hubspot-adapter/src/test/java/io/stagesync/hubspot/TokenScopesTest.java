package io.stagesync.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.hubspot.simulator.Endpoint;
import io.stagesync.hubspot.simulator.Trouble;
import io.stagesync.port.Access;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What our key may do beyond what we need, as far as HubSpot tells. */
class TokenScopesTest extends HubSpotTest {
  private static final String READ = "crm.objects.contacts.read";
  private static final String WRITE = "crm.objects.contacts.write";

  @Test
  void aKeyWithTheScopesOfTheReadmeHasNothingTooMuch() {
    simulator.scopes(Set.of(READ, WRITE, "crm.schemas.contacts.read"));
    assertThat(crm.access()).isEqualTo(new Access(true, List.of(), List.of(), List.of()));
    assertThat(crm.calls().total()).isEqualTo(1);
  }

  @Test
  void scopesThatAreNotNeededAndScopesThatAreMissingAreNamed() {
    simulator.scopes(Set.of(READ, "crm.objects.deals.write", "crm.export"));
    assertThat(crm.access())
        .isEqualTo(
            new Access(
                true, List.of("crm.export", "crm.objects.deals.write"), List.of(WRITE), List.of()));
  }

  @Test
  void anAccountThatDoesNotTellIsNotTakenForOneThatGrantsNothing() {
    for (int status : new int[] {400, 403, 404}) {
      simulator
          .weather()
          .next(Endpoint.TOKEN, Trouble.json(status, "{\"category\":\"OTHER\"}", Map.of()));
      assertThat(crm.access().told()).as("status " + status).isFalse();
    }
  }
}
