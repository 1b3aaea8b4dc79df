package io.stagesync.reconcile;

import static io.stagesync.reconcile.TestMappings.STAGE;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person took back stays back, also in the runs after the one that saw it. */
class StepsBackBesideRulesTest {
  @Test
  void aStepBackFromALabelForWhichRulesHadNotRunYetIsRemembered() {
    Mapping mapping = RulesAcrossTracksTest.mapping(RulesAcrossTracksTest.QUALIFIED_IS_SQL);
    PairModel model = RulesAcrossTracksTest.resting(mapping, "sql", "working");
    notRunYet(model, "sql");
    model
        .show(STAGE, Side.SALESFORCE, "Marketing ready lead")
        .show(STATUS, Side.SALESFORCE, "Qualified");
    model.round();
    model.round();
    model.round();
    assertThat(shown(model, STAGE, Side.HUBSPOT)).isEqualTo("118233441");
    assertThat(shown(model, STAGE, Side.SALESFORCE)).isEqualTo("Marketing ready lead");
  }

  @Test
  void aStepBackIsNoFirstSightThoughRulesHadNotRunYetForWhereItBegan() {
    Mapping mapping =
        RulesAcrossTracksTest.mapping(TestMappings.ruleIf(STAGE, "mrl", STATUS, "open", "working"));
    PairModel model = RulesAcrossTracksTest.resting(mapping, "sql", "working");
    notRunYet(model, "sql");
    model.show(STAGE, Side.SALESFORCE, "Marketing ready lead");
    PairDecision decided = model.decide();
    assertThat(decided.findings()).isEmpty();
    assertThat(Objects.requireNonNull(decided.tracks().get(STATUS)).to())
        .contains(new Label("open"));
    model.round();
    assertThat(shown(model, STATUS, Side.HUBSPOT)).isEqualTo("NEW");
    assertThat(model.round()).isZero();
  }

  private static void notRunYet(PairModel model, String label) {
    model.base(
        STAGE,
        new Base(
            new Label(label),
            model.seen(STAGE, Side.SALESFORCE).value(),
            model.seen(STAGE, Side.HUBSPOT).value(),
            Optional.empty(),
            Optional.empty(),
            model.mapping.track(STAGE).fingerprint()));
  }

  @Test
  void aStepBackIsRememberedUntilTheFirstOfAChainIsDone() {
    Track one = new Track("one");
    Track two = new Track("two");
    Track three = new Track("three");
    Mapping mapping =
        TestMappings.with(
            TestMappings.mapping(
                new TrackBuilder("one")
                    .salesforce("Lead", "One__c")
                    .hubspot("one")
                    .label("a", "A", "a")
                    .build(),
                new TrackBuilder("two")
                    .salesforce("Lead", "Two__c")
                    .hubspot("two")
                    .label("a", "A", "a", "rank=10")
                    .label("b", "B", "b", "rank=20")
                    .build(),
                new TrackBuilder("three")
                    .salesforce("Lead", "Three__c")
                    .hubspot("three")
                    .label("low", "Low", "low", "rank=10")
                    .label("middle", "Middle", "middle", "rank=20")
                    .label("high", "High", "high", "rank=30")
                    .back("low", "sales", "high")
                    .build()),
            TestMappings.rule(one, "a", two, "b"),
            TestMappings.rule(two, "b", three, "middle"));
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    RulesAcrossTracksTest.agree(model, two, "a");
    RulesAcrossTracksTest.agree(model, three, "high");
    model.show(one, Side.HUBSPOT, "a");
    for (Side side : Side.values()) {
      boolean salesforce = side == Side.SALESFORCE;
      model.show(two, side, salesforce ? "B" : "b").show(three, side, salesforce ? "Low" : "low");
    }
    model.round();
    model.round();
    model.round();
    assertThat(shown(model, one, Side.SALESFORCE)).isEqualTo("A");
    assertThat(shown(model, three, Side.SALESFORCE)).isEqualTo("Low");
    assertThat(shown(model, three, Side.HUBSPOT)).isEqualTo("low");
  }

  private static String shown(PairModel model, Track track, Side side) {
    return model.seen(track, side).value().map(RawValue::text).orElse("");
  }
}
