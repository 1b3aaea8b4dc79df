package io.stagesync.proof;

import static io.stagesync.reconcile.TestMappings.rule;
import static io.stagesync.reconcile.TestMappings.ruleIf;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.reconcile.TestMappings;
import io.stagesync.reconcile.TrackBuilder;
import io.stagesync.vocabulary.Track;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only shows when tracks that rules join are looked at together. */
class JoinedTracksTest {
  private static final Track ONE = new Track("one");
  private static final Track TWO = new Track("two");
  private static final Track THREE = new Track("three");

  @Test
  void rulesThatDriveOneAnotherWithoutEndGoRound() {
    Counterexample broken =
        broken(
            ruleIf(ONE, "a", TWO, "b", "a"),
            ruleIf(TWO, "b", ONE, "b", "a"),
            ruleIf(ONE, "b", TWO, "a", "b"),
            ruleIf(TWO, "a", ONE, "a", "b"));
    assertThat(broken.law()).isEqualTo(Law.NO_CYCLE);
    assertThat(broken.told())
        .startsWith("The law that nothing goes round is broken. At first one shows ")
        .contains("two RULE b", "two RULE a", "and it goes round.");
  }

  @Test
  void aRuleThatTakesUpWhatAnotherOneOfTheSameEntryLeftIsNotDoneInOneSync() {
    Counterexample broken =
        broken(ruleIf(ONE, "a", TWO, "b", "a"), ruleIf(ONE, "a", TWO, "c", "b"));
    assertThat(broken.law()).isEqualTo(Law.AT_REST);
    assertThat(broken.told())
        .contains("Sync 1: ", "two RULE b", "Sync 2: ", "two RULE c")
        .contains("after one sync the next one has nothing to do");
    assertThat(broken.ruleLines()).isNotEmpty();
  }

  @Test
  void rulesThatLeadToSeveralLabelsOfATrackWithoutOrderReachNoOneResult() {
    Counterexample broken = broken(rule(ONE, "a", TWO, "b"), rule(THREE, "a", TWO, "c"));
    assertThat(broken.law()).isEqualTo(Law.ONE_FIXED_POINT);
    assertThat(broken.told())
        .startsWith("The law that rules reach one result, whatever their order is broken.")
        .contains("two CONFLICT");
  }

  @Test
  void tracksThatNothingJoinsAreNotLookedAtTogether() {
    assertThat(Proof.of(mapping()).certificate().joined()).isEmpty();
  }

  @Test
  void theCertificateNamesTheTracksOfAGroupAndLeavesNothingOut() {
    Proven proven = Proof.of(mapping(ruleIf(ONE, "a", TWO, "b", "a")));
    assertThat(proven.counterexample().map(Counterexample::told)).isEmpty();
    assertThat(proven.certificate().joined())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.tracks()).containsExactlyInAnyOrder(ONE, TWO);
              assertThat(group.states()).isPositive();
              assertThat(group.leftOut()).isZero();
            });
    assertThat(proven.certificate().checks().get(Law.ONE_FIXED_POINT)).isPositive();
  }

  @Test
  void whomARuleLiftsOverTheFloorOfAnotherTrackTakesPartInTheNextSync() {
    String text =
        MappingFile.presetText("standard")
            .replace(
                "    hubspot: contact.hs_lead_status\n",
                "    hubspot: contact.hs_lead_status\n    not-below: { lead-stage: lead }\n")
            .replace(
                "rules: []\n",
                "rules:\n"
                    + "  - { when: { lead: created }, then: { lead-status: open, lead-stage: lead },"
                    + " only-if: blank }\n");
    text = text.substring(0, text.indexOf("\ntests:") + 1);
    Proven proven = Proof.of(MappingFile.parse("m.yaml", text).mapping().orElseThrow());
    assertThat(proven.counterexample().map(Counterexample::told)).isEmpty();
  }

  private static Counterexample broken(Rule... rules) {
    return Proof.of(mapping(rules)).counterexample().orElseThrow();
  }

  private static Mapping mapping(Rule... rules) {
    List<TrackMapping> tracks =
        List.of(ONE, TWO, THREE).stream().map(JoinedTracksTest::track).toList();
    return TestMappings.with(TestMappings.mapping(tracks.toArray(TrackMapping[]::new)), rules);
  }

  private static TrackMapping track(Track track) {
    return new TrackBuilder(track.name())
        .salesforce("Lead", track.name() + "__c")
        .hubspot(track.name())
        .label("a", "A", "a")
        .label("b", "B", "b")
        .label("c", "C", "c")
        .build();
  }
}
