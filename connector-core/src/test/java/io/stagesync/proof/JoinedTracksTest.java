package io.stagesync.proof;

import static io.stagesync.reconcile.TestMappings.rule;
import static io.stagesync.reconcile.TestMappings.ruleIf;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.TestMappings;
import io.stagesync.reconcile.TrackBuilder;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        .contains("two RULE a", "and it goes round.");
  }

  @Test
  void aRuleThatTakesUpWhatAnotherOneOfTheSameEntryLeftIsNotDoneInOneSync() {
    Counterexample broken =
        broken(ruleIf(ONE, "a", TWO, "b", "a"), ruleIf(ONE, "a", TWO, "c", "b"));
    assertThat(broken.law()).isEqualTo(Law.AT_REST);
    assertThat(broken.told())
        .contains("two RULE b", "two RULE c", "one AGREED a, nothing is written")
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
  void aRuleMayTakeUpWhatAnotherTracksRuleLedTo() {
    Proven proven =
        Proof.of(mapping(ruleIf(ONE, "a", TWO, "b", "a"), ruleIf(THREE, "a", TWO, "c", "b")));
    assertThat(proven.counterexample().map(Counterexample::told)).isEmpty();
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
              assertThat(group.oneByOne()).isPositive();
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

  @Test
  void anOldWordThatWaitsForApprovalIsNoRankThatARuleLowers() {
    Mapping mapping =
        MappingFile.parse(
                "m.yaml",
                """
                version: 1
                name: An old word
                tracks:
                  one:
                    salesforce: Lead.One__c
                    hubspot: contact.one
                    conflict: salesforce-wins
                    first-sync: salesforce-wins
                    labels:
                      a: { salesforce: A, hubspot: a }
                      b: { salesforce: B, hubspot: b }
                  two:
                    salesforce: Lead.Status
                    hubspot: contact.hs_lead_status
                    conflict: furthest-wins
                    first-sync: furthest-wins
                    labels:
                      low: { rank: 10, salesforce: Low, hubspot: low }
                      middle: { rank: 20, salesforce: Middle, hubspot: middle }
                      high: { rank: 30, salesforce: High, hubspot: { shares: low } }
                rules:
                  - { when: { one: b }, then: { two: middle } }
                changed-labels:
                  - { track: two, hubspot: Formerly, now: low }
                """)
            .mapping()
            .orElseThrow();
    assertThat(Proof.of(mapping).counterexample()).isEmpty();
  }

  @Test
  void anEditThatAnotherTracksCriteriaSetBackIsNoRankThatARuleLowers() {
    Mapping mapping =
        MappingFile.parse(
                "m.yaml",
                """
                version: 1
                name: Set back, and then a step back
                tracks:
                  one:
                    salesforce: Lead.One__c
                    hubspot: contact.one
                    conflict: salesforce-wins
                    first-sync: salesforce-wins
                    labels:
                      a: { salesforce: A, hubspot: a }
                      b: { salesforce: B, hubspot: b }
                  two:
                    salesforce: Lead.Status
                    hubspot: contact.hs_lead_status
                    conflict: furthest-wins
                    first-sync: furthest-wins
                    refused-edits: correct
                    labels:
                      low: { rank: 10, salesforce: Low, hubspot: low }
                      middle: { rank: 20, salesforce: Middle, hubspot: middle, exit-criteria: { three: [x] } }
                      high: { rank: 30, salesforce: High, hubspot: high }
                    backward:
                      - { from: middle, to: low, because: Recycled }
                  three:
                    salesforce: Lead.Three__c
                    hubspot: contact.three
                    conflict: salesforce-wins
                    first-sync: salesforce-wins
                    labels:
                      x: { salesforce: X, hubspot: x }
                      y: { salesforce: Y, hubspot: y }
                rules:
                  - { when: { one: b }, then: { two: low }, only-if: middle }
                """)
            .mapping()
            .orElseThrow();
    assertThat(Proof.of(mapping).counterexample().map(Counterexample::told)).isEmpty();
  }

  @Test
  void oneSideIsWrittenAfterTheOtherAndTheBaseMovesWithTheLast() {
    Mapping mapping = mapping(ruleIf(ONE, "a", TWO, "b", "a"));
    Syncs syncs = new Syncs(mapping, OwnWords.of(mapping)).startingWith(Optional.of(Side.HUBSPOT));
    Map<Track, TrackView> entered =
        Map.of(
            ONE, view(Optional.of("b"), "A", "a"),
            TWO, view(Optional.of("a"), "A", "a"),
            THREE, view(Optional.empty(), "A", "a"));
    Lead lead = new Lead(Optional.empty(), Optional.empty(), Optional.empty());
    Syncs.Sync first = syncs.after(lead.pair(entered));
    assertThat(first.writesBoth()).isTrue();
    TrackView half = Objects.requireNonNull(first.after().tracks().get(TWO));
    assertThat(half.hubspot().value()).contains(new RawValue("b"));
    assertThat(half.salesforce().value()).contains(new RawValue("A"));
    assertThat(half.base().map(Base::label)).contains(new Label("a"));
    Syncs.Sync second = syncs.next(first);
    TrackView whole = Objects.requireNonNull(second.after().tracks().get(TWO));
    assertThat(whole.salesforce().value()).contains(new RawValue("B"));
    assertThat(whole.base().map(Base::label)).contains(new Label("b"));
    assertThat(OneByOne.writing(List.of(first, second), Side.HUBSPOT)).isEqualTo(1);
    assertThat(OneByOne.writing(List.of(first, second), Side.SALESFORCE)).isEqualTo(2);
  }

  private static TrackView view(Optional<String> base, String salesforce, String hubspot) {
    return new TrackView(
        base.map(
            b ->
                new Base(
                    new Label(b),
                    Optional.of(new RawValue(salesforce)),
                    Optional.of(new RawValue(hubspot)),
                    Optional.empty(),
                    Optional.of(new Label(b)),
                    track(TWO).fingerprint())),
        Observation.of(new RawValue(salesforce)),
        Observation.of(new RawValue(hubspot)),
        Syncs.memory(0, Optional.empty()));
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
