package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.app.wiring.Machine;
import io.stagesync.app.wiring.RealConnections;
import io.stagesync.app.wiring.StopSignal;
import io.stagesync.hubspot.simulator.Actor;
import io.stagesync.hubspot.simulator.Endpoint;
import io.stagesync.hubspot.simulator.HubSpotSimulator;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.net.Pause;
import io.stagesync.salesforce.simulator.LeadDraft;
import io.stagesync.salesforce.simulator.SalesforceSimulator;
import io.stagesync.salesforce.simulator.SimulatorSettings;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is read beside the tracks, from the mapping file to both simulated CRMs and back: a pilot,
 * attributes, accounts that are customers already, an org that never converts leads.
 */
class WiderWorldIT {
  private static final String PILOT =
      """
        scope:
          pilot:
            salesforce: { Lead.Region__c: [EMEA] }
            hubspot-list: "77"
      """;
  private static final String ATTRIBUTES =
      """
      attributes:
        tsm: { kind: segment, salesforce: Lead.Segment__c }
        lso: { kind: first-touch, hubspot: contact.origin }
        ghost: { kind: segment, salesforce: Lead.Ghost__c, hubspot: contact.ghost }
      """;

  @TempDir Path folder;
  private SalesforceSimulator salesforce;
  private HubSpotSimulator hubspot;
  private String out = "";

  @BeforeEach
  void start() {
    salesforce = SalesforceSimulator.start(SimulatorSettings.of(Clock.systemUTC()));
    hubspot =
        HubSpotSimulator.start(
            io.stagesync.hubspot.simulator.SimulatorSettings.standard(Clock.systemUTC())
                .withScopes(
                    Set.of(
                        "crm.objects.contacts.read",
                        "crm.objects.contacts.write",
                        "crm.lists.read",
                        "oauth")));
    salesforce
        .org()
        .setup()
        .picklist("Region__c", true, List.of("EMEA", "AMER"))
        .text("Segment__c");
    hubspot.portal().text("origin", false);
    hubspot.portal().join("77");
  }

  @AfterEach
  void stop() {
    salesforce.close();
    hubspot.close();
  }

  private void mapping(String text) throws IOException {
    Files.writeString(folder.resolve("mapping.yaml"), text);
    Files.writeString(
        folder.resolve("stagesync.yaml"),
        """
        salesforce:
          login-url: %s
          client-id: simulated-client
          client-secret: simulated-secret
        hubspot:
          base-url: %s
          access-token: %s
        mapping: mapping.yaml
        store: jdbc:sqlite:stagesync.db
        email-key: the key of this test
        """
            .formatted(salesforce.baseUrl(), hubspot.baseUrl(), hubspot.settings().token()));
  }

  private int run(String... arguments) {
    var into = new ByteArrayOutputStream();
    var stream = new PrintStream(into, true, StandardCharsets.UTF_8);
    var quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    var machine =
        new Machine(Map.of(), Clock.systemUTC(), Pause.REAL, new StopSignal(), "desk", 4711);
    var config = List.of("--config", folder.resolve("stagesync.yaml").toString());
    var further = List.of("--allow-inline-secrets", "--new-store");
    var all =
        Stream.of(List.of(arguments), config, further).flatMap(List::stream).toArray(String[]::new);
    var terminal = new Terminal(stream, quiet, new BufferedReader(new StringReader("")), false);
    int code = new CommandLines(terminal, machine, new RealConnections()).run(all);
    out = into.toString(StandardCharsets.UTF_8);
    return code;
  }

  private JsonNode synced() throws IOException {
    assertThat(run("sync", "--json")).as(out).isZero();
    return new ObjectMapper().readTree(out);
  }

  private record Person(String lead, String contact) {}

