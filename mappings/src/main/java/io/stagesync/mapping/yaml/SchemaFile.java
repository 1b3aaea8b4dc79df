package io.stagesync.mapping.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema of mapping files, with which editors complete and explain them. The loader does
 * not use it: it knows more, and says it better.
 */
public final class SchemaFile {
  /** What the file is called, beside a mapping file. */
  public static final String NAME = "mapping.schema.json";

  private static final String SHIPPED = "$schema=../schema/" + NAME;

  private SchemaFile() {}

  /** Its text. */
  public static String text() {
    try (var in = SchemaFile.class.getResourceAsStream("/schema/" + NAME)) {
      if (in == null) {
        throw new IllegalStateException("the program was packaged without schema/" + NAME);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a shipped mapping file for a folder where the schema lies beside it. */
  static String beside(String shippedText) {
    return shippedText.replace(SHIPPED, "$schema=" + NAME);
  }
}
