package io.stagesync.port;

/**
 * Who changed something, as its CRM names them.
 *
 * @param id the user's id, or kind and id of the source: {@code CRM_UI userId:123}
 * @param ours whether that is our own integration user or app
 */
public record Author(String id, boolean ours) {}
