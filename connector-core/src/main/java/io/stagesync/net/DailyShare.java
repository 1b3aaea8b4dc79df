package io.stagesync.net;

/**
 * Watches how much of a CRM's daily calls is used up, ours and others' together, and says when we
 * have to stop so that a reserve is left for the others. May be shared by threads.
 */
public final class DailyShare {
  private final double share;
  private volatile long used;
  private volatile long limit;

  /**
   * @param share the part of the daily limit beyond which we stop, above 0 and at most 1
   */
  public DailyShare(double share) {
    this.share = share;
  }

  /** Takes the CRM's word, as its latest answer gave it. */
  public void told(long usedNow, long limitNow) {
    used = usedNow;
    limit = limitNow;
  }

  /** Whether our share is used up. False as long as the CRM said nothing. */
  public boolean exhausted() {
    return limit > 0 && used >= limit * share;
  }

  /** Calls used, as last told; 0 as long as the CRM said nothing. */
  public long used() {
    return used;
  }

  /** Calls allowed, as last told; 0 as long as the CRM said nothing. */
  public long limit() {
    return limit;
  }
}
