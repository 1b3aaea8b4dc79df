package io.stagesync.reconcile;

import static io.stagesync.reconcile.TestMappings.REASON;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CompanionsTest {
  private static final Track ORIGIN = new Track("origin");
  private static final Track DETAIL = new Track("detail");

  private static TrackBuilder status(String byDefault) {
    String[] options =
        byDefault.isEmpty()
            ? new String[] {"requires=unqualified-reason"}
            : new String[] {"requires=unqualified-reason", "default=" + byDefault};
    return new TrackBuilder("lead-status")
        .salesforce("Lead", "Status")
        .hubspot("hs_lead_status")
        .label("open", "New", "NEW")
        .label("unqualified", "Closed - Not Converted", "UNQUALIFIED", options);
  }

  /** Salesforce has just said unqualified; the reasons are as given, blank where empty. */
  private static PairModel closed(String byDefault, String salesforce, String hubspot) {
    Mapping mapping =
        TestMappings.mapping(status(byDefault).build(), TestMappings.reason().build());
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    model.show(STATUS, Side.SALESFORCE, "Closed - Not Converted");
    model.show(STATUS, Side.HUBSPOT, "NEW");
    model.show(REASON, Side.SALESFORCE, salesforce).show(REASON, Side.HUBSPOT, hubspot);
    return model.base(
        STATUS,
        new Base(
            new Label("open"),
            Optional.of(new RawValue("New")),
            Optional.of(new RawValue("NEW")),
            Optional.empty(),
            Optional.of(new Label("open")),
            mapping.track(STATUS).fingerprint()));
  }

  private static TrackDecision decided(PairModel model, Track track) {
    return Objects.requireNonNull(model.decide().tracks().get(track));
  }

  /** The reason as a track with ranks, where a step back has to be declared. */
  @Test
  void aStepBackThatNobodyMayMakeIsNotSpreadForBeingNeeded() {
    TrackBuilder reason =
        new TrackBuilder("unqualified-reason")
            .salesforce("Lead", "Unqualified_Reason__c")
            .hubspot("unqualified_reason")
            .label("early", "Early", "early", "rank=10")
            .label("late", "Late", "late", "rank=20");
    Mapping mapping = TestMappings.mapping(status("").build(), reason.build());
    PairModel model = closed("", "Early", "");
    PairModel same = new PairModel(mapping, TestMappings.catalogs(mapping));
    same.show(STATUS, Side.SALESFORCE, "Closed - Not Converted").show(STATUS, Side.HUBSPOT, "NEW");
    same.show(REASON, Side.SALESFORCE, "Early").show(REASON, Side.HUBSPOT, "");
    same.base(STATUS, Objects.requireNonNull(model.bases.get(STATUS)));
    same.base(
        REASON,
        new Base(
            new Label("late"),
            Optional.of(new RawValue("Late")),
            Optional.of(new RawValue("late")),
            Optional.empty(),
            Optional.of(new Label("late")),
            mapping.track(REASON).fingerprint()));
    assertThat(decided(same, STATUS).reason()).isEqualTo(Reason.COMPANION_MISSING);
    assertThat(decided(same, REASON).reason()).isEqualTo(Reason.BACKWARD);
    assertThat(same.round()).isZero();
  }

  @Test
  void ofAReasonThatIsBlankOnBothSidesNothingIsLeftThatADefaultWouldLower() {
    TrackMapping reason =
        new TrackBuilder("unqualified-reason")
            .salesforce("Lead", "Unqualified_Reason__c")
            .hubspot("unqualified_reason")
            .label("early", "Early", "early", "rank=10")
            .label("late", "Late", "late", "rank=20")
            .build();
    Mapping mapping = TestMappings.mapping(status("early").build(), reason);
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    RulesAcrossTracksTest.agree(model, STATUS, "open");
    RulesAcrossTracksTest.agree(model, REASON, "late");
    model.show(STATUS, Side.SALESFORCE, "Closed - Not Converted");
    model.show(REASON, Side.SALESFORCE, "").show(REASON, Side.HUBSPOT, "");
    assertThat(decided(model, REASON).reason()).isEqualTo(Reason.SUPPLIED);
    model.round();
    assertThat(decided(model, REASON).to()).contains(new Label("early"));
    assertThat(model.round()).isZero();
  }

  @Test
  void whatAConvertedLeadsContactWasGivenIsNotTakenBack() {
    TrackMapping reason = TestMappings.reason().clears(Clears.PROPAGATE).build();
    Mapping mapping = TestMappings.mapping(status("not-ready").build(), reason);
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    RulesAcrossTracksTest.agree(model, STATUS, "open");
    RulesAcrossTracksTest.agree(model, REASON, "not-ready");
    model.converted = true;
    model.show(STATUS, Side.SALESFORCE, "Closed - Not Converted");
    model.show(REASON, Side.SALESFORCE, "").show(REASON, Side.HUBSPOT, "");
    // One write alone agrees nothing, and what was agreed before both were blank is no more.
    assertThat(decided(model, REASON).baseWhenWritten()).isEmpty();
    assertThat(model.round()).isEqualTo(2);
    assertThat(decided(model, REASON).reason()).isEqualTo(Reason.CONVERTED_READ_ONLY);
    assertThat(model.round()).isZero();
    assertThat(model.seen(REASON, Side.HUBSPOT).value()).contains(new RawValue("not_ready"));
  }

  @Test
  void aReasonThatIsThereSatisfies() {
    PairModel model = closed("", "Not ready", "not_ready");
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.MOVED);
    assertThat(decided(model, REASON).reason()).isEqualTo(Reason.AGREED);
  }

  @Test
  void aReasonThatTheMappingDoesNotKnowSatisfies() {
    PairModel model = closed("", "Not ready", "gone fishing");
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.MOVED);
    assertThat(decided(model, REASON).reason()).isEqualTo(Reason.UNMAPPED_VALUE);
  }

  @Test
  void aBlankReasonIsSuppliedFromTheOtherSideInTheSameCall() {
    PairModel model = closed("", "Not a fit", "");
    assertThat(DecisionRow.shown(decided(model, STATUS).writes()))
        .isEqualTo("hubspot: UNQUALIFIED");
    assertThat(DecisionRow.shown(decided(model, REASON).writes())).isEqualTo("hubspot: not_a_fit");
    model.round();
    assertThat(decided(model, REASON).to()).contains(new Label("not-a-fit"));
    assertThat(model.round()).isZero();
  }

  @Test
  void theFilesDefaultGoesToBothSides() {
    PairModel model = closed("not-ready", "", "");
    TrackDecision reason = decided(model, REASON);
    assertThat(reason.reason()).isEqualTo(Reason.SUPPLIED);
    assertThat(DecisionRow.shown(reason.writes()))
        .isEqualTo("salesforce: Not ready; hubspot: not_ready");
    assertThat(reason.why())
        .isEqualTo("unqualified requires a value here: not-ready, the file's default.");
    model.round();
    assertThat(decided(model, REASON).to()).contains(new Label("not-ready"));
    assertThat(model.round()).isZero();
  }

  @Test
  void aDefaultForAConvertedLeadGoesToHubspotAlone() {
    PairModel model = closed("not-ready", "", "");
    model.converted = true;
    assertThat(DecisionRow.shown(decided(model, REASON).writes())).isEqualTo("hubspot: not_ready");
  }

  @Test
  void withoutAReasonThePushIsHeld() {
    TrackDecision status = decided(closed("", "", ""), STATUS);
    assertThat(status.reason()).isEqualTo(Reason.COMPANION_MISSING);
    assertThat(status.writes()).isEmpty();
    assertThat(status.release())
        .isEqualTo(
            "Fill unqualified-reason on either side, or give it a default in standard.yaml.");
  }

  @Test
  void anUnknownReasonIsNotSpreadNorReplacedByTheDefault() {
    PairModel model = closed("not-ready", "gone fishing", "");
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.COMPANION_MISSING);
    assertThat(decided(model, REASON).writes()).isEmpty();
  }

  @Test
  void anUnreadableReasonIsNoBlank() {
    PairModel model = closed("not-ready", "Not ready", "");
    model.on(Side.HUBSPOT).put(REASON, Observation.of(Observation.Kind.UNREADABLE));
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.COMPANION_MISSING);
  }

  @Test
  void aKillBetweenAnyTwoStepsChangesNothingInTheEnd() {
    int kills = 0;
    for (String byDefault : new String[] {"", "not-ready"}) {
      for (String a : new String[] {"", "Not ready", "Not a fit", "gone fishing"}) {
        for (String b : new String[] {"", "not_ready", "not_a_fit", "gone fishing"}) {
          Supplier<PairModel> fresh = () -> closed(byDefault, a, b);
          PairModel whole = fresh.get();
          whole.round();
          assertThat(whole.round()).isZero();
          for (Side first : Side.values()) {
            for (int step = 0; step < 10; step++) {
              PairModel killed = fresh.get();
              killed.first = first;
              if (!killed.killedAt(step)) {
                break;
              }
              kills++;
              killed.round();
              assertThat(killed.outcome()).as("step " + step).isEqualTo(whole.outcome());
              assertThat(killed.round()).isZero();
            }
          }
        }
      }
    }
    assertThat(kills).isGreaterThan(60);
  }

  @Test
  void whatALabelOfARuleRequiresFiresRulesInTheSameSync() {
    Mapping mapping =
        TestMappings.with(
            TestMappings.mapping(
                origin(), status("not-ready").build(), TestMappings.reason().build()),
            TestMappings.ruleIf(ORIGIN, "import", STATUS, "unqualified", "open"),
            TestMappings.rule(REASON, "not-ready", ORIGIN, "list"));
    PairModel model = imported(mapping);
    RulesAcrossTracksTest.agree(model, REASON, "not-a-fit");
    model.show(REASON, Side.SALESFORCE, "").show(REASON, Side.HUBSPOT, "");
    assertThat(decided(model, REASON).reason()).isEqualTo(Reason.SUPPLIED);
    assertThat(decided(model, ORIGIN).to()).contains(new Label("list"));
  }

  /** The reason was cleared in HubSpot, and the clear is taken back because it is required. */
  @Test
  void aRuleLeadsOnFromWhatWasSuppliedInTheSameSync() {
    for (boolean reasonFirst : new boolean[] {true, false}) {
      PairModel model =
          imported(
              withReason(
                  reasonFirst,
                  TestMappings.ruleIf(ORIGIN, "import", STATUS, "unqualified", "open"),
                  TestMappings.ruleIf(STATUS, "unqualified", REASON, "not-a-fit", "not-ready")));
      RulesAcrossTracksTest.agree(model, REASON, "not-ready");
      model.show(REASON, Side.HUBSPOT, "");
      assertThat(decided(model, STATUS).to()).contains(new Label("unqualified"));
      becomesNotAFit(model);
    }
  }

  @Test
  void aRuleFillsWhatIsRequiredWhereverItsTrackStandsInTheFile() {
    for (boolean reasonFirst : new boolean[] {true, false}) {
      becomesNotAFit(
          imported(
              withReason(
                  reasonFirst,
                  TestMappings.ruleIf(ORIGIN, "import", STATUS, "unqualified", "open"),
                  TestMappings.ruleIf(ORIGIN, "import", REASON, "not-a-fit", ""))));
    }
  }

  private static Mapping withReason(boolean first, Rule... rules) {
    TrackMapping reason = TestMappings.reason().clears(Clears.PROPAGATE).build();
    TrackMapping status = status("not-ready").build();
    return TestMappings.with(
        first
            ? TestMappings.mapping(origin(), reason, status)
            : TestMappings.mapping(origin(), status, reason),
        rules);
  }

  private static void becomesNotAFit(PairModel model) {
    assertThat(DecisionRow.shown(decided(model, REASON).writes()))
        .isEqualTo("salesforce: Not a fit; hubspot: not_a_fit");
    model.round();
    assertThat(decided(model, REASON).to()).contains(new Label("not-a-fit"));
    assertThat(model.round()).isZero();
  }

  /** The reason requires a detail; it is blank in HubSpot for the first time, or was cleared. */
  @Test
  void whatIsRequiredMayRequireSomethingItself() {
    for (boolean statusFirst : new boolean[] {true, false}) {
      for (boolean cleared : new boolean[] {true, false}) {
        PairModel model = detailed(statusFirst, cleared).show(DETAIL, Side.SALESFORCE, "Long");
        assertThat(model.round()).isEqualTo(3);
        assertThat(model.seen(STATUS, Side.HUBSPOT).value()).contains(new RawValue("UNQUALIFIED"));
        assertThat(model.seen(REASON, Side.HUBSPOT).value()).contains(new RawValue("not_ready"));
        assertThat(model.seen(DETAIL, Side.HUBSPOT).value()).contains(new RawValue("long"));
        assertThat(model.round()).isZero();
      }
    }
  }

  @Test
  void aPushWaitsWhereWhatItRequiresLacksACompanionItself() {
    for (boolean statusFirst : new boolean[] {true, false}) {
      for (boolean cleared : new boolean[] {true, false}) {
        PairModel model = detailed(statusFirst, cleared);
        assertThat(decided(model, STATUS).reason())
            .as("%s %s", statusFirst, cleared)
            .isEqualTo(Reason.COMPANION_MISSING);
        model.round();
        assertThat(model.seen(STATUS, Side.HUBSPOT).value()).contains(new RawValue("NEW"));
        assertThat(model.seen(REASON, Side.HUBSPOT).value()).isEmpty();
      }
    }
  }

  private static PairModel detailed(boolean statusFirst, boolean cleared) {
    TrackMapping reason =
        new TrackBuilder("unqualified-reason")
            .salesforce("Lead", "Unqualified_Reason__c")
            .hubspot("unqualified_reason")
            .label("not-ready", "Not ready", "not_ready", "requires=detail")
            .clears(Clears.PROPAGATE)
            .build();
    TrackMapping detail =
        new TrackBuilder("detail")
            .salesforce("Lead", "Detail__c")
            .hubspot("detail")
            .label("long", "Long", "long")
            .build();
    TrackMapping status = status("").build();
    Mapping mapping =
        statusFirst
            ? TestMappings.mapping(status, reason, detail)
            : TestMappings.mapping(detail, reason, status);
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    RulesAcrossTracksTest.agree(model, STATUS, "open");
    if (cleared) {
      RulesAcrossTracksTest.agree(model, REASON, "not-ready");
    }
    return model
        .show(STATUS, Side.SALESFORCE, "Closed - Not Converted")
        .show(REASON, Side.SALESFORCE, "Not ready")
        .show(REASON, Side.HUBSPOT, "");
  }

  @Test
  void nothingIsSuppliedForALabelFromWhichARuleLeadsOn() {
    TrackMapping status = status("not-ready").label("customer", "Customer", "CUSTOMER").build();
    Mapping mapping =
        TestMappings.with(
            TestMappings.mapping(origin(), status, TestMappings.reason().build()),
            TestMappings.ruleIf(ORIGIN, "import", STATUS, "customer", "unqualified"));
    PairModel model = imported(mapping).show(STATUS, Side.SALESFORCE, "Closed - Not Converted");
    model.round();
    assertThat(model.seen(STATUS, Side.HUBSPOT).value()).contains(new RawValue("CUSTOMER"));
    assertThat(model.seen(REASON, Side.SALESFORCE).value()).isEmpty();
    assertThat(model.seen(REASON, Side.HUBSPOT).value()).isEmpty();
    assertThat(model.round()).isZero();
  }

  private static TrackMapping origin() {
    return new TrackBuilder("origin")
        .salesforce("Lead", "Origin__c")
        .hubspot("origin")
        .label("web", "Web", "web", "rank=10")
        .label("import", "Import", "import", "rank=20")
        .label("list", "List", "list", "rank=30")
        .build();
  }

  /** Agreed on open and web; somebody has just set the origin to import. */
  private static PairModel imported(Mapping mapping) {
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    RulesAcrossTracksTest.agree(model, ORIGIN, "web");
    RulesAcrossTracksTest.agree(model, STATUS, "open");
    return model.show(ORIGIN, Side.SALESFORCE, "Import");
  }
}
