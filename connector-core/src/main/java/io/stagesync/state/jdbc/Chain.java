package io.stagesync.state.jdbc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The digests that hold the journal together, SHA-256 in hexadecimal. */
final class Chain {
  /** What stands before the first entry. */
  static final String BEGINNING = "0".repeat(64);

  private Chain() {}

  /** Nobody guesses the values from this digest once the salt is gone. */
  static String told(String salt, String told) {
    return digest(salt + "\n" + told);
  }

  static String entry(String previous, long number, Link link) {
    ArrayNode parts = Json.array().add(previous).add(number).add(link.kind()).add(link.at());
    parts.add(link.run()).add(link.pair()).add(link.side()).add(link.track());
    return digest(Json.text(parts.add(link.reason()).add(link.trace()).add(link.toldDigest())));
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What an entry keeps when its values are dropped. */
  record Link(
      String kind,
      long at,
      long run,
      @Nullable Long pair,
      @Nullable String side,
      @Nullable String track,
      @Nullable String reason,
      String trace,
      String toldDigest) {}
}
