package io.stagesync.drift;

import static io.stagesync.drift.Change.Kind;
import static io.stagesync.drift.Weight.BREAKING;
import static io.stagesync.drift.Weight.NOTABLE;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.rename.Hint;
import io.stagesync.reconcile.TestMappings;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of values: those that went, came, are shown otherwise, and what each weighs. */
class DriftTest extends DriftFixture {
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
  void whereSeveralWentAndCameThePeopleTellWhichIsWhich() {
    var drift =
        drift(
            LEAD_STATUS,
            f -> f,
            f -> {
              f.remove("Qualified").remove("Nurture");
              f.values.add(0, raw("Ready"));
              f.values.add(0, raw("Later"));
              return f;
            },
            TestMappings.CONVERTED,
            (track, field, was, now) ->
                was.equals(raw("Qualified")) && now.equals(raw("Ready")) ? 3 : 0);
    assertThat(said(drift))
        .contains(
            "BREAKING RENAMED Salesforce Lead.Status: API name \"Qualified\" -> \"Ready\" (label"
                + " also changed), as it seems: people who had the one have the other");
    assertThat(drift.changes().get(1).hint()).contains(Hint.ONLY_ONE);
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
    var known =
        drift(
            LEAD_STATUS,
            f -> f.remove("New"),
            f -> {
              f.values.add(raw("New"));
              return f;
            },
            TestMappings.CONVERTED);
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
}
