package io.stagesync.port;

/**
 * The CRM's own word on its daily calls, all of its users' together.
 *
 * @param used calls of the last 24 hours or since midnight, as the CRM counts
 * @param limit calls that the CRM allows
 */
public record DailyBudget(long used, long limit) {}
