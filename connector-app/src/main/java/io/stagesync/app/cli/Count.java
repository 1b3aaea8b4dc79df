package io.stagesync.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many of something an option asks for: a whole number that is not below zero. */
final class Count implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    try {
      int count = Integer.parseInt(text.strip());
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is too low.
    }
    throw new TypeConversionException(
        "\"" + text + "\" is no such number; write 0 or a whole number above it");
  }
}
