package io.stagesync.engine;

import io.stagesync.port.FieldChange;
import io.stagesync.port.RecordWrite;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Intent;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairId;
import io.stagesync.state.SeenRecord;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every edit that people made, and which of them vanished without a word. */
final class LostEdits {
  private static final Set<JournalEntry.Kind> WRITES =
      Set.of(JournalEntry.Kind.WROTE, JournalEntry.Kind.RESTORED);
  private final TestBed bed;
  private final List<Edit> edits = new ArrayList<>();

  LostEdits(TestBed bed) {
    this.bed = bed;
  }

  /**
   * An edit of a person.
   *
   * @param heard how many entries the journal had when it was made
   */
  record Edit(int number, RecordId record, FieldName field, String value, long heard) {
    boolean supersedes(Edit earlier) {
      return number > earlier.number
          && record.equals(earlier.record)
          && field.equals(earlier.field);
    }
  }

  /** Makes an edit and keeps it in mind. */
  void edit(RecordId id, FieldName field, String word) {
    bed.edit(id, field, word);
    long heard = bed.store.read(s -> s.journal().count());
    edits.add(new Edit(edits.size(), id, field, word, heard));
  }

  /**
   * Edits that are neither the value now, nor superseded by a later edit, nor overwritten by a
   * write that the journal knows with its reason, nor told there as one that cannot be put back,
   * nor on a record that is gone.
   */
  List<String> vanished(Set<RecordId> gone) {
    return edits.stream()
        .filter(e -> !gone.contains(e.record()))
        .filter(e -> !bed.value(e.record(), e.field()).equals(e.value()))
        .filter(e -> edits.stream().noneMatch(later -> later.supersedes(e)))
        .filter(e -> !overwrittenWithAWord(e))
        .map(this::told)
        .toList();
  }

  private boolean overwrittenWithAWord(Edit edit) {
    var track = bed.mapping.trackOf(edit.field());
    return journal()
        .anyMatch(
            j ->
                j.number() > edit.heard()
                    && j.record().equals(edit.record().text())
                    && j.side().filter(edit.field().side()::equals).isPresent()
                    && j.track().equals(track)
                    && (j.was().equals(edit.value()) || toldAsLost(j, edit))
                    && !j.trace().isBlank()
                    && j.reason().isPresent());
  }

  /** Whether a write gives back what an earlier one took, by its trace. */
  static boolean putsBack(RecordWrite write) {
    return write.trace().matches(".*uc?");
  }

  /** Fields of records that show something else than the store believes. */
  List<String> unseen(Side side, Set<RecordId> gone) {
    var crm = side == Side.SALESFORCE ? bed.salesforce : bed.hubspot;
    var seen = bed.store.<Map<RecordId, SeenRecord>>read(s -> s.records().find(side, crm.ids()));
    return crm.ids().stream()
        .filter(id -> !gone.contains(id))
        .flatMap(
            id ->
                bed.mapping.fields(side).stream()
                    .filter(f -> !bed.value(id, f).equals(shown(seen, id, f)))
                    .map(f -> id + " " + f + told(side, id)))
        .toList();
  }

  private static String shown(Map<RecordId, SeenRecord> seen, RecordId id, FieldName field) {
    return Optional.ofNullable(seen.get(id))
        .flatMap(r -> Optional.ofNullable(r.fields().get(field)))
        .flatMap(f -> f.reading().value())
        .map(RawValue::text)
        .orElse("");
  }

  /** Writes that are begun and not through, with all that is known of their records. */
  List<String> open(Set<RecordId> gone) {
    return Stream.of(Side.values())
        .flatMap(
            side ->
                bed
                    .store
                    .<List<Intent>>read(s -> s.intents().open(side, Optional.empty(), 100))
                    .stream())
        .filter(i -> !gone.contains(i.record()))
        .map(i -> i + told(i.side(), i.record()))
        .toList();
  }

  /** Pairs whose sides do not agree on a track, and nobody says why. */
  List<String> unexplained() {
    return bed.store.read(
        s ->
            LongStream.range(1, 100)
                .mapToObj(PairId::new)
                .flatMap(
                    pair ->
                        s.pairs().decisions(pair).entrySet().stream()
                            .filter(d -> d.getValue().reason().outcome() != Outcome.AGREED)
                            .filter(
                                d ->
                                    d.getValue().reason().outcome() == Outcome.PUSHED
                                        || d.getValue().why().isBlank())
                            .map(d -> pair + " " + d))
                .toList());
  }

  /** Whether our latest write to a field put back what a person had set there. */
  boolean puttingBackWasLast(RecordId id, FieldName field) {
    var track = bed.mapping.trackOf(field);
    return journal()
        .filter(j -> j.record().equals(id.text()) && j.track().equals(track))
        .filter(j -> j.side().filter(field.side()::equals).isPresent())
        .filter(j -> WRITES.contains(j.kind()))
        .max(Comparator.comparing(JournalEntry::number))
        .filter(j -> j.kind() == JournalEntry.Kind.RESTORED)
        .isPresent();
  }

  private static boolean toldAsLost(JournalEntry entry, Edit edit) {
    return entry.kind() == JournalEntry.Kind.NOT_WRITTEN
        && entry.reason().equals(Optional.of(Reason.RESTORED))
        && entry.is().equals(edit.value());
  }

  /** All that the journal tells of pairs, pair by pair. */
  Stream<JournalEntry> journal() {
    return bed
        .store
        .<List<JournalEntry>>read(
            s ->
                LongStream.range(1, 100)
                    .mapToObj(PairId::new)
                    .flatMap(p -> s.journal().of(p).stream())
                    .toList())
        .stream();
  }

  private String told(Edit edit) {
    return edit + told(edit.field().side(), edit.record());
  }

  /** All that happened to a record and its person. */
  String told(Side side, RecordId id) {
    var crm = side == Side.SALESFORCE ? bed.salesforce : bed.hubspot;
    var fields =
        crm.history(List.of(id), Instant.EPOCH).getOrDefault(id, List.of()).stream()
            .map(FieldChange::toString);
    var pairs =
        journal()
            .filter(j -> j.record().contains(id.text()))
            .flatMap(j -> j.pair().stream())
            .collect(Collectors.toSet());
    var story =
        journal()
            .filter(j -> j.pair().filter(pairs::contains).isPresent())
            .map(JournalEntry::toString);
    return Stream.concat(fields, story).collect(Collectors.joining("\n  ", "\n  ", "\n"));
  }
}
