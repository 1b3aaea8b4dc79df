package io.stagesync.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;

/** One line an event, and nothing before the first or after the last. */
abstract class EventLine extends EncoderBase<ILoggingEvent> {

  /** What is said of an event, without the line's end. */
  abstract String said(ILoggingEvent event);

  @Override
  public final byte[] encode(ILoggingEvent event) {
    return (said(event) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public final byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public final byte[] footerBytes() {
    return new byte[0];
  }
}
