package io.stagesync.app.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * What Logback asks first: before a command knows its options, and for programs that embed it, text
 * goes to standard error. It is said here and not in a logback.xml, because reading that file took
 * a quarter of the time of the shortest commands.
 */
public final class FirstLines extends ContextAwareBase implements Configurator {
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    LogLines.set(context, LogLines.Detail.USUAL, false, System.err);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
