package io.stagesync.drift;

import static io.stagesync.drift.Weight.BREAKING;
import static io.stagesync.drift.Weight.HARMLESS;
import static io.stagesync.drift.Weight.NOTABLE;
import static io.stagesync.reconcile.TestMappings.STAGE;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.Direction;
import io.stagesync.reconcile.TestMappings;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.Side;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What becomes of fields as a whole, and what each change weighs. */
class DriftOfFieldsTest extends DriftFixture {
  @Test
  void anotherDefaultIsNamed() {
    var drift =
        drift(
            LEAD_STATUS,
            f -> {
              f.byDefault = Optional.of(raw("New"));
              return f;
            });
    assertThat(said(drift))
        .containsExactly(
            "HARMLESS DEFAULT Salesforce Lead.Status: the default of a new record was blank and is \"New\"");
  }

  @Test
  void anotherOrderMattersWhereItDecidesWhatIsBackward() {
    UnaryOperator<Edited> turned =
        f -> {
          f.values.add(f.values.remove(0));
          return f;
        };
    assertThat(drift(LEAD_STATUS, turned).changes().get(0).weight()).isEqualTo(HARMLESS);
    assertThat(drift(LIFECYCLE, turned).changes().get(0).weight()).isEqualTo(NOTABLE);
  }

  @Test
  void aRecordTypeThatOffersAWordNoMoreIsNamed() {
    var drift =
        drift(
            LEAD_STATUS,
            f -> {
              var fewer = new HashSet<>(f.offered.get(TestMappings.PARTNER));
              fewer.remove(raw("Partner Working"));
              f.offered.put(TestMappings.PARTNER, fewer);
              return f;
            });
    assertThat(said(drift))
        .containsExactly(
            "NOTABLE OFFER Salesforce Lead.Status: record type Partner does not offer \"Partner"
                + " Working\" any more");
  }

  @Test
  void aFieldThatVanishesBreaksItsTrackAlone() {
    var without =
        new Catalog(
            Side.HUBSPOT,
            Map.of(CONTACT_STATUS, approved.hubspot().fields().get(CONTACT_STATUS)),
            Set.of());
    var drift =
        Drift.between(
            mapping,
            new Drift.Words(approved.salesforce(), approved.hubspot()),
            new Drift.Words(approved.salesforce(), without));
    assertThat(said(drift))
        .containsExactly(
            "BREAKING FIELD_GONE HubSpot contact.lifecyclestage: the field is gone, or our user may"
                + " not see it any more");
    assertThat(drift.paused()).containsOnlyKeys(STAGE);
  }

  @Test
  void anotherTypeBreaks() {
    var drift =
        drift(
            LEAD_STATUS,
            f -> f,
            f -> {
              f.type = "string";
              return f;
            },
            TestMappings.CONVERTED);
    assertThat(said(drift))
        .containsExactly(
            "BREAKING TYPE Salesforce Lead.Status: the field's type was picklist and is string");
  }

  @Test
  void rightsThatAreLostBreakWhereTheTrackWrites() {
    UnaryOperator<Edited> lost =
        f -> {
          f.writable = false;
          return f;
        };
    assertThat(drift(CONTACT_STATUS, lost).changes().get(0).weight()).isEqualTo(BREAKING);
    mapping = TestMappings.mapping(status(Direction.TO_SALESFORCE, Clears.REFILL));
    var oneWay = drift(CONTACT_STATUS, lost);
    assertThat(oneWay.changes().get(0).weight()).isEqualTo(HARMLESS);
    assertThat(oneWay.paused()).isEmpty();
  }

  @Test
  void aFieldThatMayNotBeBlankBreaksWhereClearsArePropagated() {
    UnaryOperator<Edited> required =
        f -> {
          f.clearable = false;
          return f;
        };
    assertThat(drift(CONTACT_STATUS, required).changes().get(0).weight()).isEqualTo(NOTABLE);
    mapping = TestMappings.mapping(status(Direction.TO_HUBSPOT, Clears.PROPAGATE));
    assertThat(drift(CONTACT_STATUS, required).changes().get(0).weight()).isEqualTo(BREAKING);
  }

  @Test
  void historyThatIsNotKeptAnyMoreIsWorthALook() {
    var drift =
        drift(
            LEAD_STATUS,
            f -> {
              f.history = false;
              return f;
            });
    assertThat(said(drift))
        .containsExactly(
            "NOTABLE HISTORY Salesforce Lead.Status: its history is not kept any more");
  }

  @Test
  void whatWasNeverApprovedIsNotComparedAndPausesAllTheSameWhereItDoesNotFit() {
    var nothing = new Drift.Words(none(Side.SALESFORCE), none(Side.HUBSPOT));
    var now = drift(LEAD_STATUS, f -> f.remove("Qualified"));
    var second =
        TestMappings.with(
            approved,
            LEAD_STATUS,
            new Edited(approved.salesforce().field(LEAD_STATUS).orElseThrow())
                .remove("Qualified")
                .done());
    var drift =
        Drift.between(mapping, nothing, new Drift.Words(second.salesforce(), second.hubspot()));
    assertThat(drift.changes()).isEmpty();
    assertThat(drift.misfits()).isEqualTo(now.misfits());
    assertThat(drift.paused().get(STATUS)).startsWith("the label `qualified` says `Qualified`");
  }
}
