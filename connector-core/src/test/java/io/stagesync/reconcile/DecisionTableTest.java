package io.stagesync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.vocabulary.Label;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract, row by row; {@code decisions.txt} is to be read beside it. */
class DecisionTableTest {

  static List<DecisionRow> rows() throws IOException {
    try (InputStream in = DecisionTableTest.class.getResourceAsStream("decisions.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.contains("|") && !line.startsWith("#"))
          .map(DecisionRow::parse)
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyRowOfTheTableHolds() throws IOException {
    return rows().stream().map(row -> DynamicTest.dynamicTest(row.sentence(), () -> holds(row)));
  }

  @Test
  void theTableHasAtLeastOneHundredAndFiftyRowsAndNoSentenceTwice() throws IOException {
    List<String> sentences = rows().stream().map(DecisionRow::sentence).toList();
    assertThat(sentences).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
  }

  private static void holds(DecisionRow row) {
    PairDecision pair = Reconciler.decide(row.mapping(), row.catalogs(), row.pair());
    TrackDecision decision = Objects.requireNonNull(pair.tracks().get(row.track()));
    String label = decision.to().map(Label::name).orElse("-");
    assertThat(decision.reason() + " | " + DecisionRow.shown(decision.writes()) + " | " + label)
        .as(decision.why())
        .isEqualTo(row.reason() + " | " + row.writes() + " | " + row.label());
    assertThat(decision.why()).as("every decision is explained").isNotBlank();
    boolean waits = decision.outcome() == Outcome.HELD || decision.outcome() == Outcome.CONFLICT;
    assertThat(!decision.release().isBlank() || !waits)
        .as("what is held says what releases it")
        .isTrue();
  }
}
