package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.sforce.soap.partner.StatusCode;
import com.sforce.soap.partner.fault.ExceptionCode;
import com.sforce.ws.ConnectionException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforceErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "INVALID_SESSION_ID, RENEW_TOKEN",
    "SERVER_UNAVAILABLE, AGAIN_IF_READ",
    "UNKNOWN_EXCEPTION, AGAIN_IF_READ",
    "REQUEST_RUNNING_TOO_LONG, AGAIN_IF_READ",
    "QUERY_TIMEOUT, NARROWER",
    "UNABLE_TO_LOCK_ROW, AGAIN",
    "TOO_MANY_APEX_REQUESTS, AGAIN",
    "TXN_SECURITY_METERING_ERROR, AGAIN",
    "TXN_SECURITY_NO_ACCESS, FORBIDDEN",
    "TXN_SECURITY_TWO_FA_REQUIRED, FORBIDDEN",
    "ORG_IN_MAINTENANCE, CLOSED",
    "API_CURRENTLY_DISABLED, CLOSED",
    "FUNCTIONALITY_TEMPORARILY_UNAVAILABLE, CLOSED",
    "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE, CLOSED",
    "INVALID_QUERY_LOCATOR, RESTART_QUERY",
    "INVALID_FIELD, SCHEMA",
    "INVALID_TYPE, SCHEMA",
    "API_DISABLED_FOR_ORG, FORBIDDEN",
    "ORG_LOCKED, FORBIDDEN",
    "TRIAL_EXPIRED, FORBIDDEN",
    "INVALID_AUTH_HEADER, FORBIDDEN",
    "CLIENT_NOT_ACCESSIBLE_FOR_USER, FORBIDDEN",
    "UNSUPPORTED_API_VERSION, MISFIT",
    "MALFORMED_QUERY, MISFIT",
    "EXCEEDED_ID_LIMIT, MISFIT",
    "EXCEEDED_MAX_SIZE_REQUEST, MISFIT",
    "QUERY_TOO_COMPLICATED, NARROWER",
  })
  void aRefusedCallIsSortedByItsCode(String code, CallTreatment treatment) {
    assertThat(Arrays.stream(ExceptionCode.values()).map(Enum::name)).contains(code);
    assertThat(SalesforceErrors.ofCall(code, "")).isEqualTo(treatment);
  }

  @Test
  void theTwoMeaningsOfTooManyRequestsAreToldApartByTheMessage() {
    assertThat(SalesforceErrors.ofCall("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."))
        .isEqualTo(CallTreatment.DAILY_LIMIT);
    assertThat(
            SalesforceErrors.ofCall(
                "REQUEST_LIMIT_EXCEEDED",
                "ConcurrentRequests (Concurrent API Requests) Limit exceeded."))
        .isEqualTo(CallTreatment.AGAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "CANNOT_UPDATE_CONVERTED_LEAD, CONVERTED",
    "ENTITY_IS_DELETED, GONE",
    "ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE, MOVED",
    "UNABLE_TO_LOCK_ROW, LOCKED",
    "ENTITY_IS_LOCKED, LATER",
    "UNKNOWN_EXCEPTION, LATER",
    "LIMIT_EXCEEDED, LATER",
    "STORAGE_LIMIT_EXCEEDED, LATER",
    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, SCHEMA",
    "INVALID_FIELD_FOR_INSERT_UPDATE, SCHEMA",
    "FIELD_CUSTOM_VALIDATION_EXCEPTION, REJECTED",
    "INVALID_CROSS_REFERENCE_KEY, REJECTED",
    "MALFORMED_ID, REJECTED",
    "INSUFFICIENT_ACCESS_OR_READONLY, REJECTED",
    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, REJECTED",
    "REQUIRED_FIELD_MISSING, REJECTED",
    "STRING_TOO_LONG, REJECTED",
    "FIELD_INTEGRITY_EXCEPTION, REJECTED",
    "FIELD_FILTER_VALIDATION_EXCEPTION, REJECTED",
    "DUPLICATES_DETECTED, REJECTED",
    "DUPLICATE_VALUE, REJECTED",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, REJECTED",
    "CANNOT_EXECUTE_FLOW_TRIGGER, REJECTED",
    "INACTIVE_OWNER_OR_USER, REJECTED",
  })
  void aRefusedRowIsSortedByItsCode(String code, RowTreatment treatment) {
    assertThat(Arrays.stream(StatusCode.values()).map(Enum::name).collect(Collectors.toSet()))
        .contains(code);
    assertThat(SalesforceErrors.ofRow(code, "")).isEqualTo(treatment);
  }

  @Test
  void aTriggerThatMetAnothersLockIsALock() {
    assertThat(
            SalesforceErrors.ofRow(
                "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                "LeadTrigger: execution of AfterUpdate caused by: UNABLE_TO_LOCK_ROW"))
        .isEqualTo(RowTreatment.LOCKED);
  }

  @Test
  void aLastingErrorOfARowCountsBeforeAPassingOne() {
    assertThat(RowTreatment.REJECTED).isLessThan(RowTreatment.LOCKED);
    assertThat(RowTreatment.CONVERTED).isLessThan(RowTreatment.LATER);
  }

  @Test
  void onlyAMissingConnectionProvesThatAWriteWasNotCarriedOut() {
    var refused =
        new ConnectionException(
            "Failed to send", new NotSentException("no connection", new java.io.IOException("x")));
    var reset = new ConnectionException("Failed to send", new java.io.IOException("reset"));
    var garbled = new ConnectionException("Not a valid enumeration");

    assertThat(SalesforceErrors.sort(refused).treatment().unknownForWrites()).isFalse();
    assertThat(SalesforceErrors.sort(reset).treatment().unknownForWrites()).isTrue();
    assertThat(SalesforceErrors.sort(garbled).treatment().unknownForWrites()).isTrue();
  }
}
