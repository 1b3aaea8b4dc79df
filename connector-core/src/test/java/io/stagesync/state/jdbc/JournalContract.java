package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairId;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that was observed and done, and who would notice a forgery. */
interface JournalContract extends StoreFixture {
  private void append(String... texts) {
    for (String text : texts) {
      store()
          .change(
              session ->
                  session
                      .journal()
                      .append(
                          List.of(
                              entry(Optional.of(new PairId(1)), text),
                              entry(Optional.empty(), text))));
    }
  }

  @Test
  default void entriesComeBackNumberedInTheirOrder() {
    append("Zoë moved \ud83d\ude00 \ud800 it", "again");
    List<JournalEntry> told = now().journal().of(new PairId(1));
    assertThat(told).extracting(JournalEntry::number).containsExactly(1L, 3L);
    JournalEntry written = entry(Optional.of(new PairId(1)), "Zoë moved \ud83d\ude00 \ud800 it");
    assertThat(told.get(0)).usingRecursiveComparison().ignoringFields("number").isEqualTo(written);
    assertThat(now().journal().ofRun(1, Optional.of(1L), 2))
        .extracting(JournalEntry::number)
        .containsExactly(2L, 3L);
    assertThat(now().journal().count()).isEqualTo(4);
    assertThat(now().journal().firstBroken()).isEmpty();
  }

  @Test
  default void whatOthersChangedInTracksComesBackByItself() {
    append("it was agreed");
    JournalEntry any = entry(Optional.of(new PairId(1)), "it changed");
    JournalEntry observed =
        new JournalEntry(
            0,
            JournalEntry.Kind.OBSERVED,
            any.pair(),
            any.side(),
            Optional.of(new Track("lead-status")),
            any.record(),
            any.was(),
            any.is(),
            any.reason(),
            any.text(),
            any.by(),
            any.at(),
            any.run(),
            any.trace());
    store().change(session -> session.journal().append(List.of(any, observed, observed)));
    long count = now().journal().count();
    assertThat(now().journal().observed(0, 10))
        .extracting(JournalEntry::number)
        .containsExactly(count - 1, count);
    assertThat(now().journal().observed(count - 1, 10)).hasSize(1);
    assertThat(now().journal().observed(0, 1)).hasSize(1);
  }

  @Test
  default void aPersonWhoIsErasedLeavesNoValueAndTheChainHolds() {
    append("Ann was moved.", "Ann was moved again.");
    store().change(session -> session.journal().erase(new PairId(1)));
    List<JournalEntry> told = now().journal().of(new PairId(1));
    assertThat(told).hasSize(2);
    assertThat(told).extracting(JournalEntry::record).containsOnly("");
    assertThat(told).extracting(JournalEntry::is).containsOnly("");
    assertThat(told).extracting(JournalEntry::text).noneMatch(text -> text.contains("Ann"));
    assertThat(now().journal().firstBroken()).isEmpty();
    append("and it goes on");
    assertThat(now().journal().firstBroken()).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | UPDATE journal SET told = replace(told, 'WORKING', 'CLOSED') WHERE number = 2",
        "2 | UPDATE journal SET salt = '00' WHERE number = 2",
        "2 | UPDATE journal SET salt = NULL WHERE number = 2",
        "3 | UPDATE journal SET told = NULL WHERE number = 3",
        "3 | UPDATE journal SET kind = 'HELD' WHERE number = 3",
        "3 | UPDATE journal SET at = at + 1 WHERE number = 3",
        "3 | UPDATE journal SET run = 9 WHERE number = 3",
        "3 | UPDATE journal SET pair = 9 WHERE number = 3",
        "3 | UPDATE journal SET side = NULL WHERE number = 3",
        "3 | UPDATE journal SET reason = 'WON' WHERE number = 3",
        "3 | UPDATE journal SET trace = 't-2' WHERE number = 3",
        "4 | UPDATE journal SET digest = previous WHERE number = 4",
        "4 | UPDATE journal SET previous = digest WHERE number = 4",
        "4 | UPDATE journal SET told_digest = digest WHERE number = 4",
        "1 | DELETE FROM journal WHERE number = 1",
        "3 | DELETE FROM journal WHERE number = 3",
        "6 | DELETE FROM journal WHERE number = 6",
        "2 | UPDATE journal SET number = CASE number WHEN 2 THEN -3 ELSE -2 END WHERE number IN (2, 3); UPDATE journal SET number = -number WHERE number < 0",
      })
  default void aForgeryIsFoundAtItsEntry(long entry, String forgery) {
    append("one", "two", "three");
    assertThat(now().journal().firstBroken()).isEmpty();
    for (String statement : forgery.split(";", -1)) {
      tamper(statement);
    }
    assertThat(now().journal().firstBroken()).contains(entry);
  }

  @Test
  default void aLongChainIsCheckedToItsEnd() {
    List<JournalEntry> many =
        IntStream.range(0, 2_500).mapToObj(i -> entry(Optional.empty(), "entry " + i)).toList();
    store().change(session -> session.journal().append(many));
    assertThat(now().journal().firstBroken()).isEmpty();
    tamper("UPDATE journal SET run = 2 WHERE number = 2400");
    assertThat(now().journal().firstBroken()).contains(2_400L);
  }
}
