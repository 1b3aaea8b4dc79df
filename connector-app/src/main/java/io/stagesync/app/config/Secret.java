package io.stagesync.app.config;

/**
 * A text that must never be shown.
 *
 * @param reveal the text itself, for whoever has to hand it to a CRM or a driver
 */
public record Secret(String reveal) {
  /** Never the text. */
  @Override
  public String toString() {
    return "***";
  }
}
