package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.LiveCheck;
import io.stagesync.mapping.Mapping;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveCheckTest {
  private static final FieldName STATUS = new FieldName(Side.SALESFORCE, "Lead", "Status");
  private static final FieldName STAGE = new FieldName(Side.SALESFORCE, "Lead", "Lead_Stage__c");
  private static final FieldName HUBSPOT_STATUS =
      new FieldName(Side.HUBSPOT, "contact", "hs_lead_status");
  private static final FieldName LIFECYCLE =
      new FieldName(Side.HUBSPOT, "contact", "lifecyclestage");

  private final Mapping standard = MappingFile.preset("standard").mapping().orElseThrow();

  /** A Salesforce org and a HubSpot account as they are on their first day. */
  private final Map<FieldName, FieldCatalog> fields =
      new HashMap<>(
          Map.of(
              STATUS,
              field(
                  false,
                  "Open - Not Contacted",
                  "Working - Contacted",
                  "Closed - Converted",
                  "Closed - Not Converted"),
              STAGE,
              field(
                  false,
                  "Lead",
                  "Marketing qualified lead",
                  "Sales qualified lead",
                  "Opportunity",
                  "Customer"),
              LIFECYCLE,
              field(
                  true,
                  "subscriber",
                  "lead",
                  "marketingqualifiedlead",
                  "salesqualifiedlead",
                  "opportunity",
                  "customer",
                  "evangelist",
                  "other"),
              HUBSPOT_STATUS,
              field(
                  false,
                  "NEW",
                  "OPEN",
                  "IN_PROGRESS",
                  "OPEN_DEAL",
                  "UNQUALIFIED",
                  "ATTEMPTED_TO_CONTACT",
                  "CONNECTED",
                  "BAD_TIMING")));

  private Set<RawValue> converted = Set.of(new RawValue("Closed - Converted"));

  @Test
  void theStandardFileFitsBothSystemsOnTheirFirstDay() {
    assertThat(check(standard)).isEmpty();
  }

  @Test
  void aFieldThatIsNotThereIsAnError() {
    fields.remove(STAGE);
    assertThat(check(standard))
        .isEqualTo(
            "definitions/standard.yaml: LIVE_FIELD_MISSING track `lead-stage`: Salesforce has no"
                + " field `Lead.Lead_Stage__c`, or our user may not see it\n"
                + "  help: create the field, or give our user access to it");
  }

  @Test
  void aFieldThatMayNotBeWrittenIsAnErrorWhereTheTrackWritesIt() {
    fields.put(
        LIFECYCLE,
        new FieldCatalog(false, true, true, true, values(LIFECYCLE), Map.of(), Map.of()));
    assertThat(check(standard))
        .contains("LIVE_NOT_WRITABLE track `lead-stage`: our user may not write")
        .contains("set `direction: to-salesforce`");
    var oneWay =
        """
        version: 1
        tracks:
          lead-stage:
            salesforce: Lead.Lead_Stage__c
            hubspot: contact.lifecyclestage
            direction: to-salesforce
            labels: { lead: { salesforce: Lead, hubspot: lead } }
        """;
    assertThat(check(MappingFile.parse("one-way.yaml", oneWay).mapping().orElseThrow()))
        .contains("LIVE_UNMAPPED")
        .doesNotContain("LIVE_NOT_WRITABLE");
  }

  @Test
  void aWordThatThePicklistDoesNotHaveIsAnErrorWithASuggestion() {
    assertThat(check(edited("Working - Contacted", "Working - Contactd")))
        .contains(
            "LIVE_VALUE_MISSING track `lead-status`: the label `working` says `Working -"
                + " Contactd`, which Salesforce does not have (or no longer offers)\n"
                + "  help: did you mean `Working - Contacted`?")
        .contains(
            "LIVE_UNMAPPED warning: track `lead-status`: Salesforce offers `Working - Contacted`");
  }

  @Test
  void valuesAreComparedCharacterByCharacter() {
    assertThat(check(edited("hubspot: customer", "hubspot: Customer")))
        .contains("says `Customer`, which HubSpot does not have");
  }

  @Test
  void aValueThatTheFileDoesNotKnowIsAWarning() {
    assertThat(check(edited("[evangelist, other]", "[other]")))
        .isEqualTo(
            "definitions/standard.yaml: LIVE_UNMAPPED warning: track `lead-stage`: HubSpot offers"
                + " `evangelist`, and the file does not say what it means\n"
                + "  help: add it to a label's words, or to `ignored: { hubspot: [...] }`");
  }

  @Test
  void aConvertedStatusIsNoWordOfALabel() {
    converted = Set.of(new RawValue("Closed - Converted"), new RawValue("Closed - Not Converted"));
    assertThat(check(standard))
        .contains("LIVE_CONVERTED_WORD track `lead-status`: the label `unqualified` says")
        .contains("write `salesforce: { converted-status: any }`");
  }

  @Test
  void aFieldThatCannotBeEmptyIsNotCleared() {
    fields.put(
        LIFECYCLE,
        new FieldCatalog(true, false, true, true, values(LIFECYCLE), Map.of(), Map.of()));
    assertThat(check(standard)).isEmpty();
    assertThat(check(edited("clears: refill", "clears: propagate")))
        .contains(
            "LIVE_NOT_CLEARABLE track `lead-stage`: `contact.lifecyclestage` cannot be empty");
  }

  @Test
  void anOrderAgainstTheRanksIsAWarningWhereHubSpotOnlyGoesForward() {
    fields.put(
        LIFECYCLE,
        field(
            true,
            "subscriber",
            "lead",
            "marketingqualifiedlead",
            "opportunity",
            "salesqualifiedlead",
            "customer",
            "evangelist",
            "other"));
    assertThat(check(standard))
        .startsWith(
            "definitions/standard.yaml: LIVE_ORDER warning: track `lead-stage`: `opportunity` ranks"
                + " above `sql`, and HubSpot lists it before\n");
  }

  @Test
  void aWordThatTheRecordTypeDoesNotOfferIsAWarning() {
    var partner = new RecordType("Partner");
    fields.put(
        STATUS,
        new FieldCatalog(
            true,
            false,
            true,
            false,
            values(STATUS),
            Map.of(partner, Set.of(new RawValue("Open - Not Contacted"))),
            Map.of()));
    var word = "salesforce: Working - Contacted";
    assertThat(check(edited(word, word + "\n        for: { Partner: { " + word + " } }")))
        .isEqualTo(
            "definitions/standard.yaml: LIVE_NOT_OFFERED warning: track `lead-status`: the label"
                + " `working` says `Working - Contacted` for record type `Partner`, which does not"
                + " offer it\n"
                + "  help: add the value to the record type's lead process, or map another one");
  }

  @Test
  void aFieldWithoutAFixedListTakesEveryWord() {
    fields.put(HUBSPOT_STATUS, field(false));
    assertThat(check(standard)).isEmpty();
  }

  private List<RawValue> values(FieldName name) {
    return Optional.ofNullable(fields.get(name)).orElseThrow().values();
  }

  private static FieldCatalog field(boolean forwardOnly, String... values) {
    var raw = Stream.of(values).map(RawValue::new).toList();
    return new FieldCatalog(true, true, true, forwardOnly, raw, Map.of(), Map.of());
  }

  private String check(Mapping mapping) {
    var salesforce = new Catalog(Side.SALESFORCE, of(Side.SALESFORCE), converted);
    var hubspot = new Catalog(Side.HUBSPOT, of(Side.HUBSPOT), Set.of());
    return LiveCheck.check(mapping, salesforce, hubspot).stream()
        .map(Diagnostic::render)
        .collect(Collectors.joining("\n"));
  }

  private Map<FieldName, FieldCatalog> of(Side side) {
    return fields.entrySet().stream()
        .filter(entry -> entry.getKey().side() == side)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Mapping edited(String... beforeAndAfter) {
    var text = MappingFile.presetText("standard");
    for (var pair : pairs(beforeAndAfter)) {
      assertThat(text).contains(pair.get(0));
      int at = text.indexOf(pair.get(0));
      text = text.substring(0, at) + pair.get(1) + text.substring(at + pair.get(0).length());
    }
    var loaded = MappingFile.parse("definitions/standard.yaml", text);
    assertThat(loaded.render()).isEmpty();
    return loaded.mapping().orElseThrow();
  }

  private static List<List<String>> pairs(String... all) {
    return Stream.iterate(0, i -> i < all.length, i -> i + 2)
        .map(i -> List.of(all[i], all[i + 1]))
        .toList();
  }
}
