package io.stagesync.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.net.Redaction;
import java.time.Instant;

/** One JSON object a line an event; control characters are encoded. */
final class JsonLine extends EventLine {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  String said(ILoggingEvent event) {
    var line = JSON.createObjectNode();
    line.put("time", Instant.ofEpochMilli(event.getTimeStamp()).toString());
    line.put("level", event.getLevel().toString());
    event.getMDCPropertyMap().forEach(line::put);
    line.put("logger", event.getLoggerName());
    line.put("thread", event.getThreadName());
    line.put("message", Redaction.redact(event.getFormattedMessage()));
    if (event.getThrowableProxy() != null) {
      line.put("stack", Redaction.redact(ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a log line of text and numbers is always JSON", e);
    }
  }
}
