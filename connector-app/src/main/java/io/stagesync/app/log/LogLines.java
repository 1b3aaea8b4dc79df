package io.stagesync.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets how much is logged, how it looks and where it goes, once a command knows its options. */
public final class LogLines {
  /** How much our own packages log; other libraries log warnings only. */
  public enum Detail {
    QUIET,
    USUAL,
    VERBOSE
  }

  private LogLines() {}

  /**
   * Sets it.
   *
   * @param json one JSON object a line in place of text
   */
  public static void set(Detail detail, boolean json, PrintStream to) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      set(context, detail, json, to);
    }
  }

  /** The same for a context that Logback is only about to hand out. */
  static void set(LoggerContext context, Detail detail, boolean json, PrintStream to) {
    context.reset();
    var encoder = json ? new JsonLine() : new TextLine(detail == Detail.VERBOSE);
    encoder.setContext(context);
    encoder.start();
    var appender = new OutputStreamAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(new StaysOpen(to));
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    context.getLogger("io.stagesync").setLevel(level(detail));
  }

  private static Level level(Detail detail) {
    return switch (detail) {
      case QUIET -> Level.WARN;
      case USUAL -> Level.INFO;
      case VERBOSE -> Level.DEBUG;
    };
  }

  /** Logback closes its stream when it is set anew; standard error has to stay open. */
  private static final class StaysOpen extends FilterOutputStream {
    private StaysOpen(OutputStream to) {
      super(to);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
