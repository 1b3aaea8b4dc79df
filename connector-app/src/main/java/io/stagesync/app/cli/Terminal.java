package io.stagesync.app.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where results, words about what goes on, and answers go.
 *
 * @param out results
 * @param err logs, progress, errors
 * @param in answers
 * @param interactive whether a person sits there
 */
public record Terminal(PrintStream out, PrintStream err, BufferedReader in, boolean interactive) {

  /** The one that this process was started in. */
  public static Terminal ofThisProcess() {
    return new Terminal(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        System.console() != null);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor)),
        true,
        StandardCharsets.UTF_8);
  }
}
