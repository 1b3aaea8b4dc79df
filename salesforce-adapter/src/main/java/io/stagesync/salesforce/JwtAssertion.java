package io.stagesync.salesforce;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.port.CrmException;
import io.stagesync.vocabulary.Side;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the signed claim of the JWT bearer flow. */
final class JwtAssertion {
  private static final Duration LIFE = Duration.ofMinutes(3);

  private JwtAssertion() {}

  /**
   * A claim that holds for three minutes.
   *
   * @throws CrmException with {@link CrmException.Kind#CREDENTIALS} for a key that cannot be used
   */
  static String sign(SalesforceCredentials.JwtBearer credentials, URI loginUrl, Instant now) {
    var claims =
        new ObjectMapper()
            .createObjectNode()
            .put("iss", credentials.clientId())
            .put("sub", credentials.username())
            .put("aud", audience(loginUrl))
            .put("exp", now.plus(LIFE).getEpochSecond());
    var unsigned = base64("{\"alg\":\"RS256\"}") + "." + base64(claims.toString());
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key(credentials.privateKeyPem()));
      signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
      return unsigned + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw unusable("the private key cannot sign: is it an RSA key?", e);
    }
  }

  /**
   * Production's or the sandboxes' login host; another host, such as a simulated one, is its own.
   */
  static String audience(URI loginUrl) {
    var host = String.valueOf(loginUrl.getHost()).toLowerCase(Locale.ROOT);
    if (host.equals("test.salesforce.com") || host.endsWith(".sandbox.my.salesforce.com")) {
      return "https://test.salesforce.com";
    }
    return host.endsWith(".salesforce.com")
        ? "https://login.salesforce.com"
        : loginUrl.getScheme() + "://" + loginUrl.getAuthority();
  }

  private static PrivateKey key(String pem) throws GeneralSecurityException {
    if (pem.contains("BEGIN RSA PRIVATE KEY")) {
      throw unusable(
          "the private key is in PKCS #1 form; turn it into PKCS #8 with"
              + " \"openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW\"",
          null);
    }
    if (!pem.contains("BEGIN PRIVATE KEY")) {
      throw unusable("the key file holds no line \"-----BEGIN PRIVATE KEY-----\"", null);
    }
    var text = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
    } catch (IllegalArgumentException e) {
      throw unusable("the private key's text is damaged", e);
    }
  }

  private static CrmException unusable(String why, @Nullable Throwable cause) {
    return new CrmException(
        Side.SALESFORCE,
        CrmException.Kind.CREDENTIALS,
        "",
        "Salesforce: no token can be asked for, because " + why + ".",
        Optional.empty(),
        cause);
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
