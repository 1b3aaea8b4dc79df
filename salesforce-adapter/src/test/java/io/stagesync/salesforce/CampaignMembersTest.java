package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CampaignMember;
import io.stagesync.port.Cursor;
import io.stagesync.vocabulary.CampaignMemberStatus;
import io.stagesync.vocabulary.RecordId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CampaignMembersTest extends SimulatedTest {
  private final List<CampaignMember> members = new ArrayList<>();

  @Test
  void membersAreReadWithTheirCampaignAndThenOnlyTheChangedOnes() {
    var anna = lead("anna@example.org");
    var campaign = org.createCampaign("Spring fair");
    var old = org.addMember(campaign, anna, "Sent", false);
    passes(Duration.ofHours(1));
    org.addMember(campaign, lead("ben@example.org"), "Sent", false);

    var cursor = read(Optional.empty());
    assertThat(members).hasSize(2);
    assertThat(members.get(0).campaignName()).isEqualTo("Spring fair");
    assertThat(members.get(0).lead()).contains(new RecordId(anna));
    assertThat(members.get(0).status()).contains(new CampaignMemberStatus("Sent"));

    passes(Duration.ofMinutes(30));
    org.respond(old, "Responded", true);
    read(Optional.of(read(cursor).orElseThrow()));

    assertThat(members).extracting(m -> m.id().text()).containsExactly(old);
    assertThat(members.get(0).responded()).isTrue();
    assertThat(crm.calls().of(Purpose.CAMPAIGN_MEMBERS)).isEqualTo(3);
  }

  @Test
  void anOrgWhereOurUserMayNotReadThemLosesThisReportAndNothingElse() {
    lead("anna@example.org");
    org.setup().readableObject("CampaignMember", false);

    assertThat(read(Optional.empty())).isEmpty();
    assertThat(sweep()).hasSize(1);
  }

  private Optional<Cursor> read(Optional<Cursor> since) {
    members.clear();
    return crm.changes(since, page -> members.addAll(page));
  }
}
