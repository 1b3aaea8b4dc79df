package io.stagesync.mapping;

import io.stagesync.vocabulary.Track;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A short digest of what a track means. Two tracks with one fingerprint decide alike; labels for
 * people, comments and the order of keys do not count.
 *
 * @param hex lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
  private static final int BYTES = 8;

  /**
   * The fingerprint of one track: 16 hexadecimal digits over everything that decides for it.
   *
   * @throws IllegalArgumentException for a track that the mapping does not have
   */
  public static Fingerprint of(Mapping mapping, Track track) {
    return of(new CanonicalText(mapping, mapping.track(track)).text());
  }

  /** The fingerprint of a text. */
  static Fingerprint of(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return new Fingerprint(HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
