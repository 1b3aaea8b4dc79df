package io.stagesync.salesforce;

import io.stagesync.port.Crm;
import io.stagesync.port.CrmContract;
import io.stagesync.port.CrmWorld;
import io.stagesync.salesforce.simulator.LeadDraft;
import io.stagesync.salesforce.simulator.SalesforceSimulator;
import io.stagesync.salesforce.simulator.SimulatorSettings;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

class SalesforceCrmContractTest extends CrmContract {

  @Override
  protected CrmWorld newWorld() {
    return new SimulatedWorld();
  }

  /** A simulated org and its people. */
  private static final class SimulatedWorld implements CrmWorld {
    private static final FieldName STAGE = new FieldName(Side.SALESFORCE, "Lead", "Lead_Stage__c");

    private Instant now = Instant.parse("2026-11-22T03:00:00Z");
    private final SalesforceSimulator simulator =
        SalesforceSimulator.start(SimulatorSettings.of(() -> now));
    private final SalesforceCrm crm =
        new SalesforceCrm(
            SalesforceSettings.of(
                simulator.baseUrl(),
                new SalesforceCredentials.ClientSecret("simulated-client", "simulated-secret"),
                Set.of(STAGE)),
            () -> now,
            pause -> {});

    @Override
    public Crm crm() {
      return crm;
    }

    @Override
    public FieldName field() {
      return STAGE;
    }

    @Override
    public List<RawValue> values() {
      return Stream.of("Lead", "Opportunity", "Customer").map(RawValue::new).toList();
    }

    @Override
    public RecordId create(String email, Map<FieldName, RawValue> fields) {
      var draft = LeadDraft.of(email);
      for (var field : fields.entrySet()) {
        draft = draft.with(field.getKey().name(), field.getValue().text());
      }
      return new RecordId(simulator.org().createLead(draft));
    }

    @Override
    public void edit(RecordId id, FieldName field, Optional<RawValue> value) {
      simulator.org().edit(id.text(), field.name(), value.map(RawValue::text).orElse(null), "Nina");
    }

    @Override
    public void delete(RecordId id) {
      simulator.org().delete("Lead", id.text());
    }

    @Override
    public Optional<RawValue> value(RecordId id, FieldName field) {
      return simulator.org().lead(id.text(), field.name()).map(RawValue::new);
    }

    @Override
    public void settle() {
      now = now.plus(Duration.ofSeconds(30));
    }

    @Override
    public void close() {
      simulator.close();
    }
  }
}
