package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.vocabulary.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlTest {

  @Test
  void noTextEndsItsOwnQuotes() {
    var random = new SplittableRandom(20261122);
    var alphabet = "ab'\\\"\n\r%_ ";
    for (int i = 0; i < 2000; i++) {
      var text = new StringBuilder();
      for (int j = random.nextInt(12); j > 0; j--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }

      var literal = Soql.text(text.toString());

      assertThat(literal).as("seed 20261122, text %s", text).matches("'([^'\\\\]|\\\\.)*'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Status FROM Lead", "Status,", "", "1st", "Status'--"})
  void whatIsNoNameOfAFieldIsNotAskedFor(String name) {
    assertThatThrownBy(() -> Soql.select(List.of(name), "Lead"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyIdsStandInAListOfIds() {
    assertThat(Soql.in("Id", List.of(new RecordId("00Q000000000123"))))
        .isEqualTo("Id IN ('00Q000000000123EAA')");
    assertThatThrownBy(() -> Soql.in("Id", List.of(new RecordId("x') OR (Id != '"))))
        .hasMessageContaining("is not a Salesforce id");
  }

  @Test
  void aMomentIsAskedForInWholeSeconds() {
    assertThat(Soql.changedSince(Instant.parse("2026-11-22T03:00:00.987Z")))
        .isEqualTo(" WHERE SystemModstamp >= 2026-11-22T03:00:00Z ORDER BY SystemModstamp, Id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"001A0000006Vm9r", "001A0000006Vm9rIAC", "001A0000006Vm9riac"})
  void everyFormOfAnIdBecomesTheLongOne(String text) {
    assertThat(SalesforceId.of(text)).isEqualTo(new RecordId("001A0000006Vm9rIAC"));
  }

  @Test
  void listsAreCutToWhatOneQueryTakes() {
    var ids = List.of(new RecordId("a"), new RecordId("b"), new RecordId("c"));

    assertThat(Soql.chunks(ids, 2)).containsExactly(ids.subList(0, 2), ids.subList(2, 3));
  }
}
