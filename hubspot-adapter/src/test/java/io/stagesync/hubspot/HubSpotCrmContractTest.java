package io.stagesync.hubspot;

import io.stagesync.hubspot.simulator.Actor;
import io.stagesync.hubspot.simulator.HubSpotSimulator;
import io.stagesync.hubspot.simulator.SimulatorSettings;
import io.stagesync.net.MovedTime;
import io.stagesync.port.Crm;
import io.stagesync.port.CrmContract;
import io.stagesync.port.CrmWorld;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The adapter holds to what every adapter holds to, with an index that lags by 15 seconds. */
class HubSpotCrmContractTest extends CrmContract {
  private static final Actor ANNA = Actor.person(101);

  @Override
  protected CrmWorld newWorld() {
    return new SimulatedWorld();
  }

  private static final class SimulatedWorld implements CrmWorld {
    private final MovedTime time = new MovedTime(Instant.parse("2026-11-22T08:00:00Z"));
    private final HubSpotSimulator simulator =
        HubSpotSimulator.start(
            SimulatorSettings.standard(time).withIndexLag(Duration.ofSeconds(15)));
    private final HubSpotCrm crm =
        new HubSpotCrm(
            HubSpotSettings.of(
                simulator.baseUrl(),
                simulator.settings().token(),
                Set.of(HubSpotTest.STAGE, HubSpotTest.STATUS)),
            time,
            time);

    @Override
    public Crm crm() {
      return crm;
    }

    @Override
    public FieldName field() {
      return HubSpotTest.STATUS;
    }

    @Override
    public List<RawValue> values() {
      return List.of(new RawValue("NEW"), new RawValue("OPEN"), new RawValue("CONNECTED"));
    }

    @Override
    public RecordId create(String email, Map<FieldName, RawValue> fields) {
      var values = new HashMap<>(Map.of("email", email));
      fields.forEach((field, value) -> values.put(field.name(), value.text()));
      return new RecordId(simulator.portal().create(values, ANNA));
    }

    @Override
    public void edit(RecordId id, FieldName field, Optional<RawValue> value) {
      simulator.portal().edit(id.text(), field.name(), value.map(RawValue::text).orElse(""), ANNA);
    }

    @Override
    public void delete(RecordId id) {
      simulator.portal().archive(id.text());
    }

    @Override
    public Optional<RawValue> value(RecordId id, FieldName field) {
      var value = simulator.portal().value(id.text(), field.name());
      return value.isEmpty() ? Optional.empty() : Optional.of(new RawValue(value));
    }

    @Override
    public void settle() {
      time.pass(Duration.ofMinutes(1));
    }

    @Override
    public void close() {
      simulator.close();
    }
  }
}
