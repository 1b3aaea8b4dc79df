package io.stagesync.app.config;

import io.stagesync.app.config.ConfigProblem.Id;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads a config file, and tells everything that is wrong with it in one go. */
public final class ConfigFile {
  private static final List<String> KEYS =
      List.of("salesforce", "hubspot", "mapping", "store", "email-key", "schedule");

  private final Path file;
  private final Path folder;
  private final boolean inlineSecretsAllowed;
  private final Problems problems;
  private final Variables variables;

  private ConfigFile(Path file, Map<String, String> environment, boolean inlineSecretsAllowed) {
    this.file = file;
    var parent = file.toAbsolutePath().normalize().getParent();
    this.folder = parent == null ? Path.of("/") : parent;
    this.inlineSecretsAllowed = inlineSecretsAllowed;
    this.problems = new Problems(file.toString());
    this.variables = new Variables(environment, problems);
  }

  /**
   * Reads a file.
   *
   * @param environment where {@code ${NAME}} and {@code NAME_FILE} are looked up
   * @param inlineSecretsAllowed whether secrets may stand in the file itself
   * @throws ConfigException with all problems, when there is one
   */
  public static Config read(
      Path file, Map<String, String> environment, boolean inlineSecretsAllowed) {
    return new ConfigFile(file, environment, inlineSecretsAllowed).config();
  }

  /**
   * The mapping file that a config names, whatever else is wrong or missing in it.
   *
   * @throws ConfigException when it cannot be told
   */
  public static Path mapping(Path file, Map<String, String> environment) {
    var reading = new ConfigFile(file, environment, false);
    return reading
        .top()
        .flatMap(top -> top.text("mapping").flatMap(text -> reading.mappingFile(top, text)))
        .orElseThrow(
            () ->
                new ConfigException(
                    reading.problems.all().stream().map(ConfigFile::orName).toList()));
  }

  /** Who only wants a mapping file looked at can do without a config. */
  private static ConfigProblem orName(ConfigProblem p) {
    return p.id() == Id.FILE_MISSING
        ? new ConfigProblem(
            p.file(),
            p.line(),
            p.column(),
            p.id(),
            p.message(),
            p.help() + ", or name a mapping file, which needs no config")
        : p;
  }

  /** The store that a config names, whatever else is wrong or missing in it, where it says one. */
  public static Optional<StorePlace> store(
      Path file, Map<String, String> environment, boolean inlineSecretsAllowed) {
    var reading = new ConfigFile(file, environment, inlineSecretsAllowed);
    return reading
        .top()
        .flatMap(top -> top.text("store").flatMap(text -> reading.store(top, text)));
  }

  private Optional<Section> top() {
    return new ConfigText(problems).nodes(file).map(this::top);
  }

  private Section top(MappingNode root) {
    return new Section("", root, KEYS, problems, variables);
  }

  private Config config() {
    var config = top().flatMap(this::config);
    if (config.isPresent() && problems.none()) {
      return config.get();
    }
    throw new ConfigException(problems.all());
  }

  private Optional<Config> config(Section top) {
    var salesforce =
        top.section(
                "salesforce",
                true,
                "login-url",
                "client-id",
                "client-secret",
                "jwt",
                "daily-share",
                "workers",
                "conditional-writes")
            .flatMap(s -> new SalesforceSection(s, values(s), folder).access());
    var hubspot =
        top.section("hubspot", true, "base-url", "access-token", "api-version", "burst", "share")
            .flatMap(s -> hubspot(s, values(s)));
    var mapping = top.text("mapping").flatMap(text -> mappingFile(top, text));
    var store = top.text("store").flatMap(text -> store(top, text));
    var emailKey = values(top).secret("email-key");
    var schedule = new ScheduleSection(top, this::values).schedule();
    if (salesforce.isEmpty() || hubspot.isEmpty() || mapping.isEmpty() || store.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Config(
            file.toAbsolutePath().normalize(),
            salesforce.get(),
            hubspot.get(),
            mapping.get(),
            store.get(),
            emailKey,
            schedule));
  }

  private Values values(Section section) {
    return new Values(section, inlineSecretsAllowed);
  }

  private static Optional<HubSpotAccess> hubspot(Section section, Values values) {
    var baseUrl =
        section.has("base-url")
            ? values.address("base-url", section.text("base-url"))
            : Optional.of(URI.create("https://api.hubapi.com"));
    if (!section.has("access-token")) {
      section.text("access-token");
    }
    var token = values.secret("access-token");
    var version = section.optionalText("api-version").orElse("2026-09");
    if (!version.matches("\\d{4}-\\d{2}")) {
      section.wrong(
          "api-version",
          Id.BAD_VALUE,
          "\"" + version + "\" is no version of HubSpot's API",
          "write year and month, \"2026-09\" for example");
    }
    int most = values.number("burst", 1, 1000, 0);
    var burst = most == 0 ? OptionalInt.empty() : OptionalInt.of(most);
    double share = values.share("share", 0.8);
    return baseUrl.isEmpty() || token.isEmpty()
        ? Optional.empty()
        : Optional.of(new HubSpotAccess(baseUrl.get(), token.get(), version, burst, share));
  }

  private Optional<Path> mappingFile(Section top, String text) {
    try {
      var path = folder.resolve(text).normalize();
      // What is there and is no file, the loader of mapping files says better.
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(path);
      }
      top.wrong(
          "mapping",
          Id.MAPPING_FILE,
          "there is no file " + path,
          "paths are relative to this file's folder; `stagesync init` writes a mapping file");
    } catch (InvalidPathException e) {
      top.wrong("mapping", Id.MAPPING_FILE, "this is no path", "name the mapping file");
    }
    return Optional.empty();
  }

  private Optional<StorePlace> store(Section top, String text) {
    boolean inlinePassword =
        text.contains("password=") && !Variables.refers(top.literal("store").orElse(""));
    if (inlinePassword && !inlineSecretsAllowed) {
      top.wrong(
          "store",
          Id.INLINE_SECRET,
          "a password stands in the file itself",
          "write password=${NAME} and set NAME (or NAME_FILE) in the environment");
      return Optional.empty();
    }
    if (text.startsWith(StorePlace.SQLITE) || text.startsWith(StorePlace.POSTGRESQL)) {
      return Optional.of(new StorePlace(text).in(folder));
    }
    top.wrong(
        "store",
        Id.BAD_STORE,
        "\"" + new StorePlace(text) + "\" is no place for the store",
        "write jdbc:sqlite:stagesync.db, or jdbc:postgresql://HOST/DATABASE for a server");
    return Optional.empty();
  }
}
