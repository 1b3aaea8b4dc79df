package io.stagesync.mapping.live;

import static io.stagesync.mapping.live.FirstDay.HUBSPOT_STATUS;
import static io.stagesync.mapping.live.FirstDay.LEAD_ID;
import static io.stagesync.mapping.live.FirstDay.LIFECYCLE;
import static io.stagesync.mapping.live.FirstDay.STAGE;
import static io.stagesync.mapping.live.FirstDay.STATUS;
import static io.stagesync.mapping.live.FirstDay.standard;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.vocabulary.FieldShape.Kind;
import io.stagesync.vocabulary.FieldShape.Lock;
import io.stagesync.vocabulary.RawValue;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Fields: whether they are there, of a fitting type, and open to our user. */
class LiveCheckTest {
  private final FirstDay crms = new FirstDay();

  @Test
  void theStandardFileFitsBothSystemsOnTheirFirstDay() {
    assertThat(crms.check(standard())).isEmpty();
  }

  @Test
  void aFieldThatIsNotThereIsAnErrorThatSaysWhereToCreateIt() {
    crms.fields.remove(STAGE);
    assertThat(crms.check(standard()))
        .isEqualTo(
            "<Lead.Lead_Stage__c> LIVE_FIELD_MISSING track `lead-stage`: Salesforce has no"
                + " field `Lead.Lead_Stage__c`, or our user may not see it\n"
                + "  help: create it: Setup > Object Manager > Lead > Fields & Relationships > New >"
                + " Picklist, with the API name `Lead_Stage__c`; and let our user see it: Setup >"
                + " Permission Sets > the one of our user > Object Settings > Leads > Edit: tick"
                + " Read Access and Edit Access of `Lead_Stage__c`");
  }

  @Test
  void aPropertyThatIsNotThereIsCreatedInHubSpotsSettings() {
    crms.fields.remove(HUBSPOT_STATUS);
    assertThat(crms.check(standard()))
        .startsWith(
            "<contact.hs_lead_status> LIVE_FIELD_MISSING track `lead-status`: HubSpot has no")
        .contains("Settings > Properties > Contact properties > Create property");
  }

  @Test
  void aPropertyByWhichPairsAreFoundIsMissedAndTheOtherWaysAreLeft() {
    crms.absent.add(LEAD_ID);
    assertThat(crms.check(standard()))
        .startsWith(
            "<hubspot.salesforceleadid> LIVE_FIELD_MISSING warning: pairs: HubSpot has no property"
                + " `salesforceleadid`, so no pair is found by the lead's id")
        .contains("or leave this way out of `pairs`");
    assertThat(
            crms.check(standard("[hubspot.salesforceleadid, email]", "[hubspot.salesforceleadid]")))
        .startsWith("<hubspot.salesforceleadid> LIVE_FIELD_MISSING pairs: HubSpot has no property");
  }

  @Test
  void aFieldThatHoldsSeveralValuesOrANumberIsAnErrorAndItsValuesAreNotLookedAt() {
    crms.reshaped(STAGE, "multipicklist", Kind.CHOICES, Lock.NONE);
    crms.reshaped(HUBSPOT_STATUS, "number", Kind.OTHER, Lock.NONE);
    assertThat(crms.check(standard()).lines().filter(l -> !l.startsWith("  ")))
        .containsExactly(
            "<Lead.Lead_Stage__c> LIVE_FIELD_TYPE track `lead-stage`: `Lead.Lead_Stage__c`"
                + " (multipicklist) holds several values at once, and a track's field holds one"
                + " word",
            "<contact.hs_lead_status> LIVE_FIELD_TYPE track `lead-status`: `contact.hs_lead_status` is"
                + " of the type number, and a track's field holds one word");
  }

  @Test
  void aTextTakesEveryWord() {
    crms.picklist(HUBSPOT_STATUS, "Lead Status");
    crms.reshaped(HUBSPOT_STATUS, "string", Kind.TEXT, Lock.NONE);
    assertThat(crms.check(standard())).isEmpty();
  }

  @Test
  void aFieldThatMayNotBeWrittenSaysWhyAndWhoOpensIt() {
    assertThat(locked(Lock.FIELD_PERMISSION))
        .contains(
            "LIVE_NOT_WRITABLE track `lead-stage`: our user may not write `Lead.Lead_Stage__c` in"
                + " Salesforce: it may see the field and not edit it")
        .contains(
            "tick Read Access and Edit Access of `Lead_Stage__c`; or set `direction:"
                + " to-hubspot`");
    assertThat(locked(Lock.RECORD_PERMISSION))
        .contains("it may not edit leads at all", "tick Edit under Object Permissions");
    assertThat(locked(Lock.CALCULATED)).contains("it is computed", "name a field that people fill");
    assertThat(locked(Lock.READ_ONLY)).contains("Salesforce alone sets it");
  }

  private String locked(Lock lock) {
    crms.reshaped(STAGE, "picklist", Kind.CHOICE, lock);
    return crms.check(standard());
  }

