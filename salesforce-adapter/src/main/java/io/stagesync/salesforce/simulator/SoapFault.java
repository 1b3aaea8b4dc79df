package io.stagesync.salesforce.simulator;

/** A call as a whole is refused. */
final class SoapFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final String type;
  final String code;

  SoapFault(String type, String code, String message) {
    super(message);
    this.type = type;
    this.code = code;
  }

  static SoapFault unexpected(String code, String message) {
    return new SoapFault("UnexpectedErrorFault", code, message);
  }

  static SoapFault invalidField(String message) {
    return new SoapFault("InvalidFieldFault", "INVALID_FIELD", message);
  }

  static SoapFault invalidType(String object) {
    return new SoapFault(
        "InvalidSObjectFault", "INVALID_TYPE", "sObject type '" + object + "' is not supported.");
  }

  static SoapFault malformed(String message) {
    return new SoapFault("MalformedQueryFault", "MALFORMED_QUERY", message);
  }
}
