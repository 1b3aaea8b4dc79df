package io.stagesync.reconcile;

import static io.stagesync.reconcile.RulesAcrossTracksTest.agree;
import static io.stagesync.reconcile.RulesAcrossTracksTest.findings;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** HubSpot has one word for where the track stands and for where a rule leads it. */
class RulesAndSharedWordsTest {
  private static final Track GRADE = new Track("grade");

  /** Agreed on low; the status comes to qualified, and sales sets a grade that is not theirs. */
  private static PairModel edited(RefusedEdits refused, String salesforce) {
    Mapping mapping =
        TestMappings.with(
            TestMappings.mapping(
                new TrackBuilder("grade")
                    .salesforce("Lead", "Grade__c")
                    .hubspot("grade")
                    .label("low", "Low", "low", "rank=10")
                    .label("early", "Early", "early", "rank=20", "owner=marketing")
                    .label("middle", "Middle", "shares low", "rank=30")
                    .label("high", "High", "high", "rank=40", "owner=marketing")
                    .refusedEdits(refused)
                    .build(),
                TestMappings.status().build()),
            TestMappings.rule(STATUS, "qualified", GRADE, "middle"));
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    agree(model, GRADE, "low");
    agree(model, STATUS, "working");
    return model
        .show(GRADE, Side.SALESFORCE, salesforce)
        .show(STATUS, Side.SALESFORCE, "Qualified");
  }

  @Test
  void anEditThatIsSetBackGoesAtOnceWhereTheRuleLeads() {
    for (String salesforce : new String[] {"Early", "High"}) {
      PairModel model = edited(RefusedEdits.CORRECT, salesforce);
      model.round();
      assertThat(model.seen(GRADE, Side.SALESFORCE).value()).contains(new RawValue("Middle"));
      assertThat(model.seen(GRADE, Side.HUBSPOT).value()).contains(new RawValue("low"));
      assertThat(model.round()).isZero();
    }
  }

  @Test
  void anEditThatIsHeldStaysAndTheRuleWaits() {
    for (String salesforce : new String[] {"Early", "High"}) {
      PairModel model = edited(RefusedEdits.HOLD, salesforce);
      model.round();
      assertThat(model.seen(GRADE, Side.SALESFORCE).value()).contains(new RawValue(salesforce));
      assertThat(findings(model)).containsExactly(Finding.Code.RULE_WAITS);
      assertThat(model.round()).isZero();
    }
  }

  /** HubSpot's word for where the rule leads is first of all that of a step that cannot be made. */
  @Test
  void aRuleGoesOnThoughWhatItWroteFirstReadsAsAMoveThatCannotBeMade() {
    Mapping noWord = toMiddle("none");
    Mapping inactive = toMiddle("Early");
    Mapping required = toMiddle("Early", "requires=unqualified-reason");
    goesOn(noWord, noWord);
    goesOn(inactive, noWord);
    goesOn(required, required);
  }

  private static void goesOn(Mapping mapping, Mapping offered) {
    for (Side first : Side.values()) {
      for (int step = 0; step < 10; step++) {
        PairModel model = new PairModel(mapping, TestMappings.catalogs(offered));
        agree(model, GRADE, "low");
        agree(model, STATUS, "working");
        model.show(STATUS, Side.SALESFORCE, "Qualified").first = first;
        model.killedAt(step);
        model.round();
        assertThat(model.seen(GRADE, Side.SALESFORCE).value())
            .as("%s first, killed at %d: %s", first, step, model.outcome())
            .contains(new RawValue("Middle"));
        assertThat(model.seen(GRADE, Side.HUBSPOT).value()).contains(new RawValue("early"));
        assertThat(model.decide().tracks().get(GRADE))
            .extracting(d -> d.to())
            .isEqualTo(Optional.of(new Label("middle")));
        assertThat(model.round()).isZero();
      }
    }
  }

  private static Mapping toMiddle(String early, String... options) {
    String[] ranked =
        Stream.concat(Stream.of("rank=20"), Stream.of(options)).toArray(String[]::new);
    TrackBuilder grade =
        new TrackBuilder("grade")
            .salesforce("Lead", "Grade__c")
            .hubspot("grade")
            .label("low", "Low", "low", "rank=10")
            .label("early", early, "early", ranked)
            .label("middle", "Middle", "shares early", "rank=30");
    return TestMappings.with(
        TestMappings.mapping(
            grade.build(), TestMappings.status().build(), TestMappings.reason().build()),
        TestMappings.rule(STATUS, "qualified", GRADE, "middle"));
  }
}
