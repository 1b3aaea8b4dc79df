package io.stagesync.app.wiring;

import io.stagesync.engine.Holder;
import io.stagesync.net.Pause;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/**
 * The machine that the program runs on, as far as it is handed in.
 *
 * @param environment the environment's variables
 * @param clock the time
 * @param pause how to wait
 * @param stop tells when the process is asked to end
 * @param host this machine's name
 * @param process this process's id
 */
public record Machine(
    Map<String, String> environment,
    Clock clock,
    Pause pause,
    StopSignal stop,
    String host,
    long process) {
  public Machine {
    environment = Map.copyOf(environment);
  }

  /** The machine itself. */
  public static Machine real(StopSignal stop) {
    return new Machine(
        System.getenv(),
        Clock.systemUTC(),
        Pause.REAL,
        stop,
        hostName(),
        ProcessHandle.current().pid());
  }

  /** Who we are, for the writer's place in the store. */
  public Holder holder(String command) {
    return new Holder(
        host,
        process,
        command,
        id -> ProcessHandle.of(id).map(ProcessHandle::isAlive).orElse(false));
  }

  /** Bytes that nobody can guess and nobody keeps. */
  byte[] randomKey() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this machine";
    }
  }
}
