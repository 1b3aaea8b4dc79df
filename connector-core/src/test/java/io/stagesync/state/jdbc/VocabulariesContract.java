package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Samples.CONTACT_STATUS;
import static io.stagesync.state.jdbc.Samples.LEAD_STAGE;
import static io.stagesync.state.jdbc.Samples.LEAD_STATUS;
import static io.stagesync.state.jdbc.Samples.NOW;
import static io.stagesync.state.jdbc.Samples.STAGE;
import static io.stagesync.state.jdbc.Samples.STATUS;
import static io.stagesync.state.jdbc.Samples.at;
import static io.stagesync.state.jdbc.Samples.contact;
import static io.stagesync.state.jdbc.Samples.lead;
import static io.stagesync.vocabulary.Side.HUBSPOT;
import static io.stagesync.vocabulary.Side.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.state.PausedTrack;
import io.stagesync.state.Vocabularies.Approval;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the words were, and the tracks that are paused. */
interface VocabulariesContract extends StoreFixture {
  @Test
  default void aCatalogComesBackAsItWas() {
    var catalog = salesforce("Open", "Gr\u00fc\u00df Gott", "\ud83d");
    store().change(session -> session.vocabularies().see(catalog));
    assertThat(now().vocabularies().seen(SALESFORCE)).isEqualTo(catalog);
    assertThat(now().vocabularies().seen(HUBSPOT)).isEqualTo(empty());
    assertThat(now().vocabularies().approved(SALESFORCE).fields()).isEmpty();
  }

  @Test
  default void whatIsSeenTakesThePlaceOfWhatWasSeen() {
    store().change(session -> session.vocabularies().see(salesforce("Open")));
    var stageAlone = new Catalog(SALESFORCE, Map.of(LEAD_STAGE, field("Lead")), Set.of());
    store().change(session -> session.vocabularies().see(stageAlone));
    assertThat(now().vocabularies().seen(SALESFORCE)).isEqualTo(stageAlone);
  }

  @Test
  default void eachFieldIsApprovedByItself() {
    var first = new Approval(at(1), "by the first run that read it");
    var second = new Approval(at(2), "with `stagesync drift --accept`");
    store()
        .change(
            session ->
                session
                    .vocabularies()
                    .approve(
                        salesforce("Open"),
                        List.of(LEAD_STATUS, LEAD_STAGE, CONTACT_STATUS),
                        first));
    store()
        .change(
            session ->
                session.vocabularies().approve(salesforce("New"), List.of(LEAD_STATUS), second));
    assertThat(now().vocabularies().approvals())
        .isEqualTo(Map.of(LEAD_STATUS, second, LEAD_STAGE, first));
    var approved = now().vocabularies().approved(SALESFORCE);
    assertThat(approved.field(LEAD_STATUS)).contains(field("New"));
    assertThat(approved.field(LEAD_STAGE)).contains(field("Open"));
    assertThat(approved.convertedStatuses()).containsExactly(new RawValue("Closed - Converted"));
  }

  @Test
  default void theTracksThatArePausedAreThoseOfTheLastWord() {
    var status = new PausedTrack(STATUS, "a word is missing", at(1), 7);
    store()
        .change(
            session ->
                session
                    .vocabularies()
                    .pause(List.of(new PausedTrack(STAGE, "a field is missing", NOW, 6), status)));
    assertThat(now().vocabularies().paused()).hasSize(2).last().isEqualTo(status);
    store().change(session -> session.vocabularies().pause(List.of(status)));
    assertThat(now().vocabularies().paused()).containsExactly(status);
    store().change(session -> session.vocabularies().pause(List.of()));
    assertThat(now().vocabularies().paused()).isEmpty();
  }

  @Test
  default void whoHoldsAValueIsCountedLetterByLetter() {
    store()
        .change(
            session -> {
              session
                  .records()
                  .see(
                      SALESFORCE,
                      List.of(
                          lead("L1", 1, "Working"),
                          lead("L2", 1, "Working"),
                          lead("L3", 1, "working"),
                          lead("L4", 1, "Working 2"),
                          lead("L5", 1, "a \"b\" % _ \u00df")),
                      Map.of(),
                      NOW);
              session
                  .records()
                  .see(HUBSPOT, List.of(contact("501", 1, "Working", "")), Map.of(), NOW);
            });
    var records = now().records();
    assertThat(records.holding(LEAD_STATUS, new RawValue("Working"))).isEqualTo(2);
    assertThat(records.holding(LEAD_STATUS, new RawValue("working"))).isEqualTo(1);
    assertThat(records.holding(LEAD_STATUS, new RawValue("a \"b\" % _ \u00df"))).isEqualTo(1);
    assertThat(records.holding(LEAD_STATUS, new RawValue("Work"))).isZero();
    assertThat(records.holding(LEAD_STAGE, new RawValue("Working"))).isZero();
    assertThat(records.holding(CONTACT_STATUS, new RawValue("Working"))).isEqualTo(1);
  }

  @Test
  default void whoseBaseRestsOnOneValueAndWhoShowsAnotherIsCounted() {
    for (int i = 1; i <= 3; i++) {
      Samples.decided(store(), "L" + i, "50" + i);
    }
    var was = Samples.base("open").salesforce().orElseThrow();
    var now = new RawValue("Renamed");
    assertThat(now().pairs().moved(STATUS, LEAD_STATUS, was, now)).isZero();
    store()
        .change(
            session ->
                session
                    .records()
                    .see(
                        SALESFORCE,
                        List.of(lead("L1", 100, "Renamed"), lead("L2", 100, "Renamed")),
                        Map.of(),
                        at(100)));
    assertThat(now().pairs().moved(STATUS, LEAD_STATUS, was, now)).isEqualTo(2);
    assertThat(now().pairs().moved(STATUS, LEAD_STATUS, now, was)).isZero();
    assertThat(now().pairs().moved(STAGE, LEAD_STATUS, was, now)).isZero();
    assertThat(now().pairs().moved(STATUS, CONTACT_STATUS, was, now)).isZero();
  }

  private static Catalog empty() {
    return new Catalog(HUBSPOT, Map.of(), Set.of());
  }

  private static Catalog salesforce(String... values) {
    return new Catalog(
        SALESFORCE,
        Map.of(LEAD_STATUS, field(values), LEAD_STAGE, field(values)),
        Set.of(new RawValue("Closed - Converted")));
  }

  private static FieldCatalog field(String... texts) {
    var values = List.of(texts).stream().map(RawValue::new).toList();
    return new FieldCatalog(
        true,
        false,
        true,
        false,
        values,
        Map.of(new RecordType("Partner"), Set.of(values.get(0))),
        Map.of(values.get(0), "Shown"),
        new FieldShape(
            "picklist",
            true,
            Optional.of(values.get(0)),
            Set.of(new RawValue("Retired")),
            "Lead Stage",
            FieldShape.Kind.CHOICE,
            FieldShape.Lock.FIELD_PERMISSION));
  }
}
