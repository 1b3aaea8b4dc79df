package io.stagesync.hubspot;

import io.stagesync.hubspot.simulator.Actor;
import io.stagesync.hubspot.simulator.HubSpotSimulator;
import io.stagesync.hubspot.simulator.Portal;
import io.stagesync.hubspot.simulator.SimulatorSettings;
import io.stagesync.net.MovedTime;
import io.stagesync.port.CrmException;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.RecordWrite;
import io.stagesync.port.WriteResult;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulated account and an adapter that talks to it, both in a time of their own. */
abstract class HubSpotTest {
  static final FieldName STAGE = HubSpotSettings.property("lifecyclestage");
  static final FieldName STATUS = HubSpotSettings.property("hs_lead_status");
  static final Actor ANNA = Actor.person(101);

  final MovedTime time = new MovedTime(Instant.parse("2026-11-22T08:00:00Z"));
  HubSpotSimulator simulator;
  Portal portal;
  HubSpotCrm crm;
  private int traces;

  HubSpotTest() {
    simulator = HubSpotSimulator.start(SimulatorSettings.standard(time));
    portal = simulator.portal();
    crm = connect(settings -> settings);
  }

  @BeforeEach
  void startAnew() {
    time.pass(Duration.ofSeconds(1));
  }

  @AfterEach
  void stop() {
    crm.close();
    simulator.close();
  }

  /** Another adapter to the same account. */
  final HubSpotCrm connect(UnaryOperator<HubSpotSettings> change) {
    var settings =
        HubSpotSettings.of(
            simulator.baseUrl(), simulator.settings().token(), Set.of(STAGE, STATUS));
    return new HubSpotCrm(change.apply(settings), time, time);
  }

  static HubSpotLimits deadline(Duration deadline) {
    var usual = HubSpotLimits.STANDARD;
    return new HubSpotLimits(
        usual.burst(), usual.search(), usual.share(), usual.connect(), deadline);
  }

  static UnaryOperator<HubSpotSettings> with(HubSpotLimits limits) {
    return s ->
        new HubSpotSettings(
            s.baseUrl(),
            s.accessToken(),
            s.apiVersion(),
            s.fields(),
            s.leadIdProperty(),
            s.source(),
            limits);
  }

  final RecordId contact(String stage) {
    return new RecordId(portal.create(Map.of("lifecyclestage", stage), ANNA));
  }

  final List<RecordId> contacts(int count) {
    var ids = new ArrayList<RecordId>();
    for (int i = 0; i < count; i++) {
      ids.add(contact("lead"));
    }
    return ids;
  }

  final RecordWrite stage(RecordId id, String value) {
    var raw = value.isEmpty() ? Optional.<RawValue>empty() : Optional.of(new RawValue(value));
    return new RecordWrite(id, Map.of(STAGE, raw), Instant.EPOCH, "t" + ++traces);
  }

  final WriteResult write(RecordId id, String value) {
    return crm.write(List.of(stage(id, value))).get(0);
  }

  final List<CrmRecord> sweep(Collection<RecordId> known) {
    var all = new ArrayList<CrmRecord>();
    crm.sweep(known, all::addAll);
    return all;
  }

  static Consumer<List<CrmRecord>> into(List<CrmRecord> all) {
    return all::addAll;
  }

  static List<RecordId> ids(List<CrmRecord> records) {
    return records.stream().map(CrmRecord::id).toList();
  }

  /** What goes wrong when something is tried. */
  static CrmException failure(Runnable attempt) {
    return Assertions.catchThrowableOfType(CrmException.class, attempt::run);
  }
}
