package io.stagesync.app.story;

import io.stagesync.engine.Compare;
import io.stagesync.engine.Crms;
import io.stagesync.engine.EmailKey;
import io.stagesync.engine.Engine;
import io.stagesync.engine.Explain;
import io.stagesync.engine.Holder;
import io.stagesync.engine.Plan;
import io.stagesync.engine.Progress;
import io.stagesync.engine.RunReport;
import io.stagesync.engine.RunRequest;
import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.engine.Story;
import io.stagesync.engine.Surroundings;
import io.stagesync.hubspot.HubSpotCrm;
import io.stagesync.hubspot.HubSpotSettings;
import io.stagesync.hubspot.simulator.Actor;
import io.stagesync.hubspot.simulator.HubSpotSimulator;
import io.stagesync.mapping.Mapping;
import io.stagesync.net.MovedTime;
import io.stagesync.salesforce.SalesforceCredentials;
import io.stagesync.salesforce.SalesforceCrm;
import io.stagesync.salesforce.SalesforceSettings;
import io.stagesync.salesforce.simulator.LeadDraft;
import io.stagesync.salesforce.simulator.SalesforceSimulator;
import io.stagesync.salesforce.simulator.SimulatorSettings;
import io.stagesync.state.Store;
import io.stagesync.state.jdbc.OpenMode;
import io.stagesync.state.jdbc.Stores;
import io.stagesync.vocabulary.Side;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;

/**
 * Both simulated CRMs, our adapters over HTTP, a store in a file. HubSpot's search index lags by 15
 * seconds.
 */
final class StoryBed implements AutoCloseable {
  private static final Actor MARTA = Actor.person(7);

  final MovedTime time = new MovedTime(Instant.parse("2026-11-02T08:00:00Z"));
  final SalesforceSimulator salesforce = SalesforceSimulator.start(SimulatorSettings.of(time));
  final HubSpotSimulator hubspot;
  final Store store;
  private Mapping mapping;
  private final Crms crms;

  /** One person's lead and contact. */
  record Person(String lead, String contact) {}

  StoryBed(Path folder, Mapping mapping) {
    this.mapping = mapping;
    hubspot =
        HubSpotSimulator.start(
            io.stagesync.hubspot.simulator.SimulatorSettings.standard(time)
                .withIndexLag(Duration.ofSeconds(15)));
    store =
        Stores.open(
            "jdbc:sqlite:" + folder.toAbsolutePath() + "-story.db",
            new Properties(),
            OpenMode.CREATE,
            new Random(1));
    salesforce.org().setup().history("Status", true).history("Lead_Stage__c", true);
    crms = connect();
  }

  private Crms connect() {
    var lead =
        new SalesforceCrm(
            SalesforceSettings.of(
                salesforce.baseUrl(),
                new SalesforceCredentials.ClientSecret("simulated-client", "simulated-secret"),
                mapping.fields(Side.SALESFORCE)),
            time,
            time);
    var contact =
        new HubSpotCrm(
            HubSpotSettings.of(
                hubspot.baseUrl(), hubspot.settings().token(), mapping.fields(Side.HUBSPOT)),
            time,
            time);
    return new Crms(lead, contact, lead, contact);
  }

  /** Goes on with another mapping file over the same fields. */
  void goesOnWith(Mapping changed) {
    mapping = changed;
  }

  Mapping mapping() {
    return mapping;
  }

  /** What `drift` compares. */
  Compare compare() {
    return new Compare(store, crms, mapping, time);
  }

  Engine engine() {
    return new Engine(store, crms, mapping, surroundings());
  }

  /** A plan on a copy of the store. */
  Plan planOn(Path copy) {
    var scratch =
        Stores.open("jdbc:sqlite:" + copy, new Properties(), OpenMode.EXISTING, new Random(2));
    return new Engine(scratch, crms, mapping, surroundings()).plan();
  }

  private Surroundings surroundings() {
    return new Surroundings(
        time,
        time,
        emailKey(),
        Progress.SILENT,
        () -> false,
        new Holder("here", 1, "story", p -> true));
  }

  private static EmailKey emailKey() {
    return new EmailKey("a story's secret".getBytes(StandardCharsets.UTF_8));
  }

  /** A sync a minute later. */
  RunReport sync() {
    return run("sync", Reads.CHANGES, Set.of(Side.values()));
  }

  RunReport run(String kind, Reads reads, Set<Side> pushes) {
    time.pass(Duration.ofMinutes(1));
    return engine().run(new RunRequest(kind, reads, pushes));
  }

  /** Somebody who is known on both sides. */
  Person person(String email, String status, String stage, String leadStatus, String lifecycle) {
    var draft = LeadDraft.of(email).status(status);
    var lead = salesforce.org().createLead(stage.isBlank() ? draft : draft.stage(stage));
    var values = new HashMap<>(Map.of("email", email));
    values.put("hs_lead_status", leadStatus);
    values.put("lifecyclestage", lifecycle);
    values.values().removeIf(String::isBlank);
    return new Person(lead, hubspot.portal().create(values, MARTA));
  }

  void inSalesforce(Person person, String field, String value) {
    salesforce.org().edit(person.lead(), field, value.isBlank() ? null : value, "Kenji");
  }

  void inHubSpot(Person person, String property, String value) {
    hubspot.portal().edit(person.contact(), property, value, MARTA);
  }

  String status(Person person) {
    return salesforce.org().lead(person.lead(), "Status").orElse("");
  }

  String stage(Person person) {
    return salesforce.org().lead(person.lead(), "Lead_Stage__c").orElse("");
  }

  String leadStatus(Person person) {
    return hubspot.portal().value(person.contact(), "hs_lead_status");
  }

  String lifecycle(Person person) {
    return hubspot.portal().value(person.contact(), "lifecyclestage");
  }

  Optional<Story> explain(String who) {
    return new Explain(store, emailKey()).who(who);
  }

  @Override
  public void close() {
    crms.salesforce().close();
    crms.hubspot().close();
    salesforce.close();
    hubspot.close();
    store.close();
  }
}
