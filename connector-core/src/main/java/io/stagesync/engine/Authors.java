package io.stagesync.engine;

import io.stagesync.mapping.Hands;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.port.CrmException;
import io.stagesync.port.FieldChange;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks who made the changes that were seen in tracks whose mapping says who may. It decides
 * nothing, so it comes last, and what it cannot ask now it asks in a later run: how far it came in
 * the journal is remembered.
 */
final class Authors {
  static final String CODE = "UNAUTHORISED_CHANGE";
  private static final String SEEN_TO = "authors-seen-to";
  private static final int PAGE = 500;
  private static final Logger LOG = LoggerFactory.getLogger(Authors.class);

  private final Run run;
  private final Hands hands;

  Authors(Run run) {
    this.run = run;
    this.hands = run.mapping().hands();
  }

  void look() {
    var seenTo = run.store().read(s -> s.belonging().remark(SEEN_TO)).filter(t -> !t.isEmpty());
    if (hands.writers().isEmpty()) {
      // Whoever asks for it again later does not ask about what happened in between.
      seenTo.ifPresent(t -> run.store().change(s -> s.belonging().remark(SEEN_TO, "")));
      return;
    }
    if (seenTo.isEmpty()) {
      run.store().change(this::begin);
      return;
    }
    try {
      after(Long.parseLong(seenTo.get()));
    } catch (CrmException e) {
      LOG.warn("Who made the latest changes is asked in a later run: {}", e.getMessage());
    }
  }

  private void begin(Session session) {
    session.belonging().remark(SEEN_TO, Long.toString(session.journal().count()));
  }

  private void after(long seenTo) {
    long from = seenTo;
    while (!run.stopping()) {
      long begin = from;
      var page = run.store().read(s -> s.journal().observed(begin, PAGE));
      if (page.isEmpty()) {
        return;
      }
      from = page.get(page.size() - 1).number();
      long reached = from;
      var told = told(page);
      run.store()
          .change(
              session -> {
                session.journal().append(told);
                session.belonging().remark(SEEN_TO, Long.toString(reached));
              });
      told.forEach(entry -> run.counts().found(CODE));
    }
  }

  private List<JournalEntry> told(List<JournalEntry> observed) {
    Map<Side, List<JournalEntry>> asked = new EnumMap<>(Side.class);
    observed.stream()
        .filter(this::asks)
        .forEach(e -> asked.computeIfAbsent(side(e), s -> new ArrayList<>()).add(e));
    var told = new ArrayList<JournalEntry>();
    asked.forEach(
        (side, entries) -> {
          var ids = entries.stream().map(e -> new RecordId(e.record())).distinct().toList();
          var histories = run.crms().on(side).history(ids, Instant.EPOCH);
          for (JournalEntry entry : entries) {
            var history = histories.getOrDefault(new RecordId(entry.record()), List.of());
            author(entry, history).flatMap(change -> told(entry, change)).ifPresent(told::add);
          }
        });
    return told;
  }

  private static Side side(JournalEntry entry) {
    return entry.side().orElseThrow();
  }

  /** Whether the mapping says who may change that field, and its history can be asked. */
  private boolean asks(JournalEntry entry) {
    boolean erased = entry.record().isEmpty();
    return !erased
        && entry
            .track()
            .flatMap(hands::of)
            .filter(w -> entry.side().filter(w.allowed()::containsKey).isPresent())
            .isPresent()
        && field(entry)
            .flatMap(run.catalogs().on(side(entry))::field)
            .filter(FieldCatalog::keepsHistory)
            .isPresent();
  }

  private Optional<FieldName> field(JournalEntry entry) {
    return entry
        .track()
        .flatMap(run.mapping()::find)
        .flatMap((TrackMapping track) -> track.field(side(entry)));
  }

  /** The change that made the field what was seen. */
  private Optional<FieldChange> author(JournalEntry entry, List<FieldChange> history) {
    return history.stream()
        .filter(change -> field(entry).filter(change.field()::equals).isPresent())
        .filter(change -> text(change).equals(entry.is()))
        .filter(change -> !change.at().isAfter(entry.at()))
        .max(Comparator.comparing(FieldChange::at));
  }

  private static String text(FieldChange change) {
    return change.to().value().map(RawValue::text).orElse("");
  }

  private Optional<JournalEntry> told(JournalEntry entry, FieldChange change) {
    var side = side(entry);
    var author = change.by().id();
    return entry
        .track()
        .flatMap(hands::of)
        .filter(writers -> !change.by().ours() && !writers.allows(side, author))
        .map(
            writers ->
                new JournalEntry(
                    0,
                    JournalEntry.Kind.FOUND,
                    entry.pair(),
                    entry.side(),
                    entry.track(),
                    entry.record(),
                    entry.was(),
                    entry.is(),
                    Optional.empty(),
                    CODE
                        + ": "
                        + change.field()
                        + " was changed by "
                        + hands.said(side, author)
                        + ", who is not among its writers ("
                        + run.mapping().fileName()
                        + ":"
                        + writers.line()
                        + ")",
                    hands.said(side, author),
                    change.at(),
                    run.number(),
                    ""));
  }
}
