package io.stagesync.engine;

import java.util.function.LongPredicate;

/**
 * Who takes the writer's place, in words that another process on the same machine can check.
 *
 * @param host this machine's name
 * @param process this process's id
 * @param command what it does
 * @param runs whether a process with an id runs on this machine
 */
public record Holder(String host, long process, String command, LongPredicate runs) {
  /** Text as stored and shown: {@code host, process 4711, "sync"}. */
  public String text() {
    return host + ", process " + process + ", \"" + command + "\"";
  }

  /** Whether a stored holder sat on this machine in a process that is no more. */
  boolean isDead(String stored) {
    var prefix = host + ", process ";
    if (!stored.startsWith(prefix)) {
      return false;
    }
    var id = stored.substring(prefix.length()).split(",", 2)[0];
    return id.matches("\\d{1,18}") && !runs.test(Long.parseLong(id));
  }
}