  /** Sales made the person an MQL, which HubSpot does not know yet. */
  private Person person(String email, String region, String segment) {
    var lead =
        LeadDraft.of(email)
            .stage("Marketing qualified lead")
            .with("Region__c", region)
            .with("Segment__c", segment);
    return new Person(
        salesforce.org().createLead(lead),
        hubspot
            .portal()
            .create(
                Map.of(
                    "email",
                    email,
                    "lifecyclestage",
                    "lead",
                    "hs_lead_status",
                    "NEW",
                    "origin",
                    "Webinar"),
                Actor.person(7)));
  }

  private String stage(Person person) {
    return hubspot.portal().value(person.contact(), "lifecyclestage");
  }

  @Test
  void onlyWhoShowsTheFieldAndIsInTheListTakesPartInAPilot() throws IOException {
    var by = "  by: [hubspot.salesforceleadid, email]\n";
    mapping(MappingFile.presetText("standard").replace(by, by + PILOT) + ATTRIBUTES);
    var inside = person("in@orion.de", "EMEA", "Enterprise");
    var elsewhere = person("elsewhere@orion.de", "AMER", "Enterprise");
    var unlisted = person("unlisted@orion.de", "EMEA", "Enterprise");
    hubspot.portal().join("77", inside.contact(), elsewhere.contact());

    assertThat(run("check", "--live")).as(out).isZero();
    assertThat(out)
        .contains(
            "attribute `ghost`: Salesforce has no field", "attribute `ghost`: HubSpot has no");
    assertThat(run("doctor")).as(out).isZero();
    assertThat(out).contains("pilot: 2 contacts are in the HubSpot list 77");
    var report = synced();
    assertThat(report.path("skipped").path("OUTSIDE_PILOT").asInt()).isEqualTo(4);
    assertThat(stage(inside)).isEqualTo("marketingqualifiedlead");
    assertThat(List.of(stage(elsewhere), stage(unlisted))).containsOnly("lead");
    assertThat(synced().path("written").path("hubspot")).isEmpty();

    hubspot.portal().edit(inside.contact(), "origin", "Paid search", Actor.person(7));
    assertThat(synced().path("findings").path("FIRST_TOUCH_CHANGED").asInt()).isEqualTo(1);
    assertThat(run("explain", "in@orion.de")).isZero();
    assertThat(out)
        .contains("tsm (segment): Salesforce \"Enterprise\"")
        .containsPattern("lso \\(first touch\\): \"Webinar\", .*now HubSpot \"Paid search\"");
  }

  @Test
  void aPilotsFieldThatIsMissingIsToldBeforeAnythingIsRead() throws IOException {
    var by = "  by: [hubspot.salesforceleadid, email]\n";
    mapping(
        MappingFile.presetText("standard")
            .replace(by, by + PILOT.replace("Region__c", "Territory__c")));
    assertThat(run("check", "--live")).isEqualTo(ExitCode.FAILED);
    assertThat(out)
        .contains("LIVE_FIELD_MISSING pilot: Salesforce has no field `Lead.Territory__c`");
    assertThat(run("sync")).isEqualTo(ExitCode.FAILED);
  }

  private long listCalls() {
    var calls = hubspot.calls();
    return calls.getOrDefault(Endpoint.LIST_DETAILS, 0L) + calls.getOrDefault(Endpoint.MEMBERS, 0L);
  }

