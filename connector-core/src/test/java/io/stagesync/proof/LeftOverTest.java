package io.stagesync.proof;

import static io.stagesync.reconcile.TestMappings.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.TestMappings;
import io.stagesync.reconcile.TrackBuilder;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which writes of a later sync were left over, and which are one too many. */
class LeftOverTest {
  private static final Track ONE = new Track("one");
  private static final Track TWO = new Track("two");
  private static final Mapping MAPPING =
      TestMappings.with(
          TestMappings.mapping(track("one", "requires=two"), track("two")),
          rule(ONE, "b", TWO, "b"));
  private static final TrackDecision AGREED = agreed("a");

  @Test
  void nothingIsAskedWhereNothingIsWritten() {
    assertThat(explained(AGREED, AGREED, AGREED, AGREED)).isTrue();
  }

  @Test
  void aTrackThatAgreedHasNothingLeftToWrite() {
    assertThat(explained(AGREED, AGREED, pushed(Reason.MOVED, "b"), AGREED)).isFalse();
  }

  @Test
  void whatWasWrittenIsNotTakenBackInTheNextSync() {
    for (Reason undone : List.of(Reason.CLEARED, Reason.CORRECTED, Reason.REFILLED, Reason.RULE)) {
      assertThat(explained(AGREED, pushed(Reason.SUPPLIED, "a"), AGREED, pushed(undone, "b")))
          .as("%s", undone)
          .isFalse();
    }
  }

  @Test
  void aTrackThatWaitedAndSaidSoIsWrittenLater() {
    for (Reason waits :
        List.of(
            Reason.BLANK_SETTLES,
            Reason.COMPANION_MISSING,
            Reason.CRITERIA_NOT_MET,
            Reason.BELOW_SYNC_FLOOR)) {
      assertThat(explained(stopped(waits), AGREED, pushed(Reason.MOVED, "b"), AGREED)).isTrue();
    }
  }

  @Test
  void whatOnlyAPersonReleasesIsNotWrittenByItself() {
    for (Reason held : List.of(Reason.NOT_OWNER, Reason.CONFLICT, Reason.UNMAPPED_VALUE)) {
      assertThat(explained(stopped(held), AGREED, pushed(Reason.MOVED, "b"), AGREED)).isFalse();
    }
  }

  @Test
  void aRuleThatWaitedDrivesLater() {
    Sync before =
        sync(
            AGREED,
            AGREED,
            Optional.empty(),
            List.of(new Finding(Finding.Code.RULE_WAITS, TWO, "It waits.")));
    Sync later = sync(AGREED, pushed(Reason.RULE, "b"), Optional.empty(), List.of());
    assertThat(new LeftOver(MAPPING).explains(before, later)).isTrue();
  }

  @Test
  void whatAWaitingTrackLeadsToFollows() {
    TrackDecision moved = pushed(Reason.MOVED, "b");
    TrackDecision settles = stopped(Reason.BLANK_SETTLES);
    assertThat(explained(settles, AGREED, moved, pushed(Reason.RULE, "b"))).isTrue();
    assertThat(explained(settles, AGREED, moved, pushed(Reason.SUPPLIED, "a"))).isTrue();
    assertThat(explained(settles, AGREED, moved, pushed(Reason.MOVED, "b"))).isFalse();
  }

  @Test
  void whatIsSuppliedForAWaitingTrackMayLeadItOnByARule() {
    Mapping leadsOn = TestMappings.with(MAPPING, rule(TWO, "b", ONE, "c"));
    TrackDecision led = pushed(Reason.RULE, "c");
    TrackDecision settles = stopped(Reason.BLANK_SETTLES);
    Sync after = sync(led, pushed(Reason.SUPPLIED, "b"));
    assertThat(new LeftOver(leadsOn).explains(sync(settles, AGREED), after)).isTrue();
    assertThat(new LeftOver(leadsOn).explains(sync(AGREED, AGREED), after)).isFalse();
    Sync other = sync(led, pushed(Reason.SUPPLIED, "a"));
    assertThat(new LeftOver(leadsOn).explains(sync(settles, AGREED), other))
        .as("no rule leads on from there")
        .isFalse();
  }

  @Test
  void whatAWaitingTrackLeadsToMayBeLedFurtherByWhatThatLeadsTo() {
    Track three = new Track("three");
    Mapping circling =
        TestMappings.with(
            TestMappings.mapping(track("one"), track("two"), track("three")),
            rule(ONE, "b", TWO, "a"),
            rule(TWO, "a", three, "b"),
            rule(three, "b", TWO, "b"));
    TrackDecision led = pushed(Reason.RULE, "b");
    for (boolean waited : new boolean[] {true, false}) {
      TrackDecision one = waited ? stopped(Reason.BLANK_SETTLES) : AGREED;
      Sync before = sync(Map.of(ONE, one, TWO, AGREED, three, AGREED));
      Sync after = sync(Map.of(ONE, agreed("b"), TWO, led, three, led));
      assertThat(new LeftOver(circling).explains(before, after)).isEqualTo(waited);
      Sync elsewhere = sync(Map.of(ONE, agreed("b"), TWO, led, three, pushed(Reason.RULE, "a")));
      assertThat(new LeftOver(circling).explains(before, elsewhere)).isFalse();
    }
  }

