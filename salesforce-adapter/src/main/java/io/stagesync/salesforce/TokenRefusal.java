package io.stagesync.salesforce;

import io.stagesync.net.Redaction;
import io.stagesync.port.CrmException;
import io.stagesync.vocabulary.Side;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Why the token endpoint said no, in words that a person can act on.
 *
 * @param error OAuth's own word
 * @param description Salesforce's sentence
 */
record TokenRefusal(String error, String description) {

  /** The refusal for those outside. */
  CrmException asFinal(URI loginUrl) {
    return new CrmException(
        Side.SALESFORCE,
        error.equals("rate_limit_exceeded")
            ? CrmException.Kind.CLOSED
            : CrmException.Kind.CREDENTIALS,
        error,
        Redaction.redact(
            "Salesforce at "
                + loginUrl.getHost()
                + " gave no token ("
                + error
                + ", \""
                + description
                + "\"): "
                + advice()),
        Optional.empty(),
        null);
  }

  /** Whether signing again may help: the claim's time was over when it arrived. */
  boolean expiredClaim() {
    return error.equals("invalid_grant") && description.contains("expired authorization code");
  }

  private String advice() {
    if (description.contains("not supported on this domain")) {
      return "client credentials work on the org's own address only. Set salesforce.login-url to"
          + " https://YOUR-DOMAIN.my.salesforce.com (Setup, My Domain).";
    }
    if (description.contains("hasn't approved")) {
      return "the user has not approved the app. Let an admin pre-authorize it: in the app's"
          + " policies choose admin approved users and assign the user's permission set.";
    }
    if (description.toLowerCase(Locale.ROOT).contains("audience")) {
      return "the login address does not fit the org. Use the My Domain address, or"
          + " https://test.salesforce.com for a sandbox.";
    }
    if (expiredClaim()) {
      return "the signed claim was out of date when it arrived. Set this machine's clock.";
    }
    return switch (error) {
      case "invalid_client_id" ->
          "it does not know the client id. Copy the app's consumer key again; a new app takes ten"
              + " minutes to become known.";
      case "invalid_client" -> "the client secret is wrong. Copy the app's consumer secret again.";
      case "unsupported_grant_type" ->
          "the app does not allow this flow. Enable client credentials or JWT bearer in its"
              + " settings.";
      case "inactive_user" -> "the integration user is not active. Activate it in Setup, Users.";
      case "inactive_org" -> "the org is not active. Ask Salesforce or the org's admin.";
      case "rate_limit_exceeded" ->
          "too many logins in an hour. Wait some minutes, then try again.";
      default ->
          "the user or the app is not let in. Look at the user's login history in Setup for the"
              + " reason.";
    };
  }
}
