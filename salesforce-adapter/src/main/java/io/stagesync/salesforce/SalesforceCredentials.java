package io.stagesync.salesforce;

/**
 * What proves to Salesforce who we are: one of the two OAuth flows that need no person. The SOAP
 * call {@code login()} is none of them, since API 65 no longer has it. Neither form shows its
 * secret.
 */
public sealed interface SalesforceCredentials {

  /**
   * The client credentials flow, which works on the org's own My Domain address only.
   *
   * @param clientId the app's consumer key
   * @param clientSecret the app's consumer secret
   */
  record ClientSecret(String clientId, String clientSecret) implements SalesforceCredentials {
    @Override
    public String toString() {
      return "ClientSecret[***]";
    }
  }

  /**
   * The JWT bearer flow.
   *
   * @param clientId the app's consumer key
   * @param username the integration user's name
   * @param privateKeyPem the contents of the private key's file, in PKCS #8 ({@code BEGIN PRIVATE
   *     KEY})
   */
  record JwtBearer(String clientId, String username, String privateKeyPem)
      implements SalesforceCredentials {
    @Override
    public String toString() {
      return "JwtBearer[***]";
    }
  }
}
