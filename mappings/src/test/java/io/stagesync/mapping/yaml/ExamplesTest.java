package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.example.AgreedBefore;
import io.stagesync.example.Example;
import io.stagesync.example.Expected;
import io.stagesync.example.Expected.Write;
import io.stagesync.example.Remembered;
import io.stagesync.example.Shown;
import io.stagesync.example.TrackGiven;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the tests of a mapping file are read as. */
class ExamplesTest {
  private static final Track STAGE = new Track("lead-stage");
  private static final Track STATUS = new Track("lead-status");

  private final String rich;

  ExamplesTest() throws IOException {
    rich = Files.readString(Path.of("src/test/resources/good/rich.yaml"));
  }

  private LoadedMapping load(String... tests) {
    return MappingFile.parse("m.yaml", rich + "tests:\n" + String.join("\n", tests) + "\n");
  }

  private Example read(String given, String expect) {
    var loaded = load("  - name: it", "    given: " + given, "    expect: " + expect);
    assertThat(loaded.render()).isEmpty();
    assertThat(loaded.tests()).hasSize(1);
    return loaded.tests().get(0);
  }

  private static TrackGiven track(Example example, Track track) {
    return Objects.requireNonNull(example.given().tracks().get(track));
  }

  @Test
  void theShortestFormNamesTheWordsOfBothSides() {
    var example =
        read(
            "{ salesforce: { lead-status: Legal Review }, hubspot: { lead-status: IN_PROGRESS } }",
            "nothing");
    assertThat(example.name()).isEqualTo("it");
    assertThat(example.expected()).isEqualTo(Expected.NOTHING);
    assertThat(example.given().tracks().keySet()).containsExactly(STATUS);
    assertThat(track(example, STATUS).shown())
        .isEqualTo(
            Map.of(
                Side.SALESFORCE, Shown.word("Legal Review"),
                Side.HUBSPOT, Shown.word("IN_PROGRESS")));
    assertThat(example.place().line()).isEqualTo((int) rich.lines().count() + 2);
  }

  @Test
  void aWordAndALabelAreToldApart() {
    var example =
        read("{ salesforce: { lead-stage: mql }, hubspot: { lead-stage: lead } }", "nothing");
    assertThat(track(example, STAGE).shown())
        .containsEntry(Side.SALESFORCE, Shown.label("mql"))
        .containsEntry(Side.HUBSPOT, Shown.word("lead"));
  }

  @Test
  void aConvertedStatusOfTheFirstDayIsAWordThatEveryFileKnows() {
    var example =
        read("{ salesforce: { lead-status: Closed - Converted, converted: true } }", "nothing");
    assertThat(track(example, STATUS).shown().get(Side.SALESFORCE))
        .isEqualTo(Shown.word("Closed - Converted"));
    assertThat(example.given().terms().converted())
        .containsExactly(new RawValue("Closed - Converted"));
  }

  @Test
  void aConversionHasItsEvidenceAndARecordType() {
    var example =
        read(
            "{ salesforce: { converted: true, opportunity: won, record-type: Partner }, hubspot: {"
                + " lead-stage: mql } }",
            "{ hubspot: { lead-stage: customer }, salesforce: untouched }");
    assertThat(example.given().converted()).isTrue();
    assertThat(example.given().evidence()).isEqualTo(Evidence.WON);
    assertThat(example.given().recordType()).contains(new RecordType("Partner"));
    assertThat(example.expected().write(Side.HUBSPOT, STAGE))
        .isEqualTo(new Write(Write.Kind.WORD, "customer", Optional.empty()));
    assertThat(example.expected().write(Side.SALESFORCE, STAGE)).isEqualTo(Write.UNTOUCHED);
  }

