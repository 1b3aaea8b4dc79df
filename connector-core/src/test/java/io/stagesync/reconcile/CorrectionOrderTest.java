package io.stagesync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two sides that are set back come to the base, whichever of them is written first. */
class CorrectionOrderTest {
  private static final Track STAGE = new Track("lead-stage");

  /** Salesforce has one word for the last and the first label; HubSpot has none for the first. */
  private static TrackMapping track() {
    return corrected()
        .label("early", "Early", "none", "rank=10")
        .label("middle", "Middle", "middle", "rank=20")
        .label("late", "shares early", "late", "rank=30")
        .build();
  }

  @Test
  void whatARefusedEditIsSetBackToAgreesWithNoBlankBesideIt() {
    for (Side first : Side.values()) {
      PairModel model = onLate(track(), "Early", first);
      model.show(STAGE, Side.SALESFORCE, "Middle").show(STAGE, Side.HUBSPOT, "");
      assertThat(Objects.requireNonNull(model.decide().tracks().get(STAGE)).reason())
          .isEqualTo(Reason.CORRECTED);
      assertThat(settled(model))
          .as("%s first", first)
          .isEqualTo("lead-stage: Early / late AGREED late base late/Optional[late]; ");
    }
  }

  /** HubSpot's word for the refused label could mean another one, and so could Salesforce's. */
  @Test
  void whatFillsABlankAgreesWithNothingThatTheRefusedSideCouldMean() {
    TrackMapping track =
        corrected()
            .label("early", "Early", "early", "rank=10")
            .label("middle", "Middle", "shares early", "rank=20")
            .label("late", "shares middle", "late", "rank=30")
            .build();
    for (Side first : Side.values()) {
      PairModel model = onLate(track, "Middle", first);
      model.show(STAGE, Side.SALESFORCE, "").show(STAGE, Side.HUBSPOT, "early");
      assertThat(settled(model))
          .as("%s first", first)
          .isEqualTo("lead-stage: Middle / late AGREED late base late/Optional[late]; ");
    }
  }

  /** HubSpot has one word for the last and the first label, and Salesforce is read-only. */
  @Test
  void aConvertedLeadAgreesOnNoRefusedEditByWhatItsContactWouldBeSetBackTo() {
    TrackMapping track =
        corrected()
            .label("early", "Early", "late", "rank=10")
            .label("middle", "Middle", "middle", "rank=20")
            .label("late", "Late", "shares early", "rank=30")
            .build();
    PairModel model = onLate(track, "Late", Side.HUBSPOT);
    model.converted = true;
    model.show(STAGE, Side.SALESFORCE, "Early").show(STAGE, Side.HUBSPOT, "");
    assertThat(model.round()).isZero();
    assertThat(model.outcome())
        .isEqualTo("lead-stage: Early / - BACKWARD - base late/Optional[late]; ");
  }

  private static TrackBuilder corrected() {
    return new TrackBuilder(STAGE.name())
        .salesforce("Lead", "Lead_Stage__c")
        .hubspot("stage")
        .refusedEdits(RefusedEdits.CORRECT);
  }

  /** A pair that agreed on {@code late}, of which one side is written first. */
  private static PairModel onLate(TrackMapping track, String salesforce, Side first) {
    Mapping mapping = TestMappings.mapping(track);
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    model.first = first;
    model.base(
        STAGE,
        new Base(
            new Label("late"),
            Optional.of(new RawValue(salesforce)),
            Optional.of(new RawValue("late")),
            Optional.empty(),
            Optional.of(new Label("late")),
            track.fingerprint()));
    return model;
  }

  /** What a pair comes to, once a round writes nothing. */
  private static String settled(PairModel model) {
    for (int i = 0; i < 4; i++) {
      model.round();
    }
    assertThat(model.round()).isZero();
    return model.outcome();
  }
}
