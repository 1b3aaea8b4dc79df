package io.stagesync.mapping.rename;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.vocabulary.RawValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RenamesTest {
  @Test
  void aNameIsTheSameWhateverItsCaseBlanksAndSignsAndWhereItIsShortened() {
    assertThat(
            guessed(
                "Working - Contacted, MQL, Lost",
                "Lost, working-contacted, Marketing qualified lead"))
        .containsOnly(
            "Working - Contacted is working-contacted (LABEL)",
            "MQL is Marketing qualified lead (LABEL)");
  }

  @Test
  void aSlipOfThePenIsSeenThroughWhereItLeadsToOneValueAlone() {
    assertThat(guessed("A, Qualified, B", "Qualifed, A, B, C"))
        .containsOnly("Qualified is Qualifed (SPELLING)");
    assertThat(guessed("A, Stage 1, B", "A, B, Stage 2, Stage 3")).isEmpty();
  }

  @Test
  void aValueBetweenTheSameNeighboursIsTakenForTheOneThatWent() {
    assertThat(
            guessed(
                "Lead, Qualified, Customer, Lost", "Lead, Sales ready, Customer, Partner, Lost"))
        .containsOnly("Qualified is Sales ready (PLACE)");
  }

  @Test
  void theOnlyOneThatCameMayBeTheOnlyOneThatWent() {
    assertThat(guessed("Lead, Qualified, Customer", "Ready, Lead, Customer"))
        .containsOnly("Qualified is Ready (ONLY_ONE)");
    assertThat(guessed("Lead, Qualified, Customer, Lost", "Ready, Never, Lead, Customer"))
        .isEmpty();
  }

  @Test
  void whereMostPeopleWentCountsMoreThanWhereItStandsAndLessThanItsName() {
    var before = lineup("Lead, Qualified, Lost, Customer", "Lead, Customer");
    var after = lineup("Lead, Ready, lost, Customer", "Lead, Customer");
    assertThat(said(Renames.of(before, after, (was, now) -> now.text().equals("Ready") ? 5 : 0)))
        .containsOnly("Lost is lost (LABEL)", "Qualified is Ready (MOVED)");
  }

  @Test
  void theLabelThatAWordMeansIsANameOfItsOwn() {
    var open = List.of(new RawValue("118233441"));
    var before = new Lineup(open, open, Map.of(open.get(0), List.of("mql")));
    assertThat(said(Renames.of(before, lineup("Marketing qualified lead, Other", "118233441"))))
        .containsOnly("118233441 is Marketing qualified lead (LABEL)");
  }

  /** Each value that went with what it is called now. */
  private static List<String> guessed(String before, String after) {
    return said(Renames.of(lineup(before, after), lineup(after, before)));
  }

  private static List<String> said(Map<RawValue, Guess> guesses) {
    return guesses.entrySet().stream()
        .map(e -> e.getKey() + " is " + e.getValue().now() + " (" + e.getValue().hint() + ")")
        .collect(Collectors.toList());
  }

  /** Values, of which those are open that the other side does not have. */
  private static Lineup lineup(String values, String other) {
    var there = values(other);
    var all = values(values);
    return new Lineup(all, all.stream().filter(v -> !there.contains(v)).toList(), Map.of());
  }

  private static List<RawValue> values(String values) {
    return Stream.of(values.split(", ")).map(RawValue::new).toList();
  }
}
