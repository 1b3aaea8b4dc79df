package io.stagesync.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.stagesync.net.Redaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One line of text an event: time, level, run, message. */
final class TextLine extends EventLine {
  private final boolean stackTraces;

  /**
   * @param stackTraces whether an exception is followed by its stack, on lines of its own
   */
  TextLine(boolean stackTraces) {
    this.stackTraces = stackTraces;
  }

  @Override
  String said(ILoggingEvent event) {
    var run = event.getMDCPropertyMap().get("run");
    var failure = event.getThrowableProxy();
    var line =
        new StringBuilder()
            .append(Instant.ofEpochMilli(event.getTimeStamp()).truncatedTo(ChronoUnit.MILLIS))
            .append(' ')
            .append(String.format("%-5s", event.getLevel()))
            .append(run == null ? "" : " run=" + run)
            .append(' ')
            .append(Redaction.redact(event.getFormattedMessage()));
    if (failure != null) {
      var words = failure.getClassName() + ": " + failure.getMessage();
      line.append(" (").append(Redaction.redact(words)).append(')');
      if (stackTraces) {
        ThrowableProxyUtil.asString(failure)
            .lines()
            .forEach(l -> line.append("\n    ").append(Redaction.redact(l)));
      }
    }
    return line.toString();
  }
}
