package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.vocabulary.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fingerprint changes when, and only when, the meaning of its track does. */
class FingerprintTest {
  private final String rich;

  FingerprintTest() throws IOException {
    rich = Files.readString(Path.of("src/test/resources/good/rich.yaml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "name: Rich B2B | name: Another name",
        "changes: 120 | changes: 121",
        "from: opportunity, pipeline: excluded | from: opportunity",
        "cap: 50, in: hubspot | cap: 5, in: salesforce",
        "Took a step beyond subscribing | Something else for people",
        "Recycled: the timing was wrong | Recycled",
        "next-action: \"Nurture\" | next-action: \"Call\"",
        "by: [hubspot.salesforceleadid, email] | by: [email]",
        "conflict: latest-wins | conflict: \"latest-wins\" # the later one",
        "direction: two-way | refused-edits: correct # moved up",
        "ignored: { hubspot: [evangelist, other], salesforce: [] } | ignored: { hubspot: [other,"
            + " evangelist] }",
        "from: [sal, sql] | from: [sql, sal]",
        "{ sales: salesforce, marketing: hubspot, partners: salesforce } | { marketing: hubspot,"
            + " sales: salesforce }",
      })
  void whatIsForPeopleOrHasNoOrderDoesNotCount(String before, String after) {
    var text = edit(before, after);
    if (after.startsWith("refused-edits")) {
      text = text.replaceFirst("    refused-edits: correct\n", "");
    }
    assertThat(fingerprints(text)).isEqualTo(fingerprints(rich));
  }

  @Test
  void linesDoNotCount() {
    assertThat(fingerprints("# a comment\n\n\n" + rich)).isEqualTo(fingerprints(rich));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "not-below: lead | not-below: mql | lead-stage lead-status region unqualified-reason",
        "Lead.Lead_Stage__c | Lead.Stage__c | lead-stage",
        "conflict: furthest-wins | conflict: review | lead-stage",
        "first-sync: report-only | first-sync: review | lead-stage",
        "refused-edits: correct | refused-edits: hold | lead-stage",
        "clears: propagate | clears: refill | lead-stage",
        "skips: refused | skips: allowed | lead-stage",
        "rank: 25 | rank: 26 | lead-stage",
        "{ shares: mql } | none | lead-stage lead-status region unqualified-reason",
        "salesforce: Marketing ready lead, owner: sales | salesforce: Marketing ready lead |"
            + " lead-stage",
        "[evangelist, other] | [evangelist] | lead-stage",
        "from: [sal, sql], to: mrl | from: [sal], to: mrl | lead-stage",
        "to: mrl, by: sales | to: mrl | lead-stage",
        "lost: mrl | lost: lead | lead-stage",
        "existing-customer-account: customer | existing-customer-account: sql | lead-stage",
        "existing-customer-account: customer | existing-customer-account: { label: customer, account:"
            + " { Account.Type: Customer } } | lead-stage",
        "hubspot-disagrees: hold | hubspot-disagrees: correct | lead-stage",
        "[NEW, OPEN] | [OPEN, NEW] | lead-status",
        "Partner: | Alliance: | lead-status",
        "Partner Working | Partner Calling | lead-status",
        "{ unqualified-reason: not-ready } | unqualified-reason | lead-status",
        "only-if: blank | only-if: working | lead-status",
        "then: { lead-stage: sql } | then: { lead-stage: mql } | lead-stage",
        "hubspot: emea | hubspot: EMEA | region",
      })
  void whatDecidesCountsForTheTracksThatItDecidesFor(String before, String after, String tracks) {
    var old = fingerprints(rich);
    var changed = new TreeSet<String>();
    fingerprints(edit(before, after))
        .forEach(
            (track, hex) -> {
              if (!hex.equals(old.get(track))) {
                changed.add(track);
              }
            });
    assertThat(changed).isEqualTo(new TreeSet<>(Set.of(tracks.split(" "))));
  }

  @Test
  void theOrderOfLabelsCountsBecauseItBreaksTies() {
    var first = "      not-ready: { salesforce: Not Ready, hubspot: not_ready }\n";
    var second = "      not-a-fit: { salesforce: Not a Fit, hubspot: not_a_fit }\n";
    assertThat(fingerprints(edit(first + second, second + first)).get("unqualified-reason"))
        .isNotEqualTo(fingerprints(rich).get("unqualified-reason"));
  }

  private String edit(String before, String after) {
    assertThat(rich).contains(before);
    int at = rich.indexOf(before);
    return rich.substring(0, at) + after + rich.substring(at + before.length());
  }

  private static Map<String, String> fingerprints(String text) {
    var loaded = MappingFile.parse("f.yaml", text);
    assertThat(loaded.render()).isEmpty();
    var fingerprints = new TreeMap<String, String>();
    for (var track : loaded.mapping().orElseThrow().tracks()) {
      Track name = track.track();
      fingerprints.put(name.name(), track.fingerprint().hex());
    }
    return fingerprints;
  }
}
