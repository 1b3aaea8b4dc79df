package io.stagesync.reconcile;

import static io.stagesync.reconcile.TestMappings.STAGE;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Fingerprint;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a decision leaves behind for the next one, and what it says to people. */
class WhatIsRememberedTest {

  private static PairModel at(TrackMapping track, String base, String salesforce, String hubspot) {
    return at(TestMappings.mapping(track), track.track(), base, salesforce, hubspot);
  }

  private static PairModel at(
      Mapping mapping, Track track, String base, String salesforce, String hubspot) {
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    model.show(track, Side.SALESFORCE, salesforce).show(track, Side.HUBSPOT, hubspot);
    if (!base.isEmpty()) {
      Label label = new Label(base);
      model.base(
          track,
          new Base(
              label,
              word(model, track, Side.SALESFORCE, label),
              word(model, track, Side.HUBSPOT, label),
              Optional.empty(),
              Optional.of(label),
              mapping.track(track).fingerprint()));
    }
    return model;
  }

  private static Optional<RawValue> word(PairModel m, Track track, Side side, Label label) {
    return ValueTable.of(m.mapping.track(track), side, Optional.empty(), m.catalogs.on(side))
        .written(label)
        .stream()
        .findFirst();
  }

  private static TrackDecision decided(PairModel model, Track track) {
    return Objects.requireNonNull(model.decide().tracks().get(track));
  }

  @Test
  void aMoveIsToldInPlainWords() {
    TrackDecision decision =
        decided(at(TestMappings.stage().build(), "lead", "Lead", "marketingqualifiedlead"), STAGE);
    assertThat(decision.why())
        .isEqualTo(
            "HubSpot moved from lead to mql (\"marketingqualifiedlead\"); Salesforce still says"
                + " \"Lead\" and follows.");
    assertThat(decision.from()).contains(new Label("lead"));
  }

  @Test
  void aWayBackNamesItsLine() {
    TrackDecision decision =
        decided(
            at(TestMappings.stage().build(), "sql", "Marketing ready lead", "salesqualifiedlead"),
            STAGE);
    assertThat(decision.why()).contains("declared in standard.yaml:40: Recycled.");
  }

  @Test
  void aWayBackNamesTheLineOfTheTeamThatWentIt() {
    TrackMapping track =
        TestMappings.stage().back("lead", "sales", "sql").back("lead", "marketing", "sql").build();
    assertThat(decided(at(track, "sql", "Lead", "salesqualifiedlead"), STAGE).why())
        .contains("declared in standard.yaml:42: Recycled.");
    assertThat(decided(at(track, "sql", "Sales qualified lead", "lead"), STAGE).why())
        .contains("declared in standard.yaml:43: Recycled.");
  }

  @Test
  void aHoldSaysWhatReleasesIt() {
    TrackDecision decision =
        decided(
            at(
                TestMappings.stage().build(),
                "mql",
                "Marketing qualified lead",
                "salesqualifiedlead"),
            STAGE);
    assertThat(decision.why())
        .isEqualTo(
            "HubSpot moved from mql to sql (\"salesqualifiedlead\"). Only sales, in Salesforce,"
                + " moves anybody there.");
    assertThat(decision.release())
        .isEqualTo(
            "Make the same edit in Salesforce, or set HubSpot back to mql. Or set both sides"
                + " to what is right.");
  }

