package io.stagesync.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port of this machine; 0 is any free one. */
final class Port implements ITypeConverter<Integer> {
  private static final int HIGHEST = 65_535;

  @Override
  public Integer convert(String text) {
    int port = new Count().convert(text);
    if (port > HIGHEST) {
      throw new TypeConversionException(
          "\"" + text + "\" is no port; write a number from 0 to " + HIGHEST);
    }
    return port;
  }
}
