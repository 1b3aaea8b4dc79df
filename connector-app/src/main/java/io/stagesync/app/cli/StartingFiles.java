package io.stagesync.app.cli;

import io.stagesync.mapping.yaml.SchemaFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes the files to begin with.
 *
 * @param config where the config lies, or is going to
 * @param force whether files that are there are written over
 * @param told what was done
 */
record StartingFiles(Path config, boolean force, Beginning told) {

  /** A file of that name in the folder of the config. */
  Path beside(String name) {
    var folder = config.toAbsolutePath().getParent();
    return (folder == null ? Path.of("") : folder).resolve(name).normalize();
  }

  /** Whether the config is going to be written. */
  boolean due() {
    return force || !Files.exists(config);
  }

  /** Whether a mapping file of that name is going to be written. */
  boolean due(String mapping) {
    return due()
        ? force || !Files.exists(beside(mapping))
        : names(mapping) && !Files.exists(beside(mapping));
  }

  /** The text of a file that can be read. */
  Optional<String> text(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes a file, unless it is there; returns whether it did. */
  boolean write(Path file, String text) {
    if (Files.exists(file) && !force) {
      told.kept(file);
      return false;
    }
    replace(file, text);
    told.wrote(file, "");
    return true;
  }

  /** Writes the config, unless it is there; returns whether it did. */
  boolean config(String mapping, String timeZone, boolean jwt) {
    return write(config, text(mapping, timeZone, jwt));
  }

  /** Says that a file stayed, so that something that was asked for was not used. */
  void notUsed(String options) {
    told.note(
        "That file is there already, so nothing came of "
            + options
            + ". To begin anew, move it away and run the same command again.");
  }

  /** Says that the config takes its mapping from another file than people may expect. */
  void namesAnother(String mapping, String notUsed) {
    told.note(
        config
            + " names "
            + mapping().orElse("no file")
            + " behind `mapping:`, so no "
            + mapping
            + " was written"
            + (notUsed.isEmpty() ? "" : " and nothing came of " + notUsed)
            + ". For a new one, name it there and run `stagesync init` again.");
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
        told.wrote(file, ", with which editors complete the mapping file");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  /** Whether the config takes its mapping from a file of that name; nobody would read another. */
  boolean names(String mapping) {
    return mapping().map(this::beside).filter(beside(mapping)::equals).isPresent();
  }

  private Optional<String> mapping() {
    try (var lines = Files.lines(config)) {
      return lines
          .filter(line -> line.startsWith("mapping:"))
          .map(line -> line.replaceFirst("^mapping:", "").replaceFirst("\\s#.*", "").strip())
          .map(text -> text.replaceAll("^[\"']|[\"']$", ""))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(config + " cannot be read", e);
    }
  }

  /** The text of a config file. Secrets are taken from the environment. */
  private static String text(String mapping, String timeZone, boolean jwt) {
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
