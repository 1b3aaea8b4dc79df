package io.stagesync.app.cli;

import io.stagesync.app.show.Lines;
import io.stagesync.mapping.yaml.SchemaFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes the files to begin with.
 *
 * @param force whether files that are there are written over
 */
record StartingFiles(boolean force, Lines say) {

  /** The text of a file that can be read. */
  Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes a file, unless it is there. */
  void write(Path file, String text) {
    if (Files.exists(file) && !force) {
      say.say("Kept " + file + " (--force writes it anew).");
    } else {
      replace(file, text);
      say.say("Wrote " + file + ".");
    }
  }

  /** Writes a file, also over one that is there, without a word. */
  void replace(Path file, String text) {
    try {
      var folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  /** Writes the schema that editors need; it is ours and never edited, so an older one goes. */
  void schema(Path folder) {
    var file = folder.resolve(SchemaFile.NAME);
    try {
      if (!Files.exists(file) || !Files.readString(file).equals(SchemaFile.text())) {
        Files.writeString(file, SchemaFile.text());
        say.say("Wrote " + file + ", with which editors complete the mapping file.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  /** Whether a config takes its mapping from a file of that name; nobody would read another one. */
  boolean names(Path config, String mapping) {
    try (var lines = Files.lines(config)) {
      return lines.anyMatch(line -> line.startsWith("mapping:") && line.contains(mapping));
    } catch (IOException e) {
      throw new UncheckedIOException(config + " cannot be read", e);
    }
  }

  /** The text of a config file. Secrets are taken from the environment. */
  String config(String mapping, String timeZone, boolean jwt) {
    return """
    # Every key is explained in docs/running.md. ${NAME} comes from the environment,
    # or from the file that NAME_FILE names.
    salesforce:
      login-url: ${SALESFORCE_LOGIN_URL}          # the org's own My Domain address
      client-id: ${SALESFORCE_CLIENT_ID}
    %s
    hubspot:
      base-url: https://api.hubapi.com
      access-token: ${HUBSPOT_ACCESS_TOKEN}       # a service key
      api-version: "2026-09"
    mapping: %s
    store: jdbc:sqlite:stagesync.db
    email-key: ${STAGESYNC_EMAIL_KEY}             # a long random text; keep it
    schedule:
      time-zone: %s
      incremental: "0 * * * * ?"                  # every minute
      full-sweep: "0 0 3 * * ?"                   # every night at 3
      push-to-hubspot: after-read                 # or a cron expression: then a window
      push-to-salesforce: after-read
      campaign-members: "0 30 2 * * ?"
    """
        .formatted(jwt ? JWT : CLIENT_SECRET, mapping, timeZone);
  }

  private static final String CLIENT_SECRET = "  client-secret: ${SALESFORCE_CLIENT_SECRET}";
  private static final String JWT =
      "  jwt: { username: \"${SALESFORCE_USERNAME}\", key-file: salesforce-key.pem }";
}
