package io.stagesync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two sides that are set back come to the base, whichever of them is written first. */
class CorrectionOrderTest {

  /** Salesforce has one word for the last and the first label; HubSpot has none for the first. */
  private static TrackMapping track() {
    return new TrackBuilder("lead-stage")
        .salesforce("Lead", "Lead_Stage__c")
        .hubspot("stage")
        .refusedEdits(RefusedEdits.CORRECT)
        .label("early", "Early", "none", "rank=10")
        .label("middle", "Middle", "middle", "rank=20")
        .label("late", "shares early", "late", "rank=30")
        .build();
  }

  @Test
  void whatARefusedEditIsSetBackToAgreesWithNoBlankBesideIt() {
    TrackMapping track = track();
    Mapping mapping = TestMappings.mapping(track);
    for (Side first : Side.values()) {
      PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
      model.first = first;
      model.base(
          track.track(),
          new Base(
              new Label("late"),
              Optional.of(new RawValue("Early")),
              Optional.of(new RawValue("late")),
              Optional.empty(),
              Optional.of(new Label("late")),
              track.fingerprint()));
      model.show(track.track(), Side.SALESFORCE, "Middle").show(track.track(), Side.HUBSPOT, "");
      assertThat(Objects.requireNonNull(model.decide().tracks().get(track.track())).reason())
          .isEqualTo(Reason.CORRECTED);
      for (int i = 0; i < 4; i++) {
        model.round();
      }
      assertThat(model.round()).isZero();
      assertThat(model.outcome())
          .as("%s first", first)
          .isEqualTo("lead-stage: Early / late AGREED late base late/Optional[late]; ");
    }
  }

  /** HubSpot's word for the refused label could mean another one, and so could Salesforce's. */
  @Test
  void whatFillsABlankAgreesWithNothingThatTheRefusedSideCouldMean() {
    TrackMapping track =
        new TrackBuilder("lead-stage")
            .salesforce("Lead", "Lead_Stage__c")
            .hubspot("stage")
            .refusedEdits(RefusedEdits.CORRECT)
            .label("early", "Early", "early", "rank=10")
            .label("middle", "Middle", "shares early", "rank=20")
            .label("late", "shares middle", "late", "rank=30")
            .build();
    Mapping mapping = TestMappings.mapping(track);
    for (Side first : Side.values()) {
      PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
      model.first = first;
      model.base(
          track.track(),
          new Base(
              new Label("late"),
              Optional.of(new RawValue("Middle")),
              Optional.of(new RawValue("late")),
              Optional.empty(),
              Optional.of(new Label("late")),
              track.fingerprint()));
      model.show(track.track(), Side.SALESFORCE, "").show(track.track(), Side.HUBSPOT, "early");
      for (int i = 0; i < 4; i++) {
        model.round();
      }
      assertThat(model.outcome())
          .as("%s first", first)
          .isEqualTo("lead-stage: Middle / late AGREED late base late/Optional[late]; ");
    }
  }
}
