package io.stagesync.app.simulator;

import static io.stagesync.app.simulator.StandardWords.STAGES;
import static io.stagesync.app.simulator.StandardWords.STATUSES;

import io.stagesync.app.simulator.Person.Conversion;
import io.stagesync.app.simulator.Person.Words;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Makes up people. The same seed makes the same people. */
public final class People {
  private static final List<String> GIVEN =
      List.of("ana", "ben", "carla", "dmitri", "elif", "femi", "grace", "hugo", "ines", "jun");
  private static final List<String> COMPANIES =
      List.of("acme.example", "orion.example", "zeta.example", "nova.example", "volt.example");
  private static final List<String> RESPONSES = List.of("Sent", "Registered", "Attended");
  private static final List<String> OPEN_STATUSES =
      List.of(StandardWords.OPEN, StandardWords.WORKING, StandardWords.UNQUALIFIED);
  private static final String PROSPECTING = "Prospecting";

  private final SplittableRandom chance;

  private People(long seed) {
    chance = new SplittableRandom(seed);
  }

  /** People of all kinds. */
  public static List<Person> believable(int count, long seed) {
    var people = new People(seed);
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> people.person(n, PersonKind.drawn(people.chance.nextInt(1000))))
        .toList();
  }

  /**
   * Linked pairs that agree, but for a share of them that differ in Lead Stage: half of these are
   * further in HubSpot, half in Salesforce.
   *
   * @param share between 0 and 1
   */
  public static List<Person> pairs(int count, double share, long seed) {
    var people = new People(seed);
    long different = Math.round(count * share);
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            n -> {
              // The nth pair differs where the running share passes a whole number: evenly spread.
              long before = (n - 1) * different / count;
              boolean differs = n * different / count > before;
              var kind =
                  !differs
                      ? PersonKind.IN_AGREEMENT
                      : before % 2 == 0
                          ? PersonKind.STAGE_FURTHER_IN_HUBSPOT
                          : PersonKind.STAGE_FURTHER_IN_SALESFORCE;
              return people.person(n, kind, true);
            })
        .toList();
  }

  private Person person(int number, PersonKind kind) {
    return person(number, kind, kind.isPair() && chance.nextInt(100) < 60);
  }

  private Person person(int number, PersonKind kind, boolean linked) {
    int stage = chance.nextInt(3);
    var status = any(OPEN_STATUSES);
    var lead = new Words(STAGES.get(stage).getKey(), status);
    var contact = new Words(STAGES.get(stage).getValue(), saidInHubSpot(status));
    return switch (kind) {
      case IN_AGREEMENT -> of(number, kind, lead, contact, linked);
      case SUBSCRIBER -> of(number, kind, stage(lead, ""), stage(contact, "subscriber"), linked);
      case STAGE_FURTHER_IN_HUBSPOT -> {
        int lower = lower();
        yield of(
            number,
            kind,
            stage(lead, STAGES.get(lower).getKey()),
            stage(contact, STAGES.get(lower + 1).getValue()),
            linked);
      }
      case STAGE_FURTHER_IN_SALESFORCE ->
          of(
              number,
              kind,
              stage(lead, STAGES.get(2).getKey()),
              stage(contact, STAGES.get(lower()).getValue()),
              linked);
      case STATUS_DIFFERS ->
          of(number, kind, lead, status(contact, saidInHubSpot(anyOther(status))), linked);
      case NO_STAGE_IN_SALESFORCE -> of(number, kind, stage(lead, ""), contact, linked);
      case NO_STATUS_IN_HUBSPOT -> of(number, kind, lead, status(contact, ""), linked);
      case UNKNOWN_STATUS_IN_SALESFORCE ->
          of(number, kind, status(lead, StandardWords.UNKNOWN_STATUS), contact, linked);
      case UNKNOWN_STAGE_IN_HUBSPOT ->
          of(number, kind, lead, stage(contact, StandardWords.UNKNOWN_STAGE), linked);
      case IGNORED_STAGE_IN_HUBSPOT -> of(number, kind, lead, stage(contact, "evangelist"), linked);
      case DEAL_WITHOUT_CONVERSION -> of(number, kind, lead, stage(contact, "opportunity"), linked);
      case CONVERTED_OPEN -> converted(number, kind, "salesqualifiedlead", linked, PROSPECTING);
      case CONVERTED_WON -> converted(number, kind, "opportunity", linked, "Closed Won");
      case CONVERTED_LOST -> converted(number, kind, "lead", linked, "Closed Lost");
      case CONVERTED_WITHOUT_OPPORTUNITY ->
          converted(number, kind, "marketingqualifiedlead", linked);
      case CONVERTED_AND_FURTHER_IN_HUBSPOT ->
          converted(number, kind, "opportunity", linked, "Closed Lost");
      case UPSELL -> converted(number, kind, "customer", linked, "Closed Won", PROSPECTING);
      case TWO_LEADS -> of(number, kind, List.of(lead, lead), List.of(contact));
      case TWO_CONTACTS -> of(number, kind, List.of(lead), List.of(contact, contact));
      case ONLY_IN_SALESFORCE -> of(number, kind, List.of(lead), List.of());
      case ONLY_IN_HUBSPOT -> of(number, kind, List.of(), List.of(contact));
    };
  }

  private Person converted(
      int number, PersonKind kind, String lifecycleStage, boolean linked, String... opportunities) {
    return new Person(
        number,
        kind,
        email(number),
        List.of(new Words("Sales qualified lead", StandardWords.WORKING)),
        List.of(new Words(lifecycleStage, any(List.of("OPEN_DEAL", "CONNECTED")))),
        linked,
        Optional.of(new Conversion(List.of(opportunities))),
        response());
  }

  private Person of(int number, PersonKind kind, Words lead, Words contact, boolean linked) {
    return new Person(
        number,
        kind,
        email(number),
        List.of(lead),
        List.of(contact),
        linked,
        Optional.empty(),
        response());
  }

  private Person of(int number, PersonKind kind, List<Words> leads, List<Words> contacts) {
    return new Person(
        number, kind, email(number), leads, contacts, false, Optional.empty(), response());
  }

  private String email(int number) {
    return any(GIVEN) + "." + number + "@" + any(COMPANIES);
  }

  private Optional<String> response() {
    return chance.nextInt(100) < 15 ? Optional.of(any(RESPONSES)) : Optional.empty();
  }

  private int lower() {
    return chance.nextInt(2);
  }

  private static Words stage(Words words, String stage) {
    return new Words(stage, words.status());
  }

  private static Words status(Words words, String status) {
    return new Words(words.stage(), status);
  }

  private String saidInHubSpot(String leadStatus) {
    return any(STATUSES.getOrDefault(leadStatus, List.of("")));
  }

  private String anyOther(String status) {
    return any(OPEN_STATUSES.stream().filter(s -> !s.equals(status)).toList());
  }

  private <T> T any(List<T> list) {
    return list.get(chance.nextInt(list.size()));
  }
}
