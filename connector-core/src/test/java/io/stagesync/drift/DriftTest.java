package io.stagesync.drift;

import static io.stagesync.drift.Change.Kind;
import static io.stagesync.drift.Weight.BREAKING;
import static io.stagesync.drift.Weight.HARMLESS;
import static io.stagesync.drift.Weight.NOTABLE;
import static io.stagesync.reconcile.TestMappings.STAGE;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.Direction;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.TestMappings;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What each kind of change is called and what it weighs. */
class DriftTest {
  private static final FieldName LEAD_STATUS = new FieldName(Side.SALESFORCE, "Lead", "Status");
  private static final FieldName LIFECYCLE = new FieldName(Side.HUBSPOT, "contact", "lifecyclestage");
  private static final FieldName CONTACT_STATUS = new FieldName(Side.HUBSPOT, "contact", "hs_lead_status");

  private Mapping mapping =
      TestMappings.mapping(TestMappings.stage().build(), TestMappings.status().build());
  private final Catalogs approved = TestMappings.catalogs(mapping);

  /** A field under change. */
  private static final class Edited {
    boolean writable;
    boolean clearable;
    boolean history;
    List<RawValue> values;
    Map<RecordType, Set<RawValue>> offered;
    Map<RawValue, String> labels;
    String type = "picklist";
    Optional<RawValue> byDefault;
    Set<RawValue> inactive;
    final boolean forwardOnly;

    Edited(FieldCatalog f) {
      writable = f.writable();
      clearable = f.clearable();
      history = f.keepsHistory();
      values = new ArrayList<>(f.values());
      offered = new HashMap<>(f.offered());
      labels = new LinkedHashMap<>(f.displayLabels());
      byDefault = f.shape().byDefault();
      inactive = new HashSet<>(f.shape().inactive());
      forwardOnly = f.forwardOnly();
    }

    Edited rename(String old, String now) {
      values.replaceAll(v -> v.text().equals(old) ? new RawValue(now) : v);
      return this;
    }

    Edited remove(String old) {
      values.remove(new RawValue(old));
      return this;
    }

    FieldCatalog done() {
      return new FieldCatalog(
          writable, clearable, history, forwardOnly, values, offered, labels,
          new FieldShape(type, true, byDefault, inactive));
    }
  }

  private Drift drift(FieldName field, UnaryOperator<Edited> edit) {
    return drift(field, f -> f, edit, approved.salesforce().convertedStatuses());
  }

  private Drift drift(
      FieldName field, UnaryOperator<Edited> before, UnaryOperator<Edited> edit, Set<RawValue> converted) {
    var was = before.apply(new Edited(approved.on(field.side()).field(field).orElseThrow())).done();
    var is = edit.apply(new Edited(was)).done();
    var first = TestMappings.with(approved, field, was);
    var second = TestMappings.with(approved, field, is);
    var salesforce = new Catalog(Side.SALESFORCE, second.salesforce().fields(), converted);
    return Drift.between(
        mapping,
        new Drift.Words(first.salesforce(), first.hubspot()),
        new Drift.Words(salesforce, second.hubspot()));
  }

  /** Says a drift in lines: weight, kind, where and what. */
  private static List<String> said(Drift drift) {
    return drift.changes().stream()
        .map(c -> c.weight() + " " + c.kind() + " " + c.sentence())
        .toList();
  }

  private static RawValue raw(String text) {
    return new RawValue(text);
  }

  @Test
  void nothingChangedIsNoDrift() {
    var same = drift(LEAD_STATUS, f -> f);
    assertThat(same.changes()).isEmpty();
    assertThat(same.misfits()).isEmpty();
    assertThat(same.paused()).isEmpty();
  }

  @Test
  void aWordThatIsRenamedBreaksItsTrackAndIsMarkedAsAGuess() {
    var drift = drift(LEAD_STATUS, f -> f.rename("Qualified", "Sales Qualified"));
    assertThat(said(drift))
        .containsExactly(
            "BREAKING RENAMED Salesforce Lead.Status: API name \"Qualified\" -> \"Sales Qualified\""
                + " (label also changed), as it seems: it stands in the same place");
    var change = drift.changes().get(0);
    assertThat(change.was()).contains(raw("Qualified"));
    assertThat(change.now()).contains(raw("Sales Qualified"));
    assertThat(change.hint()).contains(Hint.PLACE);
    assertThat(drift.paused()).containsOnlyKeys(STATUS);
    assertThat(drift.paused().get(STATUS)).contains("\"Qualified\" -> \"Sales Qualified\"");
    assertThat(drift.misfits()).hasSize(1);
  }

  @Test
  void anApiNameThatChangesUnderItsLabelIsKnownByTheLabelWhereverItStands() {
    var drift =
        drift(
            LEAD_STATUS,
            f -> {
              f.labels.put(raw("Qualified"), "Qualified by sales");
              return f;
            },
            f -> {
              f.remove("Qualified").values.add(raw("Sales Qualified"));
              f.labels.put(raw("Sales Qualified"), "Qualified by sales");
              f.labels.remove(raw("Qualified"));
              return f;
            },
            TestMappings.CONVERTED);
    assertThat(drift.changes().get(0).hint()).contains(Hint.LABEL);
    assertThat(drift.changes().get(0).text()).contains("(label unchanged)");
  }

  @Test
  void oneThatWentAndOneThatCameElsewhereMayBeTheSame() {
    var drift =
        drift(
            LEAD_STATUS,
            f -> {
              f.remove("Qualified").values.add(0, raw("Ready"));
              return f;
            });
    assertThat(drift.changes().get(0).kind()).isEqualTo(Kind.RENAMED);
    assertThat(drift.changes().get(0).hint()).contains(Hint.ONLY_ONE);
  }

