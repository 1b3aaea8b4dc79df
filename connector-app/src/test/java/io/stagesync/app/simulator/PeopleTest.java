package io.stagesync.app.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PeopleTest {
  private static final int MANY = 20_000;

  private static final List<Person> PEOPLE = People.believable(MANY, 1);

  private static Map<PersonKind, Long> counts(List<Person> people) {
    return people.stream().collect(Collectors.groupingBy(Person::kind, Collectors.counting()));
  }

  @Test
  void theSameSeedMakesTheSamePeople() {
    assertThat(People.believable(300, 7)).isEqualTo(People.believable(300, 7));
    assertThat(People.believable(300, 7)).isNotEqualTo(People.believable(300, 8));
  }

  @Test
  void theSharesOfAllKindsMakeAThousand() {
    assertThat(Arrays.stream(PersonKind.values()).mapToInt(PersonKind::perThousand).sum())
        .isEqualTo(1000);
  }

  @Test
  void thereAreAboutAsManyOfEachKindAsItsShareSays() {
    var counts = counts(PEOPLE);

    for (var kind : PersonKind.values()) {
      double expected = kind.perThousand() * MANY / 1000.0;
      assertThat((double) counts.getOrDefault(kind, 0L))
          .as(kind.name())
          .isBetween(expected * 0.7, expected * 1.3);
    }
  }

  @Test
  void threeInFivePairsAreLinkedAndNobodyElseIs() {
    var pairs = PEOPLE.stream().filter(p -> p.kind().isPair()).toList();

    assertThat(pairs.stream().filter(Person::linked).count() / (double) pairs.size())
        .isBetween(0.57, 0.63);
    assertThat(PEOPLE.stream().filter(p -> !p.kind().isPair())).noneMatch(Person::linked);
  }

  @Test
  void onlyDuplicatesShareAnAddress() {
    var addresses =
        PEOPLE.stream().collect(Collectors.groupingBy(Person::email, Collectors.counting()));

    assertThat(addresses).hasSize(MANY);
    assertThat(PEOPLE)
        .allSatisfy(
            p ->
                assertThat(p.leads().size() + p.contacts().size())
                    .isEqualTo(
                        switch (p.kind()) {
                          case TWO_LEADS, TWO_CONTACTS -> 3;
                          case ONLY_IN_SALESFORCE, ONLY_IN_HUBSPOT -> 1;
                          default -> 2;
                        }));
  }

  @Test
  void whoAgreesMeansTheSameOnBothSidesAndWhoDiffersDoesNot() {
    var byKind =
        PEOPLE.stream()
            .filter(p -> p.kind().isPair() && p.conversion().isEmpty())
            .collect(
                Collectors.groupingBy(
                    Person::kind, Collectors.mapping(PeopleTest::agrees, Collectors.toSet())));

    byKind.forEach(
        (kind, agree) -> {
          boolean inAgreement = kind == PersonKind.IN_AGREEMENT || kind == PersonKind.SUBSCRIBER;
          assertThat(agree).as(kind.name()).containsExactly(inAgreement);
        });
  }

  @Test
  void pairsOfABenchmarkAreLinkedAndTheRightShareOfThemDiffersHalfOnEachSide() {
    var pairs = People.pairs(1000, 0.1, 3);

    assertThat(pairs).hasSize(1000).allMatch(Person::linked);
    assertThat(counts(pairs))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                PersonKind.IN_AGREEMENT, 900L,
                PersonKind.STAGE_FURTHER_IN_HUBSPOT, 50L,
                PersonKind.STAGE_FURTHER_IN_SALESFORCE, 50L));
    assertThat(pairs.stream().filter(p -> !agrees(p)).map(Person::kind).distinct())
        .doesNotContain(PersonKind.IN_AGREEMENT);
    assertThat(
            pairs.stream()
                .map(Person::number)
                .collect(Collectors.toMap(Function.identity(), n -> n)))
        .hasSize(1000);
  }

  private static boolean agrees(Person person) {
    var lead = person.leads().get(0);
    var contact = person.contacts().get(0);
    return StandardWords.sameStage(lead.stage(), contact.stage())
        && StandardWords.sameStatus(lead.status(), contact.status());
  }
}
