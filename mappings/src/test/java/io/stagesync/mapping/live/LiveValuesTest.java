package io.stagesync.mapping.live;

import static io.stagesync.mapping.live.FirstDay.HUBSPOT_STATUS;
import static io.stagesync.mapping.live.FirstDay.LIFECYCLE;
import static io.stagesync.mapping.live.FirstDay.STAGE;
import static io.stagesync.mapping.live.FirstDay.STATUS;
import static io.stagesync.mapping.live.FirstDay.standard;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values: every word is there and offered, every value is mapped or ignored. */
class LiveValuesTest {
  private static final String WORKING = "salesforce: Working - Contacted";

  private final FirstDay crms = new FirstDay();

  @Test
  void aWordThatThePicklistDoesNotHaveIsAnErrorAtItsPlaceWithASuggestion() {
    assertThat(crms.check(standard("Working - Contacted", "Working - Contactd")))
        .contains(
            "<Working - Contactd> LIVE_VALUE_MISSING track `lead-status`: the label `working` says"
                + " `Working - Contactd`, which Salesforce does not have: a lead that got it would"
                + " hold a value that nobody can choose\n"
                + "  help: did you mean `Working - Contacted`? If not, add `Working - Contactd`:"
                + " Setup > Object Manager > Lead > Fields & Relationships > Lead Status > Lead"
                + " Status Picklist Values > New, then Setup > Lead Processes for each process that"
                + " is to offer it")
        .contains(
            "<labels:> LIVE_UNMAPPED warning: track `lead-status`: Salesforce offers"
                + " `Working - Contacted`");
  }

  @Test
  void aWordThatOnlyLooksLikeTheValueIsToldByWhatNobodySees() {
    assertThat(crms.check(standard(WORKING, "salesforce: Working\u00A0- Contacted")))
        .contains(
            "help: copy `Working - Contacted` from there: the two look the same, and character 8 is"
                + " U+00A0 in the file and U+0020 in Salesforce");
    crms.picklist(STATUS, "Lead Status", "Cafe\u0301", "Working  - Contacted");
    assertThat(crms.check(standard(WORKING, "salesforce: Caf\u00E9")))
        .contains("character 4 is U+00E9 in the file and U+0065 in Salesforce");
    assertThat(crms.check(standard()))
        .contains("character 9 is U+002D in the file and U+0020 in Salesforce");
  }

  @Test
  void theOnlyWordThatIsGoneAndTheOnlyNewcomerMayBeTheSame() {
    crms.picklist(
        STAGE,
        "Lead Stage",
        "Lead",
        "Marketing qualified lead",
        "Sales ready lead",
        "Opportunity",
        "Customer");
    assertThat(crms.check(standard()))
        .contains(
            "help: if it was renamed to `Sales ready lead`, write that here; if not, add `Sales"
                + " qualified lead`: Setup >");
  }

  @Test
  void aRestrictedPicklistIsToldFromOneThatTakesAnyText() {
    assertThat(crms.check(standard("salesforce: Customer", "salesforce: Client")))
        .contains("says `Client`, which Salesforce does not have\n")
        .contains("Lead Stage > Values > New");
  }

  @Test
  void aNewStageOfHubSpotGetsItsNumberFromHubSpot() {
    assertThat(crms.check(standard("hubspot: customer", "hubspot: Customer")))
        .contains("says `Customer`, which HubSpot does not have")
        .contains(
            "Settings > Objects > Contacts > Lifecycle Stage > Add stage. HubSpot gives a new")
        .contains("write that number here");
  }

  @Test
  void oneOfSeveralWordsMayBeMissingWithAWarning() {
    crms.picklist(
        HUBSPOT_STATUS,
        "Lead Status",
        "NEW",
        "IN_PROGRESS",
        "OPEN_DEAL",
        "UNQUALIFIED",
        "CONNECTED",
        "BAD_TIMING");
    assertThat(crms.check(standard()).lines().filter(l -> !l.startsWith("  ")))
        .containsExactly(
            "<OPEN> LIVE_VALUE_MISSING warning: track `lead-status`: the label `open`"
                + " says `OPEN`, which HubSpot does not have",
            "<ATTEMPTED_TO_CONTACT> LIVE_VALUE_MISSING warning: track `lead-status`: the label"
                + " `working` says `ATTEMPTED_TO_CONTACT`, which HubSpot does not have");
  }

  @Test
  void anInactiveValueIsNoWordThatCouldBeWritten() {
    crms.inactive(STAGE, "Customer");
    assertThat(crms.check(standard()))
        .contains(
            "LIVE_VALUE_INACTIVE track `lead-stage`: the label `customer` says `Customer`, which is"
                + " inactive in Salesforce: records may hold it and nobody can choose it\n")
        .contains("Lead Stage > Inactive Values > Activate");
  }

  @Test
  void aHiddenOptionIsStillWrittenAndPeopleAreTold() {
    crms.inactive(LIFECYCLE, "customer");
    assertThat(crms.check(standard()))
        .contains(
            "LIVE_VALUE_INACTIVE warning: track `lead-stage`: the label `customer` says `customer`,"
                + " which HubSpot hides from people\n");
  }

