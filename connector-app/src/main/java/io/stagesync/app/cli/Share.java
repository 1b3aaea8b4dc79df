package io.stagesync.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which part of everything an option asks for: from 0 to 1. */
final class Share implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    try {
      double share = Double.parseDouble(text.strip());
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number beyond the bounds.
    }
    throw new TypeConversionException("\"" + text + "\" is no share; write a number from 0 to 1");
  }
}
