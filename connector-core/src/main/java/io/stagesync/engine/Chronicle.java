package io.stagesync.engine;

import io.stagesync.port.CrmRecord;
import io.stagesync.port.Reading;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.state.Intent;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.Pair;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.SeenRecord;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts what is observed and done into the journal's words. */
final class Chronicle {
  private static final Set<Outcome> WORTH_A_LINE =
      Set.of(Outcome.HELD, Outcome.CONFLICT, Outcome.REFUSED);

  private final Run run;

  Chronicle(Run run) {
    this.run = run;
  }

  /** Notes new agreements and new holds; what stands as it stood is not noted again. */
  void decided(Session session, PairState state, PairDecision decision) {
    var entries = new ArrayList<JournalEntry>();
    for (Map.Entry<Track, TrackDecision> entry : decision.tracks().entrySet()) {
      var track = entry.getKey();
      var d = entry.getValue();
      var before = state.track(track).base().map(b -> b.label());
      var now = d.base().map(b -> b.label());
      if (d.outcome() == Outcome.AGREED && now.isPresent() && !now.equals(before)) {
        entries.add(decided(JournalEntry.Kind.AGREED, state.pair(), track, d, before));
      } else if (WORTH_A_LINE.contains(d.outcome()) && isNew(session, state, track, d)) {
        entries.add(decided(JournalEntry.Kind.HELD, state.pair(), track, d, before));
      }
    }
    session.journal().append(entries);
  }

  private static boolean isNew(Session session, PairState state, Track track, TrackDecision d) {
    var last = session.pairs().decisions(state.pair().id()).get(track);
    return last == null || last.reason() != d.reason() || !last.why().equals(d.why());
  }

  private JournalEntry decided(
      JournalEntry.Kind kind, Pair pair, Track track, TrackDecision d, Optional<Label> before) {
    return entry(
        kind,
        Optional.of(pair.id()),
        Optional.empty(),
        Optional.of(track),
        "",
        before.map(Label::name).orElse(""),
        d.to().map(Label::name).orElse(""),
        Optional.of(d.reason()),
        d.why(),
        "",
        run.now(),
        "");
  }

  /** Notes what somebody else changed in a record of a pair. */
  void observed(Session session, Side side, SeenRecord before, CrmRecord now) {
    var pair = session.pairs().of(side, now.id());
    if (pair.isEmpty()) {
      return;
    }
    var entries = new ArrayList<JournalEntry>();
    for (Map.Entry<FieldName, Reading> field : now.fields().entrySet()) {
      var old = before.fields().get(field.getKey());
      if (old == null || old.reading().equals(field.getValue())) {
        continue;
      }
      entries.add(
          entry(
              JournalEntry.Kind.OBSERVED,
              pair.map(Pair::id),
              Optional.of(side),
              run.mapping().trackOf(field.getKey()),
              now.id().toString(),
              text(old.reading().value()),
              text(field.getValue().value()),
              Optional.empty(),
              field.getKey() + " changed",
              now.modifiedBy().map(a -> run.mapping().hands().said(side, a.id())).orElse(""),
              now.modified(),
              ""));
    }
    session.journal().append(entries);
  }

  /** Notes that two records were joined or parted. */
  void paired(Session session, JournalEntry.Kind kind, Pair pair, String text) {
    session
        .journal()
        .append(
            List.of(
                entry(
                    kind,
                    Optional.of(pair.id()),
                    Optional.empty(),
                    Optional.empty(),
                    pair.lead() + " " + pair.contact(),
                    "",
                    "",
                    Optional.empty(),
                    text,
                    "",
                    run.now(),
                    "")));
  }

  /** Notes what became of one field of a write. */
  void wrote(
      Session session, JournalEntry.Kind kind, Intent intent, Intent.Part part, String text) {
    session
        .journal()
        .append(
            List.of(
                entry(
                    kind,
                    Optional.of(intent.pair()),
                    Optional.of(intent.side()),
                    Optional.of(part.track()),
                    intent.record().toString(),
                    text(part.write().expected()),
                    text(part.write().value()),
                    Optional.of(part.reason()),
                    text,
                    "StageSync",
                    run.now(),
                    intent.trace())));
  }

  private JournalEntry entry(
      JournalEntry.Kind kind,
      Optional<PairId> pair,
      Optional<Side> side,
      Optional<Track> track,
      String record,
      String was,
      String is,
      Optional<Reason> reason,
      String text,
      String by,
      Instant at,
      String trace) {
    return new JournalEntry(
        0, kind, pair, side, track, record, was, is, reason, text, by, at, run.number(), trace);
  }

  private static String text(Optional<RawValue> value) {
    return value.map(RawValue::text).orElse("");
  }
}
