package io.stagesync.hubspot.simulator;

/**
 * One option of an enumeration property.
 *
 * @param value the internal value, which records hold
 * @param label what people read
 * @param displayOrder its place; -1 stands for the end
 * @param hidden whether people are no longer offered it; records may still hold it
 */
public record Option(String value, String label, int displayOrder, boolean hidden) {}
