package io.stagesync.salesforce;

import static java.util.Map.entry;

import com.sforce.soap.partner.fault.ApiFault;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.SoapFaultException;
import com.sforce.ws.bind.HTMLResponseException;
import io.stagesync.net.Redaction;
import java.io.IOException;
import java.util.Map;

/** What each of Salesforce's errors means for us, in one place. */
final class SalesforceErrors {
  private static final Map<String, CallTreatment> CALLS =
      Map.ofEntries(
          entry("INVALID_SESSION_ID", CallTreatment.RENEW_TOKEN),
          entry("UNABLE_TO_LOCK_ROW", CallTreatment.AGAIN),
          entry("TXN_SECURITY_METERING_ERROR", CallTreatment.AGAIN),
          entry("TOO_MANY_APEX_REQUESTS", CallTreatment.AGAIN),
          entry("SERVER_UNAVAILABLE", CallTreatment.AGAIN_IF_READ),
          entry("CIRCUIT_BREAKER_OPEN_EXCEPTION", CallTreatment.AGAIN_IF_READ),
          entry("REQUEST_RUNNING_TOO_LONG", CallTreatment.AGAIN_IF_READ),
          entry("QUERY_TIMEOUT", CallTreatment.NARROWER),
          entry("QUERY_TOO_COMPLICATED", CallTreatment.NARROWER),
          entry("UNKNOWN_EXCEPTION", CallTreatment.AGAIN_IF_READ),
          entry("API_CURRENTLY_DISABLED", CallTreatment.CLOSED),
          entry("FUNCTIONALITY_TEMPORARILY_UNAVAILABLE", CallTreatment.CLOSED),
          entry("ORG_IN_MAINTENANCE", CallTreatment.CLOSED),
          entry("INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE", CallTreatment.CLOSED),
          entry("INVALID_QUERY_LOCATOR", CallTreatment.RESTART_QUERY),
          entry("INVALID_FIELD", CallTreatment.SCHEMA),
          entry("INVALID_TYPE", CallTreatment.SCHEMA),
          entry("INVALID_AUTH_HEADER", CallTreatment.FORBIDDEN),
          entry("CLIENT_NOT_ACCESSIBLE_FOR_USER", CallTreatment.FORBIDDEN),
          entry("API_DISABLED_FOR_ORG", CallTreatment.FORBIDDEN),
          entry("ORG_LOCKED", CallTreatment.FORBIDDEN),
          entry("TRIAL_EXPIRED", CallTreatment.FORBIDDEN),
          entry("INSUFFICIENT_ACCESS", CallTreatment.FORBIDDEN),
          entry("INSUFFICIENT_ACCESS_OR_READONLY", CallTreatment.FORBIDDEN),
          entry("LIMIT_EXCEEDED", CallTreatment.FORBIDDEN),
          entry("INACTIVE_OWNER_OR_USER", CallTreatment.FORBIDDEN));

  private static final Map<String, RowTreatment> ROWS =
      Map.ofEntries(
          entry("CANNOT_UPDATE_CONVERTED_LEAD", RowTreatment.CONVERTED),
          entry("ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE", RowTreatment.MOVED),
          entry("ENTITY_IS_DELETED", RowTreatment.GONE),
          entry("UNABLE_TO_LOCK_ROW", RowTreatment.LOCKED),
          entry("ENTITY_IS_LOCKED", RowTreatment.LATER),
          entry("INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE", RowTreatment.LATER),
          entry("REQUEST_RUNNING_TOO_LONG", RowTreatment.LATER),
          entry("TOO_MANY_APEX_REQUESTS", RowTreatment.LATER),
          entry("CIRCUIT_BREAKER_OPEN_EXCEPTION", RowTreatment.LATER),
          entry("TXN_SECURITY_METERING_ERROR", RowTreatment.LATER),
          entry("LIMIT_EXCEEDED", RowTreatment.LATER),
          entry("STORAGE_LIMIT_EXCEEDED", RowTreatment.LATER),
          entry("ALL_OR_NONE_OPERATION_ROLLED_BACK", RowTreatment.LATER),
          entry("INVALID_SESSION_ID", RowTreatment.LATER),
          entry("UNKNOWN_EXCEPTION", RowTreatment.LATER),
          entry("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", RowTreatment.SCHEMA),
          entry("INVALID_FIELD_FOR_INSERT_UPDATE", RowTreatment.SCHEMA),
          entry("INVALID_FIELD", RowTreatment.SCHEMA),
          entry("INVALID_TYPE", RowTreatment.SCHEMA));

  private SalesforceErrors() {}

  /** What to do about a code that a whole call failed with. Unknown ones are no reason to stop. */
  static CallTreatment ofCall(String code, String message) {
    if (code.equals("REQUEST_LIMIT_EXCEEDED")) {
      return message.contains("Concurrent") ? CallTreatment.AGAIN : CallTreatment.DAILY_LIMIT;
    }
    if (code.startsWith("TXN_SECURITY_") && !code.endsWith("METERING_ERROR")) {
      return CallTreatment.FORBIDDEN;
    }
    return CALLS.getOrDefault(code, CallTreatment.MISFIT);
  }

  /**
   * What to do about a code that one row failed with. Unknown ones are that row's problem. Triggers
   * and flows report other people's contention in their message.
   */
  static RowTreatment ofRow(String code, String message) {
    if (code.equals("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY")
        || code.equals("CANNOT_EXECUTE_FLOW_TRIGGER")) {
      if (message.contains("UNABLE_TO_LOCK_ROW")) {
        return RowTreatment.LOCKED;
      }
      return message.contains("CPU time limit") || message.contains("Too many SOQL")
          ? RowTreatment.LOCKED
          : RowTreatment.REJECTED;
    }
    return ROWS.getOrDefault(code, RowTreatment.REJECTED);
  }

  /** Sorts whatever the SOAP library threw. */
  static CallFailure sort(ConnectionException failure) {
    if (failure instanceof ApiFault fault) {
      var code = fault.getExceptionCode() == null ? "" : fault.getExceptionCode().name();
      return ofFault(code, String.valueOf(fault.getExceptionMessage()), fault);
    }
    if (failure instanceof SoapFaultException fault) {
      var code = fault.getFaultCode() == null ? "" : fault.getFaultCode().getLocalPart();
      var known = CALLS.containsKey(code) || code.equals("REQUEST_LIMIT_EXCEEDED");
      return known
          ? ofFault(code, String.valueOf(fault.getMessage()), fault)
          : failed(CallTreatment.AGAIN_IF_READ, code, "Salesforce answered with a fault", fault);
    }
    if (failure instanceof HTMLResponseException) {
      return failed(
          CallTreatment.AGAIN_IF_READ, "", "Salesforce answered with a web page", failure);
    }
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof NotSentException) {
        return failed(CallTreatment.AGAIN, "", String.valueOf(cause.getMessage()), failure);
      }
      if (cause instanceof IOException) {
        return failed(
            CallTreatment.AGAIN_IF_READ,
            "",
            "the exchange with Salesforce broke off: " + cause.getMessage(),
            failure);
      }
    }
    return failed(
        CallTreatment.GARBLED, "", "Salesforce's answer could not be understood", failure);
  }

  private static CallFailure ofFault(String code, String message, Throwable cause) {
    return failed(
        ofCall(code, message),
        code,
        "Salesforce refused the call, " + code + ": " + message,
        cause);
  }

  private static CallFailure failed(
      CallTreatment treatment, String code, String message, Throwable cause) {
    return new CallFailure(treatment, code, Redaction.redact(message), cause);
  }
}
