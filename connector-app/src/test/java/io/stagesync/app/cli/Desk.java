package io.stagesync.app.cli;

import io.stagesync.app.wiring.Machine;
import io.stagesync.app.wiring.StopSignal;
import io.stagesync.engine.Crms;
import io.stagesync.port.CampaignMembers;
import io.stagesync.port.InMemoryCrm;
import io.stagesync.port.InMemoryLists;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A user at a terminal, in a folder of their own, with two CRMs that live in memory. */
final class Desk {
  static final FieldName STATUS = new FieldName(Side.SALESFORCE, "Lead", "Status");
  static final FieldName STAGE = new FieldName(Side.SALESFORCE, "Lead", "Lead_Stage__c");
  static final FieldName LIFECYCLE = new FieldName(Side.HUBSPOT, "contact", "lifecyclestage");
  static final FieldName HS_STATUS = new FieldName(Side.HUBSPOT, "contact", "hs_lead_status");

  final Path folder;
  final InMemoryCrm salesforce = new InMemoryCrm(Side.SALESFORCE, salesforceFields());
  final InMemoryCrm hubspot = new InMemoryCrm(Side.HUBSPOT, hubspotFields());
  final Map<String, String> environment = new HashMap<>();

  /** Who is in every list of HubSpot's. */
  Set<RecordId> listed = Set.of();

  final StopSignal stop = new StopSignal();
  Instant now = Instant.parse("2026-11-22T12:00:00Z");

  /** What the user answers, a line a question; empty: nobody sits there. */
  String answers = "";

  String out = "";
  String err = "";

  Desk(Path folder) {
    this.folder = folder;
    environment.putAll(
        Map.of(
            "SALESFORCE_LOGIN_URL", "https://acme.my.salesforce.com",
            "SALESFORCE_CLIENT_ID", "3MVG9",
            "SALESFORCE_CLIENT_SECRET", "canary-client-secret",
            "HUBSPOT_ACCESS_TOKEN", "canary-access-token",
            "STAGESYNC_EMAIL_KEY", "canary-email-key"));
    salesforce.accepts(salesforceFields(), Set.of(new RawValue("Closed - Converted")));
  }

  /** A desk where {@code init} was run. */
  static Desk ready(Path folder) {
    var desk = new Desk(folder);
    if (desk.run("init") != 0) {
      throw new IllegalStateException(desk.err);
    }
    return desk;
  }

  /** Types a command; every one but those that name a config gets the folder's. */
  int run(String... arguments) {
    var output = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new PrintStream(output, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            new BufferedReader(new StringReader(answers)),
            !answers.isEmpty());
    var machine =
        new Machine(
            environment, Clock.fixed(now, ZoneOffset.UTC), duration -> {}, stop, "desk", 4711);
    CampaignMembers nobody = (since, pages) -> Optional.empty();
    var line =
        new CommandLines(
            terminal,
            machine,
            (config, mapping, source, m, waits) ->
                new Crms(salesforce, hubspot, nobody, new InMemoryLists(list -> listed)));
    var config = Stream.of("--config", folder.resolve("stagesync.yaml").toString());
    boolean whole = arguments.length == 0 || arguments[0].startsWith("-");
    int code =
        line.run(
            whole ? arguments : Stream.concat(Stream.of(arguments), config).toArray(String[]::new));
    out = output.toString(StandardCharsets.UTF_8);
    err = errors.toString(StandardCharsets.UTF_8);
    return code;
  }

  /** A person on both sides, known by address. */
  RecordId person(String email, String stage, String lifecycle) {
    hubspot.create(email, Map.of(LIFECYCLE, new RawValue(lifecycle)));
    return salesforce.create(
        email, Map.of(STAGE, new RawValue(stage), STATUS, new RawValue("Open - Not Contacted")));
  }

  String file(String name) {
    return folder.resolve(name).toString();
  }

  String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<FieldName, FieldCatalog> salesforceFields() {
    return Map.of(
        STATUS,
        field(
            false,
            "Open - Not Contacted",
            "Working - Contacted",
            "Closed - Not Converted",
            "Closed - Converted"),
        STAGE,
        field(
            false,
            "Lead",
            "Marketing qualified lead",
            "Sales qualified lead",
            "Opportunity",
            "Customer"));
  }

  private static Map<FieldName, FieldCatalog> hubspotFields() {
    return Map.of(
        LIFECYCLE,
        field(
            true,
            "subscriber",
            "lead",
            "marketingqualifiedlead",
            "salesqualifiedlead",
            "opportunity",
            "customer",
            "evangelist",
            "other"),
        HS_STATUS,
        field(
            false,
            "NEW",
            "OPEN",
            "IN_PROGRESS",
            "OPEN_DEAL",
            "UNQUALIFIED",
            "ATTEMPTED_TO_CONTACT",
            "CONNECTED",
            "BAD_TIMING"));
  }

  static FieldCatalog field(boolean forwardOnly, String... values) {
    return new FieldCatalog(
        true,
        true,
        true,
        forwardOnly,
        Stream.of(values).map(RawValue::new).toList(),
        Map.of(),
        Map.of());
  }

  static List<String> secrets() {
    return List.of("canary-client-secret", "canary-access-token", "canary-email-key");
  }
}