  @Test
  void blankUnreadableAndGoneAreThreeThingsAndInQuotesTheyAreWords() {
    var example =
        read(
            "{ salesforce: gone, hubspot: { lead-stage: blank, lead-status: unreadable,"
                + " unqualified-reason: { unknown: \"gone\" } } }",
            "nothing");
    assertThat(example.given().tracks()).hasSize(3);
    assertThat(read("{ salesforce: gone }", "nothing").given().tracks()).hasSize(4);
    assertThat(track(example, STAGE).shown())
        .containsEntry(Side.SALESFORCE, Shown.of(Shown.Kind.GONE))
        .containsEntry(Side.HUBSPOT, Shown.of(Shown.Kind.BLANK));
    assertThat(track(example, STATUS).shown())
        .containsEntry(Side.HUBSPOT, Shown.of(Shown.Kind.UNREADABLE));
    assertThat(track(example, new Track("unqualified-reason")).shown())
        .containsEntry(Side.HUBSPOT, Shown.word("gone"));
  }

  @Test
  void theBaseIsALabelOrEverythingThatIsKeptOfAnAgreement() {
    var bare = read("{ base: mql, hubspot: { lead-stage: sql } }", "nothing");
    assertThat(track(bare, STAGE).base()).contains(AgreedBefore.on(new Label("mql")));
    var whole =
        read(
            "{ base: { lead-stage: { label: mql, salesforce: Lead, hubspot: blank, evidence: open,"
                + " rules-ran-for: none }, lead-status: none }, hubspot: { lead-stage: sql } }",
            "nothing");
    assertThat(track(whole, STAGE).base())
        .contains(
            new AgreedBefore(
                new Label("mql"),
                Map.of(
                    Side.SALESFORCE, Shown.word("Lead"), Side.HUBSPOT, Shown.of(Shown.Kind.BLANK)),
                Optional.of(Evidence.OPEN),
                Optional.empty(),
                1,
                Remembered.File.SAME));
    assertThat(track(whole, STATUS).base()).isEmpty();
  }

  @Test
  void aValueHasTheTimeOfItsChangeAndWhoChangedIt() {
    var example =
        read(
            "{ salesforce: { lead-status: { value: open, at: 2026-03-01T10:00:00+01:00, by: Ann }"
                + " }, hubspot: { lead-status: { word: NEW, at: { from: 2026-03-01T10:00:00Z, to:"
                + " 2026-03-01T11:00:00Z } } } }",
            "nothing");
    var nine = Instant.parse("2026-03-01T09:00:00Z");
    var shown = track(example, STATUS).shown();
    assertThat(shown.get(Side.SALESFORCE))
        .isEqualTo(
            new Shown(Shown.Kind.LABEL, "open", Optional.of(new Shown.Moments(nine, nine)), "Ann"));
    assertThat(shown.get(Side.HUBSPOT))
        .isEqualTo(
            Shown.word("NEW")
                .since(new Shown.Moments(nine.plusSeconds(3600), nine.plusSeconds(7200))));
  }

  @Test
  void whatIsRememberedIsSaidOfTheTrackOrOfTheOnlyOne() {
    var example =
        read(
            "{ hubspot: { lead-stage: blank }, memory: { mapping: approved, refused: true, choice:"
                + " hubspot, open-clear: sql, last-seen: { salesforce: Lead }, blank: seen-before }"
                + " }",
            "nothing");
    var now = new Remembered.Both(Map.of());
    assertThat(track(example, STAGE).remembered())
        .isEqualTo(
            new Remembered(
                Remembered.File.APPROVED,
                Optional.of(new Remembered.Both(Map.of(Side.SALESFORCE, Shown.word("Lead")))),
                Optional.of(new Remembered.Refusal(now, false)),
                Optional.of(new Remembered.Choice(Side.HUBSPOT, now)),
                Optional.of(Shown.label("sql")),
                true));
  }

  @Test
  void aBlankThatIsRememberedNeedNotBeSaidTwice() {
    var example =
        read("{ base: sql, hubspot: {}, memory: { lead-stage: { open-clear: sql } } }", "nothing");
    assertThat(track(example, STAGE).shown())
        .isEqualTo(Map.of(Side.HUBSPOT, Shown.of(Shown.Kind.BLANK)));
  }

