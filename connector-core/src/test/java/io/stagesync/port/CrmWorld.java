package io.stagesync.port;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CRM with people in it, for a contract test: the adapter, and what people do behind its back.
 */
public interface CrmWorld extends AutoCloseable {
  /** The adapter under test. */
  Crm crm();

  /** A mapped picklist field that may be written and cleared, and goes in any direction. */
  FieldName field();

  /** At least three raw values that the field accepts. */
  List<RawValue> values();

  /** A person creates a record; a field that is not named stays blank where the CRM allows it. */
  RecordId create(String email, Map<FieldName, RawValue> fields);

  /** A person edits a field; empty: clears it. */
  void edit(RecordId id, FieldName field, Optional<RawValue> value);

  /** A person deletes a record. */
  void delete(RecordId id);

  /** What the field really holds. */
  Optional<RawValue> value(RecordId id, FieldName field);

  /** Lets so much of the CRM's time pass that everything done so far can be seen by everybody. */
  void settle();

  @Override
  void close();
}
