package io.stagesync.hubspot;

import io.stagesync.hubspot.client.model.HistoricValue;
import io.stagesync.vocabulary.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises our own writes in the property history. HubSpot names an app there by a source id that
 * no call tells us for a service key. So we keep our latest writes, and learn the id from an entry
 * that can only be one of them. May be shared by threads.
 */
final class OwnHand {
  private static final String INTEGRATION = "INTEGRATION";
  private static final int KEPT = 2_000;
  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final Map<String, Instant> writes =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > KEPT;
        }
      };
  private @Nullable String source;

  /**
   * @param source what was learned earlier; blank: nothing
   */
  OwnHand(String source) {
    this.source = source.isBlank() ? null : source;
  }

  /** Notes a write that was carried out, with the stamp of the version that it made. */
  synchronized void wrote(RecordId id, String property, String value, Instant stamp) {
    writes.put(key(id, property, value), stamp);
  }

  /** Looks at an entry of the history, and learns from it where it is clearly ours. */
  synchronized void saw(RecordId id, String property, HistoricValue entry, Instant at) {
    var written = writes.get(key(id, property, entry.getValue()));
    if (written != null
        && Duration.between(written, at).abs().compareTo(CLOSE) <= 0
        && isProgram(entry)) {
      source = author(entry);
    }
  }

  /** Notes by which app we write, which is how the history names our writes. */
  synchronized void isApp(long id) {
    source = INTEGRATION + " " + id;
  }

  /**
   * Whether an entry was made by us, as far as we know by now. Until our source is known every
   * program's entry may be ours, and no person's is: our own clear taken for a person's would stay
   * blank for good.
   */
  synchronized boolean isOurs(HistoricValue entry) {
    return source == null ? isProgram(entry) : source.equals(author(entry));
  }

  private static boolean isProgram(HistoricValue entry) {
    return INTEGRATION.equals(entry.getSourceType()) || "API".equals(entry.getSourceType());
  }

  /** Our source as the history names it; empty as long as it was not learned. */
  synchronized Optional<String> source() {
    return Optional.ofNullable(source);
  }

  /** Who made an entry: kind and id of the source. */
  static String author(HistoricValue entry) {
    var type = entry.getSourceType() == null ? "UNKNOWN" : entry.getSourceType();
    var id = entry.getSourceId() == null ? "" : entry.getSourceId();
    return id.isBlank() ? type : type + " " + id;
  }

  private static String key(RecordId id, String property, @Nullable String value) {
    return id + " " + property + " " + (value == null ? "" : value);
  }
}
