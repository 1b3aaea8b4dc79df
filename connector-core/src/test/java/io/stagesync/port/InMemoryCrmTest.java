package io.stagesync.port;

import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The CRM in memory holds to what every adapter holds to, or engine tests would prove nothing. */
class InMemoryCrmTest extends CrmContract {
  @Override
  protected CrmWorld newWorld() {
    return new InMemoryWorld();
  }

  private static final class InMemoryWorld implements CrmWorld {
    private static final FieldName FIELD = new FieldName(Side.HUBSPOT, "contact", "hs_lead_status");
    private static final List<RawValue> VALUES =
        List.of(new RawValue("NEW"), new RawValue("OPEN"), new RawValue("CONNECTED"));
    private final InMemoryCrm crm =
        new InMemoryCrm(
            Side.HUBSPOT,
            Map.of(FIELD, new FieldCatalog(true, true, true, false, VALUES, Map.of(), Map.of())));

    @Override
    public Crm crm() {
      return crm;
    }

    @Override
    public FieldName field() {
      return FIELD;
    }

    @Override
    public List<RawValue> values() {
      return VALUES;
    }

    @Override
    public RecordId create(String email, Map<FieldName, RawValue> fields) {
      return crm.create(email, fields);
    }

    @Override
    public void edit(RecordId id, FieldName field, Optional<RawValue> value) {
      crm.edit(id, field, value, "somebody");
    }

    @Override
    public void delete(RecordId id) {
      crm.delete(id);
    }

    @Override
    public Optional<RawValue> value(RecordId id, FieldName field) {
      return crm.value(id, field);
    }

    @Override
    public void settle() {}

    @Override
    public void close() {}
  }
}
