package io.stagesync.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which version this is. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"stagesync " + number()};
  }

  static String number() {
    try (var in = Version.class.getResourceAsStream("/stagesync.properties")) {
      if (in == null) {
        throw new IllegalStateException("the program was packaged without stagesync.properties");
      }
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
