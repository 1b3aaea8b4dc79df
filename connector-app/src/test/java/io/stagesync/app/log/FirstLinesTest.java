package io.stagesync.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FirstLinesTest {
  @Test
  void beforeACommandKnowsItsOptionsWarningsOfLibrariesAndOurOwnWordsGoToStandardError()
      throws JoranException {
    var written = new ByteArrayOutputStream();
    var before = System.err;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      var context = new LoggerContext();
      context.setMDCAdapter(new LogbackMDCAdapter());
      new ContextInitializer(context).autoConfig();
      context.getLogger("org.quartz").info("a library's chatter");
      context.getLogger("org.quartz").warn("a library's warning");
      context.getLogger("io.stagesync.engine").info("our own word");
      context.getLogger("io.stagesync.engine").debug("our own detail");
    } finally {
      System.setErr(before);
    }
    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("Z WARN  a library's warning"),
            line -> assertThat(line).contains("Z INFO  our own word"));
  }
}
