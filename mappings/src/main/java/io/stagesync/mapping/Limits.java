package io.stagesync.mapping;

/**
 * How much one run may change without a person's approval of exactly that plan.
 *
 * @param changes writes in one run, at least 1
 * @param sharePercent or this share of all pairs, whichever is larger; 0 to 100
 * @param towardOneValuePercent the share of a plan that may go toward a single value; counts only
 *     in plans of more than a quarter of what is allowed; 0 to 100
 */
public record Limits(int changes, double sharePercent, double towardOneValuePercent) {
  /** What a file without {@code limits} gets. */
  public static final Limits DEFAULT = new Limits(200, 5, 50);

  /** How many writes a run may make when there are this many pairs. */
  public long allowed(long pairs) {
    return Math.max(changes, (long) Math.floor(pairs * sharePercent / 100));
  }
}
