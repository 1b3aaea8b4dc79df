package io.stagesync.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stagesync.jobs.JobKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigFileTest {
  private static final Path PROBLEMS = Path.of("src/test/resources/config-problems");
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LOGIN", "https://acme.my.salesforce.com",
          "ID", "3MVG9",
          "SECRET", "canary-secret",
          "TOKEN", "canary-token");
  private static final String GOOD =
      """
      salesforce:
        login-url: ${LOGIN}
        client-id: ${ID}
        client-secret: ${SECRET}
      hubspot:
        access-token: ${TOKEN}
      mapping: mapping.yaml
      store: jdbc:sqlite:stagesync.db
      """;

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void aMappingFileIsThere() throws IOException {
    Files.writeString(folder.resolve("mapping.yaml"), "version: 1\n");
  }

  private Config read(String text, Map<String, String> environment) throws IOException {
    var file = folder.resolve("stagesync.yaml");
    Files.writeString(file, text);
    return ConfigFile.read(file, environment, false);
  }

  private List<ConfigProblem> problems(String text) throws IOException {
    var file = folder.resolve("stagesync.yaml");
    Files.writeString(file, text);
    return catchThrowableOfType(
            ConfigException.class, () -> ConfigFile.read(file, ENVIRONMENT, false))
        .problems();
  }

  @Test
  void whatIsLeftOutHasItsUsualValue() throws IOException {
    var config = read(GOOD, ENVIRONMENT);
    assertThat(config.hubspot().baseUrl()).isEqualTo(URI.create("https://api.hubapi.com"));
    assertThat(config.hubspot().apiVersion()).isEqualTo("2026-09");
    assertThat(config.salesforce().dailyShare()).isEqualTo(0.8);
    assertThat(config.schedule().cron(JobKind.PUSH_TO_HUBSPOT)).isEmpty();
    assertThat(config.schedule().cron(JobKind.FULL_SWEEP)).contains("0 0 3 * * ?");
    assertThat(config.emailKey()).isEmpty();
  }

  @Test
  void pathsAreRelativeToTheFile() throws IOException {
    var config = read(GOOD, ENVIRONMENT);
    assertThat(config.mapping()).isEqualTo(folder.resolve("mapping.yaml"));
    assertThat(config.store().file()).contains(folder.resolve("stagesync.db"));
  }

  @Test
  void aWindowAndLimitsAreRead() throws IOException {
    var text =
        GOOD.replace("${TOKEN}", "${TOKEN}\n  burst: 190\n  share: 50%")
            + "schedule:\n  time-zone: Europe/Berlin\n  push-to-salesforce: \"0 0 22 * * ?\"\n";
    var config = read(text, ENVIRONMENT);
    assertThat(config.hubspot().burst()).isEqualTo(OptionalInt.of(190));
    assertThat(config.hubspot().share()).isEqualTo(0.5);
    assertThat(config.schedule().cron(JobKind.PUSH_TO_SALESFORCE)).contains("0 0 22 * * ?");
  }

  @Test
  void aVariableMayComeFromAFile() throws IOException {
    var secret = folder.resolve("secret.txt");
    Files.writeString(secret, "from-a-file\n");
    var environment = new java.util.HashMap<>(ENVIRONMENT);
    environment.remove("SECRET");
    environment.put("SECRET_FILE", secret.toString());
    var config = read(GOOD, environment);
    assertThat(config.salesforce().clientSecret().orElseThrow().reveal()).isEqualTo("from-a-file");
  }

  @Test
  void secretsAreNeverShown() throws IOException {
    assertThat(read(GOOD, ENVIRONMENT).toString()).doesNotContain("canary");
    var password = GOOD.replace("sqlite:stagesync.db", "postgresql://db/sync?password=${SECRET}");
    assertThat(read(password, ENVIRONMENT).toString()).doesNotContain("canary");
  }

  @Test
  void inlineSecretsAreAcceptedWhenExplicitlyAllowed() throws IOException {
    var file = folder.resolve("stagesync.yaml");
    Files.writeString(file, GOOD.replace("${SECRET}", "inline"));
    assertThat(ConfigFile.read(file, ENVIRONMENT, true).salesforce().clientSecret()).isPresent();
  }

  @Test
  void plainHttpIsForLoopbackHostsOnly() throws IOException {
    var loopback = GOOD.replace("${LOGIN}", "http://127.0.0.1:8080");
    assertThat(read(loopback, ENVIRONMENT).salesforce().loginUrl().getPort()).isEqualTo(8080);
    assertThat(problems(GOOD.replace("${LOGIN}", "http://acme.my.salesforce.com")))
        .extracting(ConfigProblem::id)
        .containsExactly(ConfigProblem.Id.BAD_ADDRESS);
  }

  @Test
  void anOversizedFileIsRefusedUnread() throws IOException {
    assertThat(problems(GOOD + "#".repeat(1 << 20)))
        .extracting(ConfigProblem::id)
        .containsExactly(ConfigProblem.Id.FILE_TOO_LARGE);
  }

  static Stream<Path> badFiles() throws IOException {
    return Files.list(PROBLEMS).filter(f -> f.toString().endsWith(".yaml")).sorted();
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void everyProblemIsToldInOneGoWithItsPlace(Path bad) throws IOException {
    var expected = Files.readString(Path.of(bad.toString().replace(".yaml", ".txt")));
    var told =
        problems(Files.readString(bad)).stream()
            .map(ConfigProblem::render)
            .map(text -> text.replace(folder + "/", ""))
            .reduce("", (a, b) -> a + b + "\n");
    assertThat(told).isEqualTo(expected);
  }
}