  @Test
  void aHiddenOptionThatNobodyIsOfferedNeedNoMeaning() {
    crms.inactive(LIFECYCLE, "evangelist");
    assertThat(crms.check(standard("[evangelist, other]", "[other]"))).isEmpty();
  }

  @Test
  void aValueThatIsAnAliasOfALabelSaysWhatPeopleMeanByIt() {
    assertThat(
            crms.check(
                standard(
                    "[evangelist, other]",
                    "[other]",
                    "        salesforce: Customer\n",
                    "        salesforce: Customer\n        aliases: [Evangelist]\n")))
        .contains("help: people call `customer` so (`evangelist`); add it to a label's words");
  }

  @Test
  void aValueThatTheFileDoesNotKnowIsAWarning() {
    assertThat(crms.check(standard("[evangelist, other]", "[other]")))
        .isEqualTo(
            "<labels:> LIVE_UNMAPPED warning: track `lead-stage`: HubSpot offers"
                + " `evangelist`, and the file does not say what it means\n"
                + "  help: add it to a label's words, or to `ignored: { hubspot: [...] }`");
  }

  @Test
  void valuesThatTheFileDoesNotKnowAreToldTogetherForPeopleAndOneByOneForPrograms() {
    crms.picklist(
        STATUS,
        "Lead Status",
        "Open - Not Contacted",
        "Working - Contacted",
        "Partner Working",
        "Stray",
        "Partner Lost",
        "Closed - Converted",
        "Closed - Not Converted");
    crms.offers(STATUS, "Partner", "Open - Not Contacted", "Partner Working", "Partner Lost");
    crms.offers(STATUS, "Business", "Open - Not Contacted");
    var file = standard("[evangelist, other]", "[]");
    var help = "\n  help: add each to a label's words, or to `ignored: { ";
    assertThat(crms.gathered(file))
        .contains(
            "track `lead-stage`: HubSpot offers `evangelist`, `other`, and the file does not say"
                + " what they mean"
                + help
                + "hubspot: [...] }`")
        .contains(
            "track `lead-status`: Salesforce offers `Partner Working`, `Partner Lost` for record"
                + " type `Partner`, and the file does not say what they mean"
                + help
                + "salesforce: [...] }`")
        .contains("offers `Stray`, and the file does not say what it means");
    assertThat(crms.gathered(file).lines().filter(l -> l.contains("LIVE_UNMAPPED"))).hasSize(3);
    assertThat(crms.check(file).lines().filter(l -> l.contains("LIVE_UNMAPPED"))).hasSize(5);
  }

  @Test
  void aWordThatTheRecordTypeDoesNotOfferIsAWarningThatNamesItsLeadProcess() {
    crms.offers(STATUS, "Partner", "Open - Not Contacted");
    assertThat(crms.check(forPartner("Working - Contacted")))
        .isEqualTo(
            "<Working - Contacted> LIVE_NOT_OFFERED warning: track `lead-status`: the label"
                + " `working` says `Working - Contacted` for record type `Partner`, which does not"
                + " offer it\n"
                + "  help: map another value, or offer it: Setup > Lead Processes > the process of"
                + " record type `Partner` > Edit");
  }

  @Test
  void wordsForARecordTypeThatIsNotThereAreAWarning() {
    crms.offers(STATUS, "Partners", "Open - Not Contacted");
    assertThat(crms.check(forPartner("Working - Contacted")))
        .isEqualTo(
            "<{ salesforce: Working - Contacted> LIVE_RECORD_TYPE warning: track `lead-status`: the label"
                + " `working` has words for record type `Partner`, and Lead has no active one of"
                + " that name\n"
                + "  help: did you mean `Partners`?");
  }

  @Test
  void aValueIsMappedForEveryRecordTypeThatOffersItOrNamedWithThoseForWhichItIsNot() {
    crms.picklist(
        STATUS,
        "Lead Status",
        "Open - Not Contacted",
        "Working - Contacted",
        "Partner Working",
        "Closed - Converted",
        "Closed - Not Converted");
    crms.offers(STATUS, "Partner", "Open - Not Contacted", "Partner Working");
    crms.offers(STATUS, "Business", "Open - Not Contacted", "Working - Contacted");
    assertThat(crms.check(forPartner("Partner Working"))).isEmpty();

    crms.offers(STATUS, "Business", "Open - Not Contacted", "Partner Working");
    assertThat(crms.check(forPartner("Partner Working")))
        .startsWith(
            "<labels:> LIVE_UNMAPPED warning: track `lead-status`: Salesforce offers"
                + " `Partner Working` for record type `Business`, and the file does not say what it"
                + " means");
    assertThat(crms.check(standard()))
        .contains("Salesforce offers `Partner Working`, and the file does not say what it means");
  }

  private static FirstDay.Written forPartner(String word) {
    return standard(WORKING, WORKING + "\n        for: { Partner: { salesforce: " + word + " } }");
  }
}
