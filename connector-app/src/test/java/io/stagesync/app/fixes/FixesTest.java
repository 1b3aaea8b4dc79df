package io.stagesync.app.fixes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.mapping.live.LiveCheck;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.FieldShape.Kind;
import io.stagesync.vocabulary.FieldShape.Lock;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class FixesTest {
  private static final String MAPPING =
      """
      version: 1
      pairs: { by: [hubspot.sf_lead_id, email] }
      attributes:
        source: { kind: segment, salesforce: Lead.Source_Kind__c, hubspot: contact.source_kind }
      tracks:
        status:
          salesforce: Lead.Status
          hubspot: contact.hs_lead_status
          labels:
            open: { salesforce: Open, hubspot: NEW }
            busy:
              salesforce: [Working & waiting, Reviewed]
              hubspot: IN_PROGRESS
              for: { Partner: { salesforce: Partner <busy> } }
        reason:
          salesforce: Lead.Reason__c
          hubspot: contact.closed_reason
          labels:
            not-ready: { salesforce: Not Ready, hubspot: NOT_READY }
            other: { salesforce: 'Other, "misc"', hubspot: other reasons }
      """;
  private static final FieldName STATUS = new FieldName(Side.SALESFORCE, "Lead", "Status");
  private static final FieldName REASON = new FieldName(Side.SALESFORCE, "Lead", "Reason__c");
  private static final FieldName HS_STATUS =
      new FieldName(Side.HUBSPOT, "contact", "hs_lead_status");
  private static final FieldName HS_REASON =
      new FieldName(Side.HUBSPOT, "contact", "closed_reason");
  private static final FieldName LEAD_ID = new FieldName(Side.HUBSPOT, "contact", "sf_lead_id");

  private final Map<FieldName, FieldCatalog> there = new HashMap<>();
  private final Map<RecordType, Set<RawValue>> offered = new HashMap<>();
  private Set<FieldName> absent = Set.of();

  private void has(FieldName name, Lock lock, Set<String> inactive, String... values) {
    var shape =
        new FieldShape(
            "picklist",
            !name.equals(STATUS),
            Optional.of(new RawValue(values[0])),
            inactive.stream().map(RawValue::new).collect(Collectors.toSet()),
            name.equals(STATUS) ? "Lead Status" : "Its label",
            Kind.CHOICE,
            lock);
    there.put(
        name,
        new FieldCatalog(
            lock == Lock.NONE,
            !name.equals(STATUS),
            true,
            false,
            Stream.of(values).map(RawValue::new).toList(),
            name.equals(STATUS) ? offered : Map.of(),
            Map.of(new RawValue(values[0]), "First <shown>"),
            shape));
  }

  private Map<String, String> fixes() {
    var loaded = MappingFile.parse("m.yaml", MAPPING);
    assertThat(loaded.render()).isEmpty();
    var mapping = loaded.mapping().orElseThrow();
    var catalogs =
        new Catalogs(
            catalog(Side.SALESFORCE, Set.of(new RawValue("Done")), Set.of()),
            catalog(Side.HUBSPOT, Set.of(), absent));
    var findings = LiveCheck.findings(mapping, catalogs.salesforce(), catalogs.hubspot());
    var api = new Fixes.Api(URI.create("https://api.hubapi.com"), "2026-09");
    var told = LiveCheck.check(mapping, catalogs.salesforce(), catalogs.hubspot());
    return Fixes.of(mapping, catalogs, findings, told, api).stream()
        .collect(Collectors.toMap(FixFile::path, FixFile::text));
  }

  private Catalog catalog(Side side, Set<RawValue> converted, Set<FieldName> missing) {
    var here =
        there.entrySet().stream()
            .filter(e -> e.getKey().side() == side)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Catalog(side, here, converted, missing);
  }

  private void everythingElseFits() {
    offered.put(
        new RecordType("Partner"), Set.of(new RawValue("Open"), new RawValue("Partner <busy>")));
    has(new FieldName(Side.SALESFORCE, "Lead", "Source_Kind__c"), Lock.NONE, Set.of(), "Web");
    has(new FieldName(Side.HUBSPOT, "contact", "source_kind"), Lock.NONE, Set.of(), "web");
    has(STATUS, Lock.NONE, Set.of(), "Open", "Working & waiting", "Reviewed", "Partner <busy>");
    has(REASON, Lock.NONE, Set.of(), "Not Ready", "Other, \"misc\"");
    has(HS_STATUS, Lock.NONE, Set.of(), "NEW", "IN_PROGRESS");
    has(HS_REASON, Lock.NONE, Set.of(), "NOT_READY", "other reasons");
  }

  private static String file(Map<String, String> fixes, String path) {
    assertThat(fixes).containsKey(path);
    return fixes.getOrDefault(path, "");
  }

  private static JsonNode json(Map<String, String> fixes, String path) throws IOException {
    return new ObjectMapper().readTree(file(fixes, path));
  }

  @Test
  void whereAllFitsNothingIsWritten() {
    everythingElseFits();
    assertThat(fixes()).isEmpty();
  }

  @Test
  void fieldsThatAreReadBesideTheTracksAreExplainedAndNotMade() {
    everythingElseFits();
    there.remove(new FieldName(Side.SALESFORCE, "Lead", "Source_Kind__c"));
    there.remove(new FieldName(Side.HUBSPOT, "contact", "source_kind"));
    assertThat(fixes()).containsOnlyKeys("README.md");
    assertThat(file(fixes(), "README.md"))
        .contains("has no field `Lead.Source_Kind__c`", "has no field `contact.source_kind`");
  }

  @Test
  void aMissingFieldComesWithItsWordsAndAPermissionSetThatOpensIt() throws Exception {
    everythingElseFits();
    there.remove(REASON);
    var fixes = fixes();
    assertThat(fixes)
        .containsOnlyKeys(
            "README.md",
            "salesforce/sfdx-project.json",
            "salesforce/force-app/main/default/objects/Lead/fields/Reason__c.field-meta.xml",
            "salesforce/force-app/main/default/permissionsets/StageSync_Fields.permissionset-meta.xml");
    assertThat(
            file(
                fixes,
                "salesforce/force-app/main/default/objects/Lead/fields/Reason__c.field-meta.xml"))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
                <fullName>Reason__c</fullName>
                <externalId>false</externalId>
                <label>Reason</label>
                <required>false</required>
                <type>Picklist</type>
                <valueSet>
                    <restricted>true</restricted>
                    <valueSetDefinition>
                        <sorted>false</sorted>
                        <value>
                            <fullName>Not Ready</fullName>
                            <default>false</default>
                            <label>Not Ready</label>
                        </value>
                        <value>
                            <fullName>Other, "misc"</fullName>
                            <default>false</default>
                            <label>Other, "misc"</label>
                        </value>
                    </valueSetDefinition>
                </valueSet>
            </CustomField>
            """);
    assertThat(
            file(
                fixes,
                "salesforce/force-app/main/default/permissionsets/StageSync_Fields.permissionset-meta.xml"))
        .contains("<field>Lead.Reason__c</field>", "<editable>true</editable>");
    assertThat(file(fixes, "README.md"))
        .contains("sf project deploy start", "--dry-run", "Nothing of this has been applied")
        .contains("leave this file out")
        .contains("Record types of this org: `Partner`")
        .contains("m.yaml:16:17 LIVE_FIELD_MISSING");
    allAreXml(fixes);
  }

  @Test
  void valuesAreAddedBehindAllThatTheFieldHasSoThatNoneIsLost() throws Exception {
    everythingElseFits();
    has(STATUS, Lock.NONE, Set.of("Old"), "Open", "Done", "Partner <busy>");
    var fixes = fixes();
    var set =
        file(
            fixes,
            "salesforce/force-app/main/default/standardValueSets/LeadStatus.standardValueSet-meta.xml");
    assertThat(names(set))
        .containsExactly("Open", "Done", "Partner <busy>", "Old", "Working & waiting", "Reviewed");
    assertThat(set)
        .contains(
            "<label>First &lt;shown&gt;</label>", "<fullName>Working &amp; waiting</fullName>")
        .containsPattern("(?s)<fullName>Open</fullName>\\s+<default>true</default>")
        .containsPattern("(?s)<fullName>Done</fullName>.{0,120}<converted>true</converted>")
        .containsPattern("(?s)<fullName>Old</fullName>.{0,150}<isActive>false</isActive>");
    assertThat(file(fixes, "README.md"))
        .contains("Adds to Lead Status: `Working & waiting`, `Reviewed`.")
        .contains("A deployment replaces what it names");
    allAreXml(fixes);
  }

  @Test
  void aValueThatLooksRenamedIsNotMadeASecondTime() {
    everythingElseFits();
    has(REASON, Lock.NONE, Set.of(), "Not Yet", "Other, \"misc\"");
    assertThat(fixes()).containsOnlyKeys("README.md");
    assertThat(file(fixes(), "README.md"))
        .contains("Not added, because it looks renamed", "Salesforce Lead.Reason__c: `Not Ready`");
  }

  @Test
  void aFieldThatOurUserMayNotEditGetsAPermissionSetAlone() throws Exception {
    everythingElseFits();
    has(REASON, Lock.FIELD_PERMISSION, Set.of(), "Not Ready", "Other, \"misc\"");
    assertThat(fixes())
        .containsOnlyKeys(
            "README.md",
            "salesforce/sfdx-project.json",
            "salesforce/force-app/main/default/permissionsets/StageSync_Fields.permissionset-meta.xml");
  }

  @Test
  void whatARecordTypeDoesNotOfferComesAsALeadProcessToBeAdaptedFirst() throws Exception {
    everythingElseFits();
    offered.put(new RecordType("Partner"), Set.of(new RawValue("Open")));
    has(STATUS, Lock.NONE, Set.of(), "Open", "Working & waiting", "Reviewed", "Partner <busy>");
    var fixes = fixes();
    var process =
        file(
            fixes,
            "salesforce/adapt-first/objects/Lead/businessProcesses/Process of"
                + " Partner.businessProcess-meta.xml");
    assertThat(process)
        .contains("<fullName>Process of Partner</fullName>")
        .contains("<fullName>Open</fullName>", "<fullName>Partner %3Cbusy%3E</fullName>");
    assertThat(file(fixes, "README.md"))
        .contains("Salesforce, to be adapted first", "lead process (Setup > Lead Processes) first");
    allAreXml(fixes);
  }

  @Test
  void aMissingPropertyIsDefinedForThePropertiesApi() throws IOException {
    everythingElseFits();
    there.remove(HS_REASON);
    absent = Set.of(LEAD_ID);
    var fixes = fixes();
    var reason = json(fixes, "hubspot/create-closed_reason.json");
    assertThat(reason.path("type").asText() + "/" + reason.path("fieldType").asText())
        .isEqualTo("enumeration/select");
    assertThat(reason.path("label").asText()).isEqualTo("Closed reason");
    assertThat(reason.path("options").findValuesAsText("value"))
        .containsExactly("NOT_READY", "other reasons");
    assertThat(reason.path("options").findValuesAsText("label"))
        .containsExactly("Not ready", "Other reasons");
    assertThat(json(fixes, "hubspot/create-sf_lead_id.json").path("fieldType").asText())
        .isEqualTo("text");
    assertThat(file(fixes, "README.md"))
        .contains("curl -X POST https://api.hubapi.com/crm/properties/2026-09/contacts ")
        .contains("--data @create-closed_reason.json")
        .contains("crm.schemas.contacts.write")
        .doesNotContain("options-");
  }

  @Test
  void optionsAreAddedBehindThoseThatThePropertyHasAndHubSpotsOwnStagesStayByHand()
      throws IOException {
    everythingElseFits();
    has(HS_STATUS, Lock.NONE, Set.of("HIDDEN"), "NEW", "HIDDEN", "EXTRA", "MORE");
    has(HS_REASON, Lock.NONE, Set.of("NOT_READY"), "NOT_READY", "other reasons");
    var fixes = fixes();
    var status = json(fixes, "hubspot/options-hs_lead_status.json");
    assertThat(status.path("options").findValuesAsText("value"))
        .containsExactly("NEW", "HIDDEN", "EXTRA", "MORE", "IN_PROGRESS");
    assertThat(status.path("options").path(0).path("label").asText()).isEqualTo("First <shown>");
    assertThat(status.path("options").path(4).path("label").asText()).isEqualTo("In progress");
    assertThat(status.path("options").findValuesAsText("hidden"))
        .containsExactly("false", "true", "false", "false", "false");
    assertThat(
            json(fixes, "hubspot/options-closed_reason.json")
                .path("options")
                .path(0)
                .path("hidden")
                .asBoolean())
        .as("is shown again")
        .isFalse();
    assertThat(file(fixes, "README.md"))
        .contains(
            "curl -X PATCH https://api.hubapi.com/crm/properties/2026-09/contacts/hs_lead_status ");
  }

  private static List<String> names(String xml) {
    return xml.lines()
        .map(String::strip)
        .filter(line -> line.startsWith("<fullName>"))
        .map(line -> line.replaceAll("</?fullName>", ""))
        .map(name -> name.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        .toList();
  }

  private static void allAreXml(Map<String, String> fixes) throws Exception {
    for (var entry : fixes.entrySet()) {
      if (entry.getKey().endsWith(".xml")) {
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(entry.getValue())));
      }
    }
  }
}
