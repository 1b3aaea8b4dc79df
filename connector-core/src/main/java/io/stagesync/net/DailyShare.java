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

  /**
   * Takes the CRM's word from one of its answers.
   *
   * @param newest whether the CRM certainly gave it after all that were told before. Of answers to
   *     calls that went side by side nobody knows the order; there, the greatest figure counts,
   *     because the calls of a day only grow in number
   */
  public synchronized void told(long usedNow, long limitNow, boolean newest) {
    used = newest || limitNow != limit ? usedNow : Math.max(used, usedNow);
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
