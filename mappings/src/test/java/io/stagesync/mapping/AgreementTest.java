package io.stagesync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.yaml.MappingFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
  private static final String FILE =
      """
      version: 1
      name: Acme
      approved: { by: Ann Reed, on: 2026-03-01 }
      limits: { changes: 200 }
      owners: { sales: salesforce, field: salesforce }
      pairs: { by: [email] }
      tracks:
        lead-stage:
          salesforce: Lead.Lead_Stage__c
          hubspot: contact.lifecyclestage
          conflict: furthest-wins
          labels:
            lead: { rank: 10, salesforce: Lead, hubspot: lead, aliases: [Inquiry], owner: sales }
            mql: { rank: 20, salesforce: MQL, hubspot: mql, means: Ready for sales, next-action: Call,
                   entered-when: Reaches 80 points, on-introduce: Nobody was there }
      tests:
        - { name: nothing moves, given: { base: lead }, expect: nothing }
      """;

  private static Mapping mapping(String text) {
    var loaded = MappingFile.parse("m.yaml", text);
    return loaded.mapping().orElseThrow(() -> new AssertionError(loaded.render()));
  }

  private static String meaning(String text) {
    return Agreement.of(mapping(text)).orElseThrow().meaning();
  }

  @ParameterizedTest
  @CsvSource({
    "Ready for sales, Ready",
    "Reaches 80 points, Reaches 90 points",
    "next-action: Call, next-action: Write",
    "Nobody was there, Everybody was",
    "owner: sales, owner: field",
    "salesforce: MQL, salesforce: Marketing lead",
    "furthest-wins, review",
    "by: [email], 'by: [hubspot.sf_id, email]'"
  })
  void whatDecidesAndWhatAWordMeansToPeopleHasToBeAgreedOnAgain(String was, String is) {
    assertThat(FILE).contains(was);
    assertThat(meaning(FILE.replace(was, is))).isNotEqualTo(meaning(FILE));
  }

  @ParameterizedTest
  @CsvSource({
    "changes: 200, changes: 500",
    "name: Acme, name: The words of Acme",
    "by: Ann Reed, by: Kenji Ito",
    "[Inquiry], '[Inquiry, raw lead]'",
    "name: nothing moves, name: it rests",
    "version: 1, 'version: 1 # the first'"
  })
  void theRestMayChange(String was, String is) {
    assertThat(FILE).contains(was);
    assertThat(meaning(FILE.replace(was, is))).isEqualTo(meaning(FILE));
  }

  @Test
  void anAgreementHoldsUntilTheFileMeansSomethingElse() {
    assertThat(Agreement.problem(mapping(FILE))).isEmpty();
    var agreed = FILE.replace("on: 2026-03-01", "on: 2026-03-01, meaning: " + meaning(FILE));
    assertThat(Agreement.problem(mapping(agreed))).isEmpty();
    var changed = agreed.replace("Ready for sales", "Ready");
    assertThat(Agreement.problem(mapping(changed)).map(Diagnostic::render))
        .contains(
            "m.yaml:3:52: APPROVAL_OUTDATED this file means something else than what Ann Reed on"
                + " 2026-03-01 agreed on; until it is agreed on again nothing is written to a CRM\n"
                + "  help: once it is, write `meaning: "
                + meaning(changed)
                + "`");
  }

  /** A new release of this program does not make people agree on the same words again. */
  @Test
  void anAgreementOfLongAgoStillHolds() {
    var loaded = MappingFile.load(Path.of("src/test/resources/good/hands.yaml"));
    assertThat(Agreement.problem(loaded.mapping().orElseThrow())).isEmpty();
  }

  @Test
  void whatNobodyAgreedOnIsNotHeldUp() {
    var file = FILE.replaceFirst("approved: .*\n", "");
    assertThat(Agreement.of(mapping(file))).isEmpty();
    assertThat(Agreement.problem(mapping(file))).isEmpty();
  }
}
