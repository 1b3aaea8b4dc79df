package io.stagesync.app.wiring;

import io.stagesync.app.config.Config;
import io.stagesync.app.config.ConfigException;
import io.stagesync.app.config.ConfigProblem;
import io.stagesync.app.config.HubSpotAccess;
import io.stagesync.app.config.SalesforceAccess;
import io.stagesync.engine.Crms;
import io.stagesync.hubspot.HubSpotCrm;
import io.stagesync.hubspot.HubSpotLimits;
import io.stagesync.hubspot.HubSpotSettings;
import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pairing;
import io.stagesync.mapping.Pilot;
import io.stagesync.salesforce.SalesforceCredentials;
import io.stagesync.salesforce.SalesforceCrm;
import io.stagesync.salesforce.SalesforceSettings;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Both CRMs over the network. */
public final class RealConnections implements Connections {
  @Override
  public Crms crms(
      Config config, Mapping mapping, String hubspotSource, Machine machine, Waits waits) {
    try {
      var salesforce =
          new SalesforceCrm(
              salesforce(config.salesforce(), mapping),
              machine.clock(),
              waits.telling(Side.SALESFORCE, machine.pause()));
      var hubspot =
          new HubSpotCrm(
              hubspot(config.hubspot(), mapping, hubspotSource),
              machine.clock(),
              waits.telling(Side.HUBSPOT, machine.pause()));
      return new Crms(salesforce, hubspot, salesforce, hubspot);
    } catch (IllegalArgumentException e) {
      throw unusable(config.file(), String.valueOf(e.getMessage()));
    }
  }

  private static SalesforceSettings salesforce(SalesforceAccess access, Mapping mapping) {
    var usual =
        SalesforceSettings.of(
            access.loginUrl(), credentials(access), mapping.read(Side.SALESFORCE));
    return new SalesforceSettings(
        usual.loginUrl(),
        usual.credentials(),
        usual.fields(),
        access.workers(),
        usual.connect(),
        usual.deadline(),
        access.dailyShare(),
        access.conditionalWrites(),
        new SalesforceSettings.Conversions(
            mapping.reads().opportunities(),
            mapping
                .conversion()
                .flatMap(Conversion::customerAccount)
                .map(c -> new SalesforceSettings.Customers(c.field(), c.values()))));
  }

  private static SalesforceCredentials credentials(SalesforceAccess access) {
    if (access.jwt().isPresent()) {
      var jwt = access.jwt().get();
      return new SalesforceCredentials.JwtBearer(
          access.clientId(), jwt.username(), text(jwt.keyFile()));
    }
    return new SalesforceCredentials.ClientSecret(
        access.clientId(), access.clientSecret().orElseThrow().reveal());
  }

  private static HubSpotSettings hubspot(HubSpotAccess access, Mapping mapping, String source) {
    return new HubSpotSettings(
        access.baseUrl(),
        access.accessToken().reveal(),
        access.apiVersion(),
        mapping.read(Side.HUBSPOT),
        mapping.pairing().by().stream()
            .flatMap(by -> by.idField().stream())
            .map(FieldName::name)
            .findFirst()
            .orElse(leadIdProperty()),
        source,
        new HubSpotLimits(
            access.burst(), 5, access.share(), Duration.ofSeconds(10), Duration.ofSeconds(60)),
        mapping.reads().pilot().flatMap(Pilot::hubspotList).isPresent());
  }

  private static String leadIdProperty() {
    return Pairing.DEFAULT.by().stream()
        .flatMap(by -> by.idField().stream())
        .map(FieldName::name)
        .findFirst()
        .orElseThrow();
  }

  private static String text(Path keyFile) {
    try {
      return Files.readString(keyFile);
    } catch (IOException e) {
      throw new IllegalArgumentException("the private key cannot be read: " + keyFile, e);
    }
  }

  private static ConfigException unusable(Path file, String why) {
    return new ConfigException(
        List.of(
            new ConfigProblem(
                file.toString(),
                0,
                0,
                ConfigProblem.Id.BAD_VALUE,
                why,
                "correct the config or the mapping file that it names")));
  }
}
