package io.stagesync.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns an e-mail address into a key by which the two records of one person can be found without
 * the address being stored: HMAC-SHA-256, of which half is kept.
 */
public final class EmailKey {
  private final SecretKeySpec key;

  /**
   * @param secret the secret of this installation, or random bytes that nobody keeps: then people
   *     are found by address within one process only; never empty
   */
  public EmailKey(byte[] secret) {
    key = new SecretKeySpec(secret, "HmacSHA256");
  }

  /** The key of an address; upper and lower case are the same person. */
  public String of(String address) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      var digest =
          mac.doFinal(address.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "EmailKey[***]";
  }
}
