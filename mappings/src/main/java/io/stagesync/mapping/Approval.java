package io.stagesync.mapping;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That people agreed on what a file says, as the file itself tells it. It decides nothing; but
 * where it names the meaning that they agreed on, a file that means something else is not carried
 * out.
 *
 * @param by who agreed, in words; never blank
 * @param on when; empty where the file does not say it
 * @param meaning the {@link Agreement#meaning} that they agreed on; empty: whatever the file says
 */
public record Approval(String by, Optional<LocalDate> on, Optional<String> meaning) {
  /** {@code Ann Reed and Kenji Ito on 2026-03-01}. */
  public String words() {
    return by + on.map(day -> " on " + day).orElse("");
  }
}
