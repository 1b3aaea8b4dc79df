package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What our user may do beyond what we need, as the org tells it. */
class OwnAccessTest extends SimulatedTest {
  @Test
  void aUserWithTheLeastThatIsNeededHasNothingTooMuch() {
    var access = crm.access();
    assertThat(access.told()).isTrue();
    assertThat(access.surplus()).isEmpty();
    assertThat(access.unreported()).isEmpty();
  }

  @Test
  void whatIsTooMuchIsNamedAsSetupNamesIt() {
    org.setup().modifiesAllData(true).editsConvertedLeads(true);
    assertThat(crm.access().surplus())
        .containsExactly("Modify All Data", "View and Edit Converted Leads");
  }

  @Test
  void aPermissionThatTheOrgDoesNotKnowHidesNoOther() {
    org.setup().withoutPermission("PermissionsAllowViewEditConvertedLeads").modifiesAllData(true);
    var access = crm.access();
    assertThat(access.told()).isTrue();
    assertThat(access.surplus()).containsExactly("Modify All Data");
  }

  @Test
  void anOrgThatDoesNotSayWhatOurUserMayDoIsNotTakenForOneThatGrantsNothing() {
    org.setup().readableObject("UserPermissionAccess", false);
    assertThat(crm.access().told()).isFalse();
    assertThat(crm.access().surplus()).isEmpty();
  }

  @Test
  void campaignMembersThatOurUserMayNotReadAreAReportLessAndStopNothing() {
    org.setup().readableObject("CampaignMember", false);
    assertThat(crm.access().unreported()).containsExactly("Campaign Member");
    assertThat(crm.access().told()).isTrue();
    assertThat(sweep()).isEmpty();
  }
}