  @Test
  void whatNobodyAsksOfATrackBelowItsFloorAnyMoreIsDoneOnceThePersonIsThere() {
    Track three = new Track("three");
    TrackMapping floored = builder("two").label("b", "B", "b").notBelow("three", "b").build();
    Mapping mapping = TestMappings.mapping(track("one", "entry=two b"), floored, track("three"));
    TrackDecision moved = pushed(Reason.MOVED, "a");
    Sync after =
        sync(
            Map.of(
                ONE,
                pushed(Reason.MOVED, "b"),
                TWO,
                stopped(Reason.BELOW_SYNC_FLOOR),
                three,
                agreed("a")));
    Sync falling = sync(Map.of(ONE, stopped(Reason.NO_WORD_THERE), TWO, AGREED, three, moved));
    assertThat(new LeftOver(mapping).explains(falling, after)).isTrue();
    Sync stays = sync(Map.of(ONE, stopped(Reason.NO_WORD_THERE), TWO, AGREED, three, AGREED));
    assertThat(new LeftOver(mapping).explains(stays, after)).isFalse();
  }

  @Test
  void aRuleWhoseTrackWasDoneFiresInNoLaterSync() {
    TrackDecision moved = pushed(Reason.MOVED, "b");
    assertThat(explained(moved, AGREED, agreed("b"), pushed(Reason.RULE, "b"))).isFalse();
  }

  @Test
  void whatIsSetBackOneSideAfterTheOtherIsDoneInTwo() {
    TrackDecision corrected = pushed(Reason.CORRECTED, "a");
    assertThat(explained(AGREED, corrected, AGREED, corrected)).isTrue();
    assertThat(explained(AGREED, corrected, AGREED, pushed(Reason.RULE, "a"))).isTrue();
    assertThat(explained(AGREED, corrected, AGREED, pushed(Reason.RULE, "b"))).isFalse();
  }

  @Test
  void whatASettingBackStillRequiresIsSuppliedAndLeadsOn() {
    TrackDecision supplied = pushed(Reason.SUPPLIED, "b");
    TrackDecision back = pushed(Reason.CORRECTED, "b");
    assertThat(explained(back, AGREED, back, supplied)).isTrue();
    assertThat(explained(pushed(Reason.CORRECTED, "a"), AGREED, AGREED, supplied)).isFalse();
  }

  @Test
  void theOtherSideOfAStepIsWrittenInTheNext() {
    for (Reason reason : List.of(Reason.MOVED, Reason.CLEARED, Reason.RULE)) {
      TrackDecision decision = pushed(reason, "b");
      Sync step = sync(AGREED, decision, Optional.of(Side.SALESFORCE), List.of());
      Sync done = sync(AGREED, decision, Optional.of(Side.HUBSPOT), List.of());
      assertThat(new LeftOver(MAPPING).explains(step, done)).as("%s", reason).isTrue();
    }
    Sync done = sync(AGREED, pushed(Reason.MOVED, "b"), Optional.of(Side.HUBSPOT), List.of());
    assertThat(new LeftOver(MAPPING).explains(done, done)).isFalse();
  }

  private static boolean explained(
      TrackDecision one, TrackDecision two, TrackDecision oneLater, TrackDecision twoLater) {
    return new LeftOver(MAPPING).explains(sync(one, two), sync(oneLater, twoLater));
  }

  private static Sync sync(TrackDecision one, TrackDecision two) {
    return sync(one, two, Optional.empty(), List.of());
  }

  private static Sync sync(Map<Track, TrackDecision> decisions) {
    return sync(decisions, Optional.empty(), List.of());
  }

  private static Sync sync(
      TrackDecision one, TrackDecision two, Optional<Side> side, List<Finding> findings) {
    return sync(Map.of(ONE, one, TWO, two), side, findings);
  }

  private static Sync sync(
      Map<Track, TrackDecision> decisions, Optional<Side> side, List<Finding> findings) {
    PairView nobody = new Lead(Optional.empty(), Optional.empty(), Optional.empty()).pair(Map.of());
    return new Sync(nobody, new PairDecision(decisions, findings), side);
  }

  private static TrackDecision agreed(String label) {
    return decision(Reason.AGREED, Optional.of(label), List.of());
  }

  private static TrackDecision stopped(Reason reason) {
    return decision(reason, Optional.empty(), List.of());
  }

  /** One that writes HubSpot. */
  private static TrackDecision pushed(Reason reason, String label) {
    FieldName field = new FieldName(Side.HUBSPOT, "contact", "field");
    return decision(
        reason,
        Optional.of(label),
        List.of(new FieldWrite(field, Optional.empty(), Optional.of(new RawValue(label)), false)));
  }

  private static TrackDecision decision(
      Reason reason, Optional<String> to, List<FieldWrite> writes) {
    return new TrackDecision(
        reason,
        Optional.empty(),
        to.map(Label::new),
        writes,
        Optional.empty(),
        Optional.empty(),
        Syncs.memory(0, Optional.empty()),
        "",
        "",
        false,
        false);
  }

  private static TrackMapping track(String name, String... options) {
    return builder(name).label("b", "B", "b", options).build();
  }

  /** A track with a first label. */
  private static TrackBuilder builder(String name) {
    return new TrackBuilder(name)
        .salesforce("Lead", name + "__c")
        .hubspot(name)
        .label("a", "A", "a");
  }
}
