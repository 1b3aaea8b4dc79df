package io.stagesync.salesforce;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Keeps what the org looks like for a quarter of an hour, or until something contradicts it. */
final class SchemaCache {
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final SchemaReader reader;
  private final InstantSource clock;
  private @Nullable OrgSchema schema;
  private Instant readAt = Instant.EPOCH;

  SchemaCache(SchemaReader reader, InstantSource clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /** At most 15 minutes old. */
  synchronized OrgSchema current() {
    var known = schema;
    return known == null || !clock.instant().isBefore(readAt.plus(LIFE)) ? fresh() : known;
  }

  /** Read just now. */
  synchronized OrgSchema fresh() {
    var now = clock.instant();
    var read = reader.read();
    schema = read;
    readAt = now;
    return read;
  }

  /** Notes that the org is not what we knew. */
  synchronized void contradicted() {
    schema = null;
  }
}
