package io.stagesync.app;

import io.stagesync.app.cli.CommandLines;
import io.stagesync.app.cli.Terminal;
import io.stagesync.app.wiring.Machine;
import io.stagesync.app.wiring.RealConnections;
import io.stagesync.app.wiring.StopSignal;

/** Where the program begins. */
public final class Main {
  private Main() {}

  /** Carries out one command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var stop = new StopSignal().listen();
    int code =
        new CommandLines(Terminal.ofThisProcess(), Machine.real(stop), new RealConnections())
            .run(arguments);
    stop.finished(code);
    System.exit(code);
  }
}
