package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.Author;
import io.stagesync.port.FieldChange;
import io.stagesync.port.Reading;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryOrderTest {
  private static final FieldName STATUS = new FieldName(Side.SALESFORCE, "Lead", "Status");
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private static HistoryOrder.Entry entry(String id, String from, String to, int second) {
    return new HistoryOrder.Entry(
        id,
        Reading.ofNullable(from.isEmpty() ? null : from),
        new FieldChange(
            STATUS,
            Reading.ofNullable(to.isEmpty() ? null : to),
            AT.plusSeconds(second),
            new Author("somebody", false)));
  }

  private static List<String> shown(List<HistoryOrder.Entry> entries) {
    return HistoryOrder.newestFirst(entries).stream()
        .map(change -> change.to().value().map(Object::toString).orElse(""))
        .toList();
  }

  @Test
  void changesOfOneSecondFollowEachOtherByWhatTheyFound() {
    var entries =
        new ArrayList<>(
            List.of(
                entry("a", "Open", "Working", 0),
                entry("b", "Working", "", 0),
                entry("c", "", "Closed", 0),
                entry("d", "Closed", "Open", 1)));

    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(entries, new Random(seed));
      assertThat(shown(entries))
          .as("seed %d", seed)
          .containsExactly("Open", "Closed", "", "Working");
    }
  }

  @Test
  void anEditUnderOurWriteComesBeforeItWhateverTheirIds() {
    assertThat(shown(List.of(entry("a", "Working", "Closed", 0), entry("b", "Open", "Working", 0))))
        .containsExactly("Closed", "Working");
  }

  @Test
  void aCircleWithinOneSecondBeginsWhereTheValueBeforeItEnded() {
    assertThat(
            shown(
                List.of(
                    entry("a", "", "Open", 0),
                    entry("c", "Open", "Working", 1),
                    entry("b", "Working", "Open", 1))))
        .containsExactly("Open", "Working", "Open");
  }
}
