package io.stagesync.mapping;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That people agreed on what a file says, as the file itself tells it. For people, without effect:
 * a file that is edited afterwards still says so.
 *
 * @param by who agreed, in words; never blank
 * @param on when; empty where the file does not say it
 */
public record Approval(String by, Optional<LocalDate> on) {
  /** {@code Ann Reed and Kenji Ito on 2026-03-01}. */
  public String words() {
    return by + on.map(day -> " on " + day).orElse("");
  }
}