  @Test
  void aComputedFieldThatIsOnlyReadIsAWarning() {
    crms.reshaped(STAGE, "string", Kind.TEXT, Lock.CALCULATED);
    assertThat(crms.check(oneWay("to-hubspot")))
        .contains(
            "LIVE_FIELD_TYPE warning: track `lead-stage`: `Lead.Lead_Stage__c` is computed by")
        .contains("only a full sweep sees it")
        .doesNotContain("LIVE_NOT_WRITABLE");
  }

  @Test
  void aFieldThatIsNotWrittenNeedNotBeWritable() {
    crms.reshaped(LIFECYCLE, "enumeration", Kind.CHOICE, Lock.READ_ONLY);
    assertThat(crms.check(standard())).contains("LIVE_NOT_WRITABLE", "HubSpot alone sets it");
    assertThat(crms.check(oneWay("to-salesforce")))
        .contains("LIVE_UNMAPPED")
        .doesNotContain("LIVE_NOT_WRITABLE");
  }

  private static FirstDay.Written oneWay(String direction) {
    var text =
        """
        version: 1
        tracks:
          lead-stage:
            salesforce: Lead.Lead_Stage__c
            hubspot: contact.lifecyclestage
            direction: %s
            labels: { lead: { salesforce: Lead, hubspot: lead } }
        """
            .formatted(direction);
    return FirstDay.Written.of(text);
  }

  @Test
  void aFieldThatCannotBeEmptyIsNotCleared() {
    crms.notClearable(LIFECYCLE);
    assertThat(crms.check(standard())).isEmpty();
    assertThat(crms.check(standard("clears: refill", "clears: propagate")))
        .startsWith("<propagate> LIVE_NOT_CLEARABLE track `lead-stage`: ")
        .contains("`contact.lifecyclestage` cannot be empty");
  }

  @Test
  void anOrderAgainstTheRanksIsAWarningForEveryLabelThatIsConcerned() {
    crms.picklist(
        LIFECYCLE,
        "Lifecycle Stage",
        "customer",
        "subscriber",
        "lead",
        "marketingqualifiedlead",
        "opportunity",
        "salesqualifiedlead",
        "evangelist",
        "other");
    assertThat(crms.check(standard()).lines().filter(l -> !l.startsWith("  ")))
        .containsExactly(
            "<50> LIVE_ORDER warning: track `lead-stage`: `opportunity` ranks above"
                + " `sql`, and HubSpot lists it before: each move between them costs two writes"
                + " there",
            "<60> LIVE_ORDER warning: track `lead-stage`: `customer` ranks above"
                + " `sql`, and HubSpot lists it before: each move between them costs two writes"
                + " there");
    assertThat(crms.check(standard())).contains("Lifecycle Stage, and drag the stages");
  }

  @Test
  void aPathThatShowsPeopleTheOtherWayRoundIsAWarning() {
    crms.picklist(
        STAGE,
        "Lead Stage",
        "Lead",
        "Sales qualified lead",
        "Marketing qualified lead",
        "Opportunity",
        "Customer");
    assertThat(crms.check(standard()))
        .startsWith(
            "<40> LIVE_ORDER warning: track `lead-stage`: `sql` ranks above `mql`, and Salesforce"
                + " lists it before: its path shows people the other way round\n"
                + "  help: put both in one order, here or in Salesforce: Setup > Object Manager");
  }

  @Test
  void theValuesOfAFieldAreListedInTheCrmsOwnOrderForEachRecordType() {
    crms.offers(STATUS, "Partner", "Working - Contacted", "Open - Not Contacted");
    assertThat(crms.lists(standard(), STATUS))
        .containsExactly("Partner: Open - Not Contacted=open, Working - Contacted=working");
    assertThat(crms.lists(standard(), LIFECYCLE))
        .containsExactly(
            ": subscriber=subscriber, lead=lead, marketingqualifiedlead=mql,"
                + " salesqualifiedlead=sql, opportunity=opportunity, customer=customer,"
                + " evangelist=ignored, other=ignored");
  }

  @Test
  void aConvertedStatusIsNoWordOfALabel() {
    crms.converted =
        Set.of(new RawValue("Closed - Converted"), new RawValue("Closed - Not Converted"));
    assertThat(crms.check(standard()))
        .contains("LIVE_CONVERTED_WORD track `lead-status`: the label `unqualified` says")
        .contains("write `salesforce: { converted-status: any }`");
  }

  @Test
  void aFindingSaysWhatItIsAbout() {
    crms.offers(STATUS, "Partner", "Open - Not Contacted");
    var word = "salesforce: Working - Contacted";
    var mapping = standard(word, word + "\n        for: { Partner: { " + word + " } }");
    assertThat(crms.findings(mapping.mapping()))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.field()).isEqualTo(STATUS);
              assertThat(found.track().orElseThrow().name()).isEqualTo("lead-status");
              assertThat(found.about().label().orElseThrow().name()).isEqualTo("working");
              assertThat(found.about().value().orElseThrow().text())
                  .isEqualTo("Working - Contacted");
              assertThat(found.about().recordType().orElseThrow().developerName())
                  .isEqualTo("Partner");
            });
  }
}