  @Test
  void severalThatWentAndCameAreNotGuessedAtWithoutAHint() {
    var drift =
        drift(
            LEAD_STATUS,
            f -> {
              f.remove("Qualified").remove("Nurture");
              f.values.add(0, raw("Ready"));
              f.values.add(0, raw("Later"));
              return f;
            });
    assertThat(said(drift))
        .containsExactlyInAnyOrder(
            "BREAKING REMOVED Salesforce Lead.Status: \"Qualified\" is not in the list any more",
            "BREAKING REMOVED Salesforce Lead.Status: \"Nurture\" is not in the list any more",
            "NOTABLE NEW_VALUE Salesforce Lead.Status: new value \"Later\", of which the file does"
                + " not say what it means",
            "NOTABLE NEW_VALUE Salesforce Lead.Status: new value \"Ready\", of which the file does"
                + " not say what it means");
    assertThat(drift.paused().get(STATUS)).endsWith("(and 1 more)");
  }

  @Test
  void aLabelAloneIsHarmless() {
    var drift =
        drift(
            LIFECYCLE,
            f -> {
              f.labels.put(raw("customer"), "Client");
              return f;
            });
    assertThat(said(drift))
        .containsExactly(
            "HARMLESS LABEL HubSpot contact.lifecyclestage: label \"customer\" -> \"Client\""
                + " (internal value \"customer\" unchanged)");
    assertThat(drift.paused()).isEmpty();
  }

  @Test
  void aWordThatIsInactiveBreaksAndOneOfSeveralDoesNot() {
    var one =
        drift(
            LEAD_STATUS,
            f -> {
              f.remove("Qualified").inactive.add(raw("Qualified"));
              return f;
            });
    assertThat(said(one))
        .containsExactly(
            "BREAKING DEACTIVATED Salesforce Lead.Status: \"Qualified\" is inactive now: records"
                + " may hold it, and nobody can choose it");
    assertThat(one.changes().get(0).now()).isEmpty();
    var several = drift(CONTACT_STATUS, f -> f.remove("OPEN"));
    assertThat(several.changes().get(0).weight()).isEqualTo(NOTABLE);
  }

  @Test
  void aValueThatTheFileIgnoresMayGo() {
    assertThat(said(drift(LIFECYCLE, f -> f.remove("evangelist"))))
        .containsExactly(
            "HARMLESS REMOVED HubSpot contact.lifecyclestage: \"evangelist\" is not in the list any more");
  }

  @Test
  void anOptionThatIsHiddenIsStillWritten() {
    var drift =
        drift(
            LIFECYCLE,
            f -> {
              f.inactive.add(raw("lead"));
              return f;
            });
    assertThat(said(drift))
        .containsExactly(
            "NOTABLE DEACTIVATED HubSpot contact.lifecyclestage: \"lead\" is hidden from people now");
  }

  @Test
  void aNewValueIsWorthALookUnlessTheFileSpeaksOfIt() {
    var unknown =
        drift(
            LEAD_STATUS,
            f -> {
              f.values.add(raw("Paused"));
              return f;
            });
    assertThat(unknown.changes().get(0).weight()).isEqualTo(NOTABLE);
    assertThat(unknown.changes().get(0).advice()).contains("ignored: { salesforce: [...] }");
    var known = drift(LEAD_STATUS, f -> f.remove("New"), f -> {
              f.values.add(raw("New"));
              return f;
            }, TestMappings.CONVERTED);
    assertThat(said(known))
        .containsExactly(
            "HARMLESS NEW_VALUE Salesforce Lead.Status: new value \"New\", which the file reads as open");
  }

  @Test
  void aWordThatBecomesAConvertedStatusBreaksAndOneThatIsNoneAnyMore() {
    var converted = new HashSet<>(TestMappings.CONVERTED);
    converted.add(raw("Qualified"));
    var becomes = drift(LEAD_STATUS, f -> f, f -> f, converted);
    assertThat(said(becomes))
        .containsExactly(
            "BREAKING CONVERTED_FLAG Salesforce Lead.Status: \"Qualified\" is a converted status now");
    var none = drift(LEAD_STATUS, f -> f, f -> f, Set.of(raw("Partner Converted")));
    assertThat(said(none))
        .containsExactly(
            "BREAKING CONVERTED_FLAG Salesforce Lead.Status: \"Closed - Converted\" is no converted"
                + " status any more");
    assertThat(none.paused()).containsOnlyKeys(STATUS);
    assertThat(none.misfits()).isEmpty();
  }

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
    var without = new Catalog(Side.HUBSPOT, Map.of(CONTACT_STATUS, approved.hubspot().fields().get(CONTACT_STATUS)), Set.of());
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
            new Edited(approved.salesforce().field(LEAD_STATUS).orElseThrow()).remove("Qualified").done());
    var drift =
        Drift.between(
            mapping, nothing, new Drift.Words(second.salesforce(), second.hubspot()));
    assertThat(drift.changes()).isEmpty();
    assertThat(drift.misfits()).isEqualTo(now.misfits());
    assertThat(drift.paused().get(STATUS)).startsWith("the label `qualified` says `Qualified`");
  }

  @Test
  void theHeaviestComesFirst() {
    var drift =
        drift(
            LEAD_STATUS,
            f -> {
              f.labels.put(raw("New"), "Brand new");
              f.values.add(raw("Paused"));
              return f.remove("Qualified");
            });
    assertThat(drift.changes()).extracting(Change::weight).isSorted();
    assertThat(drift.changes().get(0).weight()).isEqualTo(BREAKING);
  }

  private static Catalog none(Side side) {
    return new Catalog(side, Map.of(), Set.of());
  }

  private static TrackMapping status(Direction direction, Clears clears) {
    return TestMappings.status().direction(direction).clears(clears).build();
  }
}
