package io.stagesync.app.benchmark;

import java.util.Map;
import java.util.TreeMap;

/**
 * The least that one full reconciliation can cost: the calls that the APIs ask for, and the time
 * that their limits allow.
 *
 * @param pairs in scope
 * @param toSalesforce records to write there
 * @param toHubSpot records to write there
 * @param setting what the CRMs allow
 */
public record Formulas(long pairs, long toSalesforce, long toHubSpot, Setting setting) {
  private static final int SALESFORCE_PAGE = 2000;
  private static final int SALESFORCE_BATCH = 200;
  private static final int HUBSPOT_BATCH = 100;

  /**
   * What the CRMs allow.
   *
   * @param requestsPerSecond of HubSpot
   * @param share of its limit that we may use
   * @param hubspotLatency of one answer, in seconds
   * @param hubspotAtOnce requests to HubSpot that are under way at once
   * @param queryLatency of a page of a query, in seconds
   * @param updateLatency of an update, in seconds
   * @param updatesAtOnce updates that are under way at once
   */
  public record Setting(
      double requestsPerSecond,
      double share,
      double hubspotLatency,
      int hubspotAtOnce,
      double queryLatency,
      double updateLatency,
      int updatesAtOnce) {

    /** The one that {@code simulate --realistic} keeps. */
    public static Setting realistic(int hubspotAtOnce, int updatesAtOnce) {
      return new Setting(19, 0.8, 0.12, hubspotAtOnce, 0.6, 1, updatesAtOnce);
    }
  }

  /** Pages of leads. */
  public long salesforceReads() {
    return pages(pairs, SALESFORCE_PAGE);
  }

  /** Pages of contacts. */
  public long hubspotReads() {
    return pages(pairs, HUBSPOT_BATCH);
  }

  /** Updates. */
  public long salesforceWrites() {
    return pages(toSalesforce, SALESFORCE_BATCH);
  }

  /** Batch updates. */
  public long hubspotWrites() {
    return pages(toHubSpot, HUBSPOT_BATCH);
  }

  /** All calls that are not counted apart. */
  public long calls() {
    return salesforceReads() + hubspotReads() + salesforceWrites() + hubspotWrites();
  }

  /** Seconds to read Salesforce with one cursor. */
  public double readSalesforce() {
    return salesforceReads() * setting.queryLatency();
  }

  /** Seconds to read HubSpot by list or batch. */
  public double readHubSpot() {
    return hubspotReads() / Math.min(usable(), setting.hubspotAtOnce() / setting.hubspotLatency());
  }

  /** Seconds to write Salesforce. */
  public double writeSalesforce() {
    return salesforceWrites() * setting.updateLatency() / setting.updatesAtOnce();
  }

  /** Seconds to write HubSpot. */
  public double writeHubSpot() {
    return hubspotWrites() / usable();
  }

  /** Seconds in all: both sides are read beside each other, then written beside each other. */
  public double seconds() {
    return Math.max(readSalesforce(), readHubSpot()) + Math.max(writeSalesforce(), writeHubSpot());
  }

  /** Every term of the time, in seconds by name. */
  public Map<String, Double> terms() {
    return new TreeMap<>(
        Map.of(
            "T_sf", readSalesforce(),
            "T_hs", readHubSpot(),
            "T_write_sf", writeSalesforce(),
            "T_write_hs", writeHubSpot(),
            "T", seconds()));
  }

  private double usable() {
    return setting.share() * setting.requestsPerSecond();
  }

  private static long pages(long records, int size) {
    return (records + size - 1) / size;
  }
}
