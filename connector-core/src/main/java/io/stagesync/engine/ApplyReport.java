package io.stagesync.engine;

/**
 * What became of a saved plan.
 *
 * @param report the run that wrote it
 * @param rows how many rows the plan had
 * @param fit how many of them were still right and were written, or tried
 * @param moved how many were left out because somebody edited one of the sides since: the next sync
 *     decides them anew
 */
public record ApplyReport(RunReport report, long rows, long fit, long moved) {}