  @Test
  void aPilotsListThatIsMissingOrNoneOfContactsIsToldWithOneCallAtItsPlaceInTheFile()
      throws IOException {
    var by = "  by: [hubspot.salesforceleadid, email]\n";
    mapping(MappingFile.presetText("standard").replace(by, by + PILOT.replace("77", "78")));
    assertThat(run("check", "--live")).isEqualTo(ExitCode.FAILED);
    assertThat(listCalls()).isEqualTo(1);
    assertThat(out)
        .containsPattern(
            "mapping.yaml:\\d+:21: LIVE_LIST pilot: HubSpot has no list `78`, so nobody can say"
                + " who takes part\n +help: write the id of one that is there: CRM > Segments")
        .doesNotContain("LIVE_FIELD");
    assertThat(run("check", "--live", "--json")).isEqualTo(ExitCode.FAILED);
    var problem = new ObjectMapper().readTree(out).path("problems").get(0);
    assertThat(problem.path("id").asText()).isEqualTo("LIVE_LIST");

    hubspot.portal().listOf("78", "0-2");
    assertThat(run("check", "--live")).isEqualTo(ExitCode.FAILED);
    assertThat(out).contains("LIVE_LIST pilot: the HubSpot list `78` is no list of contacts");
    var fixes = folder.resolve("fixes");
    assertThat(run("check", "--write-fixes", fixes.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(fixes.resolve("README.md")).content().contains("is no list of contacts");
  }

  @Test
  void aPilotsListThatOurKeyMayNotSeeIsToldBesideWhatElseDoesNotFit() throws IOException {
    hubspot.scopes(Set.of("crm.objects.contacts.read", "crm.objects.contacts.write", "oauth"));
    var by = "  by: [hubspot.salesforceleadid, email]\n";
    mapping(MappingFile.presetText("standard").replace(by, by + PILOT.replace("[EMEA]", "[Emea]")));
    assertThat(run("check", "--live")).isEqualTo(ExitCode.FAILED);
    assertThat(out)
        .contains(
            "LIVE_VALUE_MISSING pilot: `Lead.Region__c` has no value `Emea`",
            "LIVE_LIST pilot: our key may not see the HubSpot list `77`",
            "help: give the service key the scope `crm.lists.read`");
  }

  @Test
  void aFileWithoutAListAsksForNone() throws IOException {
    mapping(MappingFile.presetText("standard"));
    assertThat(run("check", "--live")).as(out).isZero();
    assertThat(listCalls()).isZero();
  }

  @Test
  void aPersonOfACustomersAccountBecomesACustomer() throws IOException {
    mapping(
        MappingFile.presetText("standard")
            .split("\ntests:\n", 2)[0]
            .replace(
                "  won: customer\n", "  won: customer\n  existing-customer-account: customer\n"));
    var person = person("a@orion.de", "EMEA", "Enterprise");
    synced();
    var became =
        salesforce.org().convert(person.lead(), "Closed - Converted", Optional.of("Closed Lost"));
    salesforce.org().accountType(became.account(), "Customer - Direct");
    synced();
    assertThat(stage(person)).isEqualTo("customer");
    assertThat(salesforce.org().writesToConvertedLeads()).isEmpty();
    assertThat(synced().path("written").path("hubspot")).isEmpty();
  }

  @Test
  void anOrgThatNeverConvertsIsAskedForNoOpportunityAndNamesALeadThatIs() throws IOException {
    mapping(
        """
        version: 1
        tracks:
          lead-stage:
            salesforce: Lead.Lead_Stage__c
            hubspot: contact.lifecyclestage
            first-sync: furthest-wins
            labels:
              lead: { rank: 10, salesforce: Lead, hubspot: lead }
              mql: { rank: 20, salesforce: Marketing qualified lead, hubspot: marketingqualifiedlead }
              customer: { rank: 30, salesforce: Customer, hubspot: customer }
        conversion: never
        """);
    salesforce.org().setup().readableObject("Opportunity", false);
    var person = person("a@orion.de", "EMEA", "Enterprise");
    synced();
    assertThat(stage(person)).isEqualTo("marketingqualifiedlead");
    salesforce.org().convert(person.lead(), "Closed - Converted", Optional.empty());
    var report = synced();
    assertThat(report.path("findings").path("CONVERTED_UNEXPECTED").asInt()).isEqualTo(1);
    assertThat(report.path("calls").path("salesforce").path("opportunities").asInt()).isZero();
    assertThat(report.path("calls").path("salesforce").path("feed").asInt()).isEqualTo(1);
  }
}
