package io.stagesync.salesforce;

import io.stagesync.port.RecordWrite;
import io.stagesync.port.WriteResult;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import java.util.Optional;

/**
 * Refuses what Salesforce would take and should not. Above all it accepts any text as Lead Status
 * and makes a new, inactive value of it.
 */
final class WriteCheck {
  private static final String STATUS = "Status";

  private final OrgSchema schema;

  WriteCheck(OrgSchema schema) {
    this.schema = schema;
  }

  /** Why a write is not sent; empty when it is. */
  Optional<WriteResult> refusal(RecordWrite write) {
    if (!SalesforceId.isId(write.id())) {
      return refused("MALFORMED_ID", "\"" + write.id() + "\" is not the id of a lead");
    }
    return write.fields().entrySet().stream()
        .map(e -> refusal(e.getKey(), e.getValue()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<WriteResult> refusal(FieldName name, Optional<RawValue> value) {
    var field = schema.fields().get(name.name());
    if (field == null) {
      return refused("FIELD_MISSING", name + " does not exist or may not be read by our user");
    }
    if (!field.writable()) {
      return refused("FIELD_READ_ONLY", name + " may not be written by our user");
    }
    if (value.isEmpty()) {
      return field.clearable()
          ? Optional.empty()
          : refused("REQUIRED_FIELD_MISSING", name + " must not be blank");
    }
    return name.name().equals(STATUS) ? status(value.get()) : Optional.empty();
  }

  private Optional<WriteResult> status(RawValue value) {
    if (schema.convertedStatuses().contains(value)) {
      return refused(
          "CONVERTED_STATUS", "\"" + value + "\" is set by converting a lead, never by writing it");
    }
    return schema.statuses().stream().anyMatch(s -> s.choice().value().equals(value))
        ? Optional.empty()
        : refused("UNKNOWN_STATUS", "\"" + value + "\" is not in the org's list of Lead Status");
  }

  private static Optional<WriteResult> refused(String code, String message) {
    return Optional.of(WriteResult.of(WriteResult.Kind.REJECTED, code, message));
  }
}
