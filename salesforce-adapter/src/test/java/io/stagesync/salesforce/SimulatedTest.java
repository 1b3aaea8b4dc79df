package io.stagesync.salesforce;

import io.stagesync.net.Pause;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.Cursor;
import io.stagesync.port.Feed;
import io.stagesync.port.RecordWrite;
import io.stagesync.port.WriteResult;
import io.stagesync.salesforce.simulator.LeadDraft;
import io.stagesync.salesforce.simulator.SalesforceSimulator;
import io.stagesync.salesforce.simulator.SimulatedOrg;
import io.stagesync.salesforce.simulator.SimulatorSettings;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A simulated org, an adapter that talks to it, a clock that stands still and pauses that end at
 * once.
 */
abstract class SimulatedTest {
  static final FieldName STATUS = new FieldName(Side.SALESFORCE, "Lead", "Status");
  static final FieldName STAGE = new FieldName(Side.SALESFORCE, "Lead", "Lead_Stage__c");

  Instant now = Instant.parse("2026-11-22T03:00:00.400Z");
  final InstantSource clock = () -> now;
  final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  final Pause pause = pauses::add;
  SalesforceSimulator simulator;
  SimulatedOrg org;
  SalesforceCrm crm;

  @BeforeEach
  void start() {
    simulator = SalesforceSimulator.start(simulatorSettings());
    org = simulator.org();
    crm = new SalesforceCrm(settings(), clock, pause);
  }

  @AfterEach
  void stop() {
    crm.close();
    simulator.close();
  }

  SimulatorSettings simulatorSettings() {
    return SimulatorSettings.of(clock);
  }

  SalesforceSettings settings() {
    return SalesforceSettings.of(
        simulator.baseUrl(),
        new SalesforceCredentials.ClientSecret("simulated-client", "simulated-secret"),
        Set.of(STATUS, STAGE));
  }

  /** Lets time go on, for the org and for us. */
  void passes(Duration time) {
    now = now.plus(time);
  }

  String lead(String email) {
    return org.createLead(LeadDraft.of(email).stage("Lead"));
  }

  List<CrmRecord> sweep(String... known) {
    var records = new ArrayList<CrmRecord>();
    crm.sweep(List.of(known).stream().map(RecordId::new).toList(), records::addAll);
    return records;
  }

  List<CrmRecord> changes(Feed feed, Cursor since) {
    var records = new ArrayList<CrmRecord>();
    next = crm.changes(feed, Optional.of(since), records::addAll);
    return records;
  }

  /** The cursor that the last {@link #changes} returned. */
  Cursor next = new Cursor("none");

  Cursor fromNowOn(Feed feed) {
    return crm.changes(feed, Optional.empty(), page -> {});
  }

  static RecordWrite write(String lead, FieldName field, String value) {
    return new RecordWrite(
        new RecordId(lead),
        Map.of(field, value.isEmpty() ? Optional.empty() : Optional.of(new RawValue(value))),
        Instant.parse("2026-11-22T03:00:00Z"),
        "t-" + lead);
  }

  WriteResult writeOne(String lead, FieldName field, String value) {
    return crm.write(List.of(write(lead, field, value))).get(0);
  }

  static List<WriteResult.Kind> kinds(List<WriteResult> results) {
    return results.stream().map(WriteResult::kind).toList();
  }
}
