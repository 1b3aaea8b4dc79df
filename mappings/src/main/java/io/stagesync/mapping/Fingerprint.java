package io.stagesync.mapping;

/**
 * A short digest of what a track means. Two tracks with one fingerprint decide alike; labels for
 * people, comments and the order of keys do not count.
 *
 * @param hex lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
  @Override
  public String toString() {
    return hex;
  }
}