  @Test
  void whatTheSidesAcceptIsSaidFieldByField() {
    var example =
        read(
            "{ hubspot: { lead-status: NEW }, fields: { salesforce: { inactive: [New], required:"
                + " false, history: false, read-only: true, offers: { Partner: Partner Working,"
                + " Other: New }, converted: [Won] }, hubspot: { lead-status: { order: [OPEN, NEW]"
                + " } } } }",
            "{ hubspot: any }");
    var terms = example.given().terms();
    assertThat(terms.converted()).containsExactly(new RawValue("Won"));
    var salesforce = terms.field(STATUS, Side.SALESFORCE).orElseThrow();
    assertThat(salesforce.inactive()).containsExactly(new RawValue("New"));
    assertThat(salesforce.clearable()).contains(true);
    assertThat(salesforce.writable()).isFalse();
    assertThat(salesforce.keepsHistory()).isFalse();
    assertThat(salesforce.offered())
        .containsEntry(new RecordType("Other"), Set.of(new RawValue("New")));
    assertThat(terms.field(STATUS, Side.HUBSPOT).orElseThrow().order())
        .isEqualTo(List.of(new RawValue("OPEN"), new RawValue("NEW")));
    assertThat(example.expected().write(Side.HUBSPOT, STATUS)).isEqualTo(Write.ANYTHING);
  }

  @Test
  void everythingThatADecisionYieldsCanBeExpected() {
    var example =
        read(
            "{ salesforce: { lead-stage: sql, lead-status: New } }",
            "{ hubspot: { lead-stage: { label: mql, clear-first: true }, lead-status: cleared },"
                + " salesforce: { lead-stage: untouched, lead-status: any }, label: { lead-stage:"
                + " none, lead-status: open }, reason: { lead-stage: MOVED }, outcome: {"
                + " lead-status: held }, findings: [RULE_WAITS] }");
    var expected = example.expected();
    assertThat(expected.write(Side.HUBSPOT, STAGE))
        .isEqualTo(new Write(Write.Kind.LABEL, "mql", Optional.of(true)));
    assertThat(expected.write(Side.HUBSPOT, STATUS).kind()).isEqualTo(Write.Kind.CLEARED);
    assertThat(expected.write(Side.SALESFORCE, STATUS)).isEqualTo(Write.ANYTHING);
    assertThat(expected.labels())
        .isEqualTo(Map.of(STAGE, Optional.empty(), STATUS, Optional.of(new Label("open"))));
    assertThat(expected.reasons()).isEqualTo(Map.of(STAGE, "MOVED"));
    assertThat(expected.outcomes()).isEqualTo(Map.of(STATUS, "held"));
    assertThat(expected.findings()).contains(Set.of("RULE_WAITS"));
    assertThat(
            read("{ salesforce: { lead-stage: sql } }", "{ findings: none }").expected().findings())
        .contains(Set.of());
  }

  @Test
  void aFileWhoseTestsAreWrongIsRefusedAsAWhole() {
    var loaded =
        load("  - { name: it, given: { hubspot: { lead-stage: mqll } }, expect: nothing }");
    assertThat(loaded.mapping()).as("nothing that a test could be put to").isEmpty();
    assertThat(loaded.tests()).as("for whoever knows more that is wrong with it").hasSize(1);
    assertThat(loaded.render()).contains("UNKNOWN_WORD", "did you mean `mql`?");
  }

  @Test
  void testsAreNoPartOfWhatAFileMeans() {
    var with = load("  - { name: it, given: { hubspot: { lead-stage: mql } }, expect: nothing }");
    var without = MappingFile.parse("m.yaml", rich);
    assertThat(with.mapping()).isEqualTo(without.mapping());
  }
}
