package io.stagesync.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.hubspot.simulator.Endpoint;
import io.stagesync.port.ContactLists;
import io.stagesync.port.CrmException;
import io.stagesync.vocabulary.RecordId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is in a list, over HTTP. */
class ListMembersTest extends HubSpotTest {
  private static final Set<String> SCOPES =
      Set.of("crm.objects.contacts.read", "crm.objects.contacts.write", "crm.lists.read", "oauth");

  @BeforeEach
  void mayReadLists() {
    simulator.scopes(SCOPES);
  }

  private void join(String list, RecordId... contacts) {
    for (RecordId contact : contacts) {
      portal.join(list, contact.text());
    }
  }

  private long calls() {
    return simulator.calls().getOrDefault(Endpoint.MEMBERS, 0L);
  }

  @Test
  void aListIsReadInPagesOfTwoHundredAndFifty() {
    var all = contacts(501);
    join("77", all.toArray(RecordId[]::new));
    contact("lead");

    assertThat(crm.members("77")).containsExactlyInAnyOrderElementsOf(all);
    assertThat(calls()).isEqualTo(3);
  }

  @Test
  void aFullLastPageCostsNoCallMore() {
    join("77", contacts(250).toArray(RecordId[]::new));

    assertThat(crm.members("77")).hasSize(250);
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void membersAreKeptForAQuarterOfAnHour() {
    var first = contact("lead");
    var second = contact("lead");
    join("77", first);
    assertThat(crm.members("77")).containsExactly(first);
    join("77", second);
    portal.leave("77", first.text());
    assertThat(crm.members("77")).containsExactly(first);
    assertThat(calls()).isEqualTo(1);

    time.pass(Duration.ofMinutes(15));
    assertThat(crm.members("77")).containsExactly(second);
  }

  @Test
  void whoIsGoneIsInNoList() {
    var gone = contact("lead");
    join("77", gone);
    portal.archive(gone.text());

    assertThat(crm.members("77")).isEmpty();
  }

  @Test
  void aListThatIsNotThereIsSaidInWords() {
    var failure = failure(() -> crm.members("78"));

    assertThat(failure.kind()).isEqualTo(CrmException.Kind.MISFIT);
    assertThat(failure).hasMessageContaining("HubSpot has no list 78");
  }

  @Test
  void aKeyWithoutTheScopeIsToldWhichOneItNeeds() {
    join("77", contact("lead"));
    simulator.scopes(Set.of("crm.objects.contacts.read", "oauth"));

    var failure = failure(() -> crm.members("77"));

    assertThat(failure.kind()).isEqualTo(CrmException.Kind.FORBIDDEN);
    assertThat(failure).hasMessageContaining("crm.lists.read");
  }

  @Test
  void theScopeIsNeededWhereAListIsReadAndTooMuchWhereNoneIs() {
    assertThat(crm.access().surplus()).containsExactly("crm.lists.read");
    try (var reading =
        connect(
            s ->
                new HubSpotSettings(
                    s.baseUrl(),
                    s.accessToken(),
                    s.apiVersion(),
                    s.fields(),
                    s.leadIdProperty(),
                    s.source(),
                    s.limits(),
                    true))) {
      assertThat(reading.access().surplus()).isEmpty();
      simulator.scopes(Set.of("crm.objects.contacts.read", "crm.objects.contacts.write", "oauth"));
      assertThat(reading.access().lacking()).containsExactly("crm.lists.read");
    }
  }

  @Test
  void whatAListIsCostsOneCallAndReadsNoMember() {
    join("77", contact("lead"));
    portal.listOf("79", "0-2");

    assertThat(crm.kind("77")).isEqualTo(ContactLists.Kind.CONTACTS);
    assertThat(crm.kind("78")).isEqualTo(ContactLists.Kind.NONE);
    assertThat(crm.kind("79")).isEqualTo(ContactLists.Kind.OTHERS);
    assertThat(calls()).isZero();
    assertThat(simulator.calls().get(Endpoint.LIST_DETAILS)).isEqualTo(3);
  }

  @Test
  void aListOfSomethingElseIsNotTakenForOneOfContacts() {
    portal.listOf("79", "0-2");

    var failure = failure(() -> crm.members("79"));

    assertThat(failure.kind()).isEqualTo(CrmException.Kind.MISFIT);
    assertThat(failure).hasMessageContaining("The HubSpot list 79 is no list of contacts");
  }
}
