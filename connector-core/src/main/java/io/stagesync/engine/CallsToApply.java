package io.stagesync.engine;

import io.stagesync.vocabulary.Side;
import java.util.Map;

/**
 * How many calls it takes to apply a plan: every pair of it is read fresh on both sides, 200 pairs
 * at a time, and every record that is written goes with others of its side in one request. The
 * checks of the next run, which asks what became of the writes, are not among them.
 *
 * @param pairs pairs with something to write
 * @param records records to write, by side
 * @param clears HubSpot fields that have to be cleared before they are set
 */
record CallsToApply(long pairs, Map<Side, Long> records, long clears) {
  private static final int CHUNK = 200;
  private static final int SALESFORCE_BATCH = 200;
  private static final int HUBSPOT_BATCH = 100;

  CallsToApply {
    records = Map.copyOf(records);
  }

  Map<Side, Long> bySide() {
    return Map.of(
        Side.SALESFORCE,
        requests(pairs, CHUNK) + requests(to(Side.SALESFORCE), SALESFORCE_BATCH),
        Side.HUBSPOT,
        requests(pairs, HUBSPOT_BATCH)
            + requests(to(Side.HUBSPOT), HUBSPOT_BATCH)
            + requests(clears, HUBSPOT_BATCH));
  }

  private long to(Side side) {
    return records.getOrDefault(side, 0L);
  }

  private static long requests(long records, int size) {
    return (records + size - 1) / size;
  }
}
