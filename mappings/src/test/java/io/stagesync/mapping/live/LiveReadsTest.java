package io.stagesync.mapping.live;

import static io.stagesync.mapping.live.FirstDay.standard;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.FieldShape.Kind;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import org.junit.jupiter.api.Test;

/** What is read beside the tracks, held against what both CRMs have. */
class LiveReadsTest {
  private static final FieldName REGION = new FieldName(Side.SALESFORCE, "Lead", "Region__c");
  private final FirstDay crms = new FirstDay();

  private static FirstDay.Written pilot(String values) {
    return standard(
        "rules: []",
        "rules: []\nattributes: { tsm: { kind: segment, hubspot: contact.tsm } }",
        "  # scope: { not-below: mql }",
        "  scope: { pilot: { salesforce: { Lead.Region__c: " + values + " } } } #");
  }

  private String check(String values) {
    crms.picklist(new FieldName(Side.HUBSPOT, "contact", "tsm"), "TSM", "yes");
    return crms.check(pilot(values));
  }

  @Test
  void aPilotsFieldThatIsNotThereStopsEverything() {
    assertThat(check("[EMEA]"))
        .isEqualTo(
            "<[EMEA> LIVE_FIELD_MISSING pilot: Salesforce has no field"
                + " `Lead.Region__c`, or our user may not see it\n"
                + "  help: name another field; or let our user see it: Setup > Permission Sets >"
                + " the one of our user > Object Settings > Leads > Edit: tick Read Access of"
                + " `Region__c`");
    assertThat(crms.findings(pilot("[EMEA]").mapping()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.track()).isEmpty())
        .satisfies(finding -> assertThat(finding.diagnostic().isError()).isTrue());
  }

  @Test
  void aPicklistHasTheValuesThatThePilotNames() {
    crms.picklist(REGION, "Region", "EMEA", "AMER", "APAC");
    assertThat(check("[EMEA, APAC]")).isEmpty();
    assertThat(check("[EMEA, Emea]"))
        .isEqualTo(
            "<Emea> LIVE_VALUE_MISSING pilot: `Lead.Region__c` has no value `Emea`, so nobody"
                + " has it\n  help: did you mean `EMEA`?");
  }

  @Test
  void aValueThatIsOfferedNoMoreStillLetsThoseTakePartWhoHaveIt() {
    crms.picklist(REGION, "Region", "EMEA", "AMER");
    crms.inactive(REGION, "AMER");
    assertThat(check("[AMER]")).isEmpty();
  }

  @Test
  void aTextTakesAnyValueAndACheckboxTwo() {
    crms.picklist(REGION, "Region");
    crms.reshaped(REGION, "string", Kind.TEXT, FieldShape.Lock.NONE);
    assertThat(check("[Bavaria]")).isEmpty();
    crms.reshaped(REGION, "boolean", Kind.OTHER, FieldShape.Lock.NONE);
    assertThat(check("true")).isEmpty();
    assertThat(check("[true, yes]")).contains("`Lead.Region__c` has no value `yes`");
  }

  @Test
  void aFieldThatHoldsNoOneWordCannotSayWhoTakesPart() {
    crms.picklist(REGION, "Region", "EMEA");
    crms.reshaped(REGION, "double", Kind.OTHER, FieldShape.Lock.NONE);
    assertThat(check("[EMEA]"))
        .contains("LIVE_FIELD_TYPE pilot: `Lead.Region__c` is of the type double, and only");
    crms.reshaped(REGION, "multipicklist", Kind.CHOICES, FieldShape.Lock.NONE);
    assertThat(check("[EMEA]")).contains("LIVE_FIELD_TYPE");
  }

  @Test
  void anAttributeThatCannotBeSeenIsAWarning() {
    crms.picklist(REGION, "Region", "EMEA");
    assertThat(crms.check(pilot("[EMEA]")))
        .isEqualTo(
            "<contact.tsm> LIVE_FIELD_MISSING warning: attribute `tsm`: HubSpot has no field"
                + " `contact.tsm`, or our user may not see it, so it is not shown\n"
                + "  help: name another field; or let our user see it: Settings > Properties >"
                + " Contact properties");
  }

  private static FirstDay.Written customers(String said) {
    return standard(
        "  won: customer\n", "  won: customer\n  existing-customer-account: " + said + "\n");
  }

  @Test
  void withoutTheAccountsFieldTheTrackOfTheConversionCannotGoOn() {
    var file = customers("customer");
    assertThat(crms.check(file))
        .startsWith(
            "<customer> LIVE_FIELD_MISSING conversion: Salesforce has no field `Account.Type`, or"
                + " our user may not see it\n  help: name another field; or let our user see it:"
                + " Setup > Permission Sets > the one of our user > Object Settings > Accounts >"
                + " Edit: tick Read Access of `Type`");
    assertThat(crms.findings(file.mapping()))
        .singleElement()
        .satisfies(f -> assertThat(f.track()).contains(new Track("lead-stage")));
  }

  @Test
  void ofSalesforcesOwnValuesOneIsEnoughAndOfTheFilesOwnAllHaveToExist() {
    var type = new FieldName(Side.SALESFORCE, "Account", "Type");
    crms.picklist(type, "Type", "Prospect", "Customer - Direct");
    assertThat(crms.check(customers("customer"))).isEmpty();
    assertThat(
            crms.check(
                customers(
                    "{ label: customer, account: { Account.Type: [Customer - Direct, Key] } }")))
        .isEqualTo(
            "<Key> LIVE_VALUE_MISSING conversion: `Account.Type` has no value `Key`, so nobody has"
                + " it\n  help: its values: `Prospect`, `Customer - Direct`");
    crms.picklist(type, "Type", "Interessent", "Kunde");
    assertThat(crms.check(customers("customer")))
        .contains("has no value `Customer - Channel`", "has no value `Customer - Direct`");
  }
}
