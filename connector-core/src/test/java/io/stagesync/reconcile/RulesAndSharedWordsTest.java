package io.stagesync.reconcile;

import static io.stagesync.reconcile.RulesAcrossTracksTest.agree;
import static io.stagesync.reconcile.RulesAcrossTracksTest.findings;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
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
}
