package io.stagesync.salesforce;

import io.stagesync.port.CrmException;
import io.stagesync.vocabulary.Side;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that failed, sorted. */
final class CallFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final CallTreatment treatment;
  private final String code;

  /**
   * @param code Salesforce's own code, or a blank
   * @param message in words, without secrets
   */
  CallFailure(CallTreatment treatment, String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.treatment = treatment;
    this.code = code;
  }

  CallTreatment treatment() {
    return treatment;
  }

  String code() {
    return code;
  }

  /** The same for those outside: final for the run. */
  CrmException asFinal() {
    return new CrmException(
        Side.SALESFORCE,
        treatment.kind(),
        code,
        String.valueOf(getMessage()),
        Optional.empty(),
        this);
  }
}