  @Test
  void aConflictOfTimesAsksForTheHistoriesOnlyWhereTheyAreKeptAndNotKnownYet() {
    PairModel model = at(TestMappings.status().build(), "open", "Qualified", "IN_PROGRESS");
    assertThat(decided(model, STATUS).wantsHistory()).isTrue();
    ChangeWindow exact = new ChangeWindow(Instant.EPOCH, Instant.EPOCH, true);
    for (Side side : Side.values()) {
      model.on(side).put(STATUS, model.seen(STATUS, side).changed(exact));
    }
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.CONFLICT);
    assertThat(decided(model, STATUS).wantsHistory()).isFalse();
    PairModel review =
        at(
            TestMappings.status().conflict(ConflictRule.REVIEW).build(),
            "open",
            "Qualified",
            "IN_PROGRESS");
    assertThat(decided(review, STATUS).wantsHistory()).isFalse();
  }

  @Test
  void aBlankThatSettlesIsRememberedAndLookedAtAgain() {
    PairModel model = at(TestMappings.stage().build(), "mql", "Marketing qualified lead", "");
    model.run = 7;
    TrackDecision decision = decided(model, STAGE);
    assertThat(decision.again()).isTrue();
    assertThat(decision.memory().blankSeenInRun()).isEqualTo(7);
    model.round();
    model.show(STAGE, Side.HUBSPOT, "marketingqualifiedlead");
    assertThat(decided(model, STAGE).memory().blankSeenInRun()).isZero();
  }

  @Test
  void aRefusalIsForgottenWhenTheOrderOfOptionsChanges() {
    PairModel model =
        at(TestMappings.stage().build(), "sql", "Marketing ready lead", "salesqualifiedlead");
    TrackMapping track = model.mapping.track(STAGE);
    Memory.Seen refused =
        Memory.Seen.of(
            track, model.catalogs, Objects.requireNonNull(model.view().tracks().get(STAGE)));
    model.memories.put(
        STAGE, remembering(Optional.of(refused), Optional.empty(), Optional.empty()));
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.REFUSED_BY_TARGET);
    assertThat(decided(model, STAGE).memory().refused()).contains(refused);

    FieldName name = track.field(Side.HUBSPOT).orElseThrow();
    FieldCatalog field = model.catalogs.hubspot().field(name).orElseThrow();
    List<RawValue> reversed = new ArrayList<>(field.values());
    Collections.reverse(reversed);
    Catalogs changed =
        TestMappings.with(
            model.catalogs,
            name,
            new FieldCatalog(
                true, true, true, true, reversed, field.offered(), field.displayLabels()));
    TrackDecision again =
        Objects.requireNonNull(
            Reconciler.decide(model.mapping, changed, model.view()).tracks().get(STAGE));
    assertThat(again.reason()).isEqualTo(Reason.MOVED);
    assertThat(again.memory().refused()).isEmpty();
  }

  private static Memory remembering(
      Optional<Memory.Seen> refused, Optional<RawValue> clear, Optional<Memory.Choice> choice) {
    return new Memory(Optional.empty(), refused, 0, clear, choice, Optional.empty());
  }

  @Test
  void aChoiceIsForgottenWhenAValueChanges() {
    PairModel model = at(TestMappings.stage().build(), "mql", "Lead", "salesqualifiedlead");
    Memory.Choice choice =
        new Memory.Choice(
            Side.HUBSPOT,
            Optional.of(new RawValue("Lead")),
            Optional.of(new RawValue("salesqualifiedlead")));
    model.memories.put(STAGE, remembering(Optional.empty(), Optional.empty(), Optional.of(choice)));
    assertThat(decided(model, STAGE).memory().choice()).contains(choice);
    model.round();
    assertThat(model.seen(STAGE, Side.SALESFORCE).value())
        .contains(new RawValue("Sales qualified lead"));
    assertThat(model.memory(STAGE).choice()).isEmpty();
  }

  @Test
  void anOpenClearIsForgottenOnceTheFieldShowsAValue() {
    PairModel model = at(TestMappings.stage().build(), "sql", "Sales qualified lead", "");
    model.memories.put(
        STAGE,
        remembering(
            Optional.empty(), Optional.of(new RawValue("salesqualifiedlead")), Optional.empty()));
    assertThat(decided(model, STAGE).writes())
        .containsExactly(
            new FieldWrite(
                model.mapping.track(STAGE).field(Side.HUBSPOT).orElseThrow(),
                Optional.empty(),
                Optional.of(new RawValue("salesqualifiedlead")),
                false));
    model.round();
    assertThat(model.memory(STAGE).openClear()).isEmpty();
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.AGREED);
  }

  @Test
  void aChangedMappingWaitsUntilItIsApprovedOnce() {
    TrackMapping before = TestMappings.stage().build();
    PairModel old = at(before, "lead", "Lead", "lead");
    old.round();
    TrackMapping after =
        new TrackBuilder("lead-stage")
            .salesforce("Lead", "Lead_Stage__c")
            .hubspot("lifecyclestage")
            .label("lead", "Lead", "subscriber", "rank=10")
            .label("mql", "Marketing qualified lead", "lead", "rank=20")
            .fingerprint("f2")
            .build();
    PairModel model = at(after, "", "Lead", "lead");
    model.bases.putAll(old.bases);
    model.memories.putAll(old.memories);
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.MAPPING_CHANGED);
    assertThat(decided(model, STAGE).why())
        .isEqualTo(
            "The mapping has changed since this pair was decided. standard.yaml now calls HubSpot's"
                + " \"lead\" mql; both last agreed on lead; Salesforce still says \"Lead\" and"
                + " follows.");
    model.round();
    model.round();
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.MAPPING_CHANGED);
    Memory m = model.memory(STAGE);
    model.memories.put(
        STAGE,
        new Memory(
            m.lastDecided(),
            m.refused(),
            0,
            m.openClear(),
            m.choice(),
            Optional.of(new Fingerprint("f2"))));
    assertThat(model.round()).isEqualTo(1);
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.AGREED);
    assertThat(model.memory(STAGE).approvedMapping()).isEmpty();
  }

  @Test
  void aValueOutsideTheRecordTypesProcessIsReportedAndNotRewritten() {
    PairModel model = at(TestMappings.status().build(), "working", "Legal Review", "IN_PROGRESS");
    model.recordType = Optional.of(TestMappings.PARTNER);
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.AGREED);
    assertThat(model.decide().findings())
        .extracting(PairDecision.Finding::code)
        .containsExactly(PairDecision.Finding.Code.VALUE_OUTSIDE_PROCESS);
  }

  /** A lead's own field is dead by then and may well be blank. */
  @Test
  void aStageThatIsPutBackForAConvertedPersonIsRememberedUntilItIsWritten() {
    Mapping upsell =
        TestMappings.with(
            TestMappings.mapping(TestMappings.stage().build()),
            TestMappings.conversion(RefusedEdits.HOLD));
    Mapping silent =
        TestMappings.with(
            TestMappings.mapping(TestMappings.stage().build()),
            new Conversion(
                STAGE, Map.of(Evidence.OPEN, new Label("opportunity")), RefusedEdits.HOLD));
    for (Mapping mapping : List.of(upsell, silent)) {
      for (int step = 0; step < 5; step++) {
        PairModel model = at(mapping, STAGE, "customer", "", "");
        model.converted = true;
        model.evidence = Evidence.LOST;
        model.killedAt(step);
        model.round();
        assertThat(model.seen(STAGE, Side.HUBSPOT).value())
            .as("killed at %d: %s", step, model.outcome())
            .contains(new RawValue("customer"));
        assertThat(model.round()).isZero();
      }
    }
  }
}
