package io.stagesync.app.config;

import io.stagesync.app.config.ConfigProblem.Id;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The block {@code salesforce}. */
record SalesforceSection(Section section, Values values, Path folder) {
  private static final Set<String> SHARED_HOSTS =
      Set.of("login.salesforce.com", "test.salesforce.com");

  Optional<SalesforceAccess> access() {
    var loginUrl = values.address("login-url", section.text("login-url"));
    var clientId = section.text("client-id");
    boolean oneOfTwo = section.has("client-secret") != section.has("jwt");
    if (!oneOfTwo) {
      section.wrong(
          "client-id",
          Id.ONE_OF_TWO,
          section.has("jwt")
              ? "both client-secret and jwt are there"
              : "neither client-secret nor jwt is there",
          "give client-secret (client credentials flow) or jwt (JWT bearer flow)");
    }
    var secret = values.secret("client-secret");
    var jwt = section.section("jwt", false, "username", "key-file").flatMap(this::jwt);
    double share = values.share("daily-share", 0.8);
    int workers = values.number("workers", 1, 10, 2);
    boolean conditional = values.yes("conditional-writes");
    if (secret.isPresent()) {
      loginUrl.ifPresent(this::ownDomain);
    }
    boolean complete = oneOfTwo && (secret.isPresent() || jwt.isPresent());
    return loginUrl.isEmpty() || clientId.isEmpty() || !complete
        ? Optional.empty()
        : Optional.of(
            new SalesforceAccess(
                loginUrl.get(), clientId.get(), secret, jwt, share, workers, conditional));
  }

  private void ownDomain(URI loginUrl) {
    if (SHARED_HOSTS.contains(loginUrl.getHost())) {
      section.wrong(
          "login-url",
          Id.BAD_ADDRESS,
          "Salesforce refuses the client credentials flow on " + loginUrl.getHost(),
          "write the org's own My Domain address, https://NAME.my.salesforce.com "
              + "(Setup > My Domain)");
    }
  }

  private Optional<SalesforceAccess.Jwt> jwt(Section jwt) {
    var username = jwt.text("username");
    var keyFile = jwt.text("key-file").map(folder::resolve).map(Path::normalize);
    if (keyFile.isPresent() && !Files.isReadable(keyFile.get())) {
      jwt.wrong(
          "key-file",
          Id.KEY_FILE,
          "the private key cannot be read: " + keyFile.get(),
          "paths are relative to this file's folder; check that this user may read it");
      return Optional.empty();
    }
    return username.isEmpty() || keyFile.isEmpty()
        ? Optional.empty()
        : Optional.of(new SalesforceAccess.Jwt(username.get(), keyFile.get()));
  }
}
