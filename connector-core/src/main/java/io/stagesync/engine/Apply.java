package io.stagesync.engine;

import io.stagesync.drift.Drift;
import io.stagesync.state.Correction;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.Session;
import io.stagesync.state.Vocabularies.Approval;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes exactly what a saved plan says: its pairs are read fresh and decided anew, and only a row
 * whose write is still the very same is written.
 */
final class Apply {
  private static final int CHUNK = 200;

  private final PlanHeader header;
  private final boolean approved;
  private final Chosen.Rows fitting = new Chosen.Rows();
  private long rows;
  private long fit;
  private final Set<Track> moved = new HashSet<>();

  Apply(PlanHeader header, boolean approved) {
    this.header = header;
    this.approved = approved;
  }

  ApplyReport carryOut(Run run, Iterator<PlanRow> plan) {
    check(run);
    var decide = new Decide(run);
    var read = new Read(run);
    var push = new Push(run, decide, read);
    var verify = new Verify(run, decide, read, push);
    verify.all();
    var chunk = new ArrayList<PlanRow>(CHUNK);
    while (plan.hasNext()) {
      var row = plan.next();
      if (chunk.size() >= CHUNK && !row.lead().equals(chunk.get(chunk.size() - 1).lead())) {
        approve(run, decide, read, chunk);
        chunk.clear();
      }
      chunk.add(row);
    }
    approve(run, decide, read, chunk);
    push.toAll(Set.of(Side.values()), verify, approved ? Chosen.APPROVED : fitting);
    run.store().change(session -> approveWords(run, session));
    return new ApplyReport(Report.of(run, Optional.empty()), rows, fit, rows - fit);
  }

  private void check(Run run) {
    for (Side side : Side.values()) {
      var here = run.crms().on(side).account().id();
      if (!here.equals(header.accounts().get(side))) {
        throw stale(
            "it was made for another "
                + side.displayName()
                + (side == Side.SALESFORCE ? " org" : " account"));
      }
    }
    if (!Admission.mapping(run.mapping()).equals(header.mapping())) {
      throw stale("the mapping file means something else since");
    }
    if (header.limit().isPresent() && !approved) {
      throw new EngineException(
          EngineException.Kind.LIMITED,
          header.limit().get().sentence().replace("Look at it with", "It was made with"));
    }
  }

  private static EngineException stale(String why) {
    return new EngineException(
        EngineException.Kind.STALE_PLAN,
        "This plan no longer fits: "
            + why
            + ". Nothing was written. Make a new one with `stagesync plan --out FILE`.");
  }

  private void approve(Run run, Decide decide, Read read, List<PlanRow> chunk) {
    for (Side side : Side.values()) {
      var ids = new LinkedHashSet<RecordId>();
      chunk.forEach(r -> ids.add(side == Side.SALESFORCE ? r.lead() : r.contact()));
      read.fresh(side, ids);
    }
    run.store().change(session -> approve(run, session, decide, chunk));
    run.turn().keep();
  }

  private void approve(Run run, Session session, Decide decide, List<PlanRow> chunk) {
    var byPair = new LinkedHashMap<PairId, List<PlanRow>>();
    for (PlanRow row : chunk) {
      rows++;
      pair(run, session, row)
          .ifPresent(pair -> byPair.computeIfAbsent(pair, p -> new ArrayList<>()).add(row));
    }
    var changed = new ChangedMapping(run, decide);
    var before = approved ? session.pairs().states(byPair.keySet()) : List.<PairState>of();
    if (approved) {
      byPair.forEach(
          (pair, planned) ->
              planned.stream()
                  .filter(PlanRow::mappingChanged)
                  .forEach(r -> changed.approve(session, pair, r.track())));
    }
    decide.anew(session, byPair.keySet());
    for (Map.Entry<PairId, List<PlanRow>> entry : byPair.entrySet()) {
      var waiting = session.corrections().of(entry.getKey());
      var planned = entry.getValue();
      if (waiting.size() == planned.size() && planned.stream().allMatch(r -> waits(waiting, r))) {
        if (approved) {
          session.corrections().approve(List.of(entry.getKey()));
        }
        planned.forEach(r -> fitting.add(entry.getKey(), r.write()));
        fit += planned.size();
        planned.stream()
            .filter(r -> approved && r.mappingChanged())
            .forEach(r -> moved.add(r.track()));
        before = before.stream().filter(s -> !s.pair().id().equals(entry.getKey())).toList();
      }
    }
    changed.takeBack(session, before);
  }

  /**
   * Who approved what a changed mapping asks for has approved the words that it was made for: those
   * of the tracks that it moved, where they fit.
   */
  private void approveWords(Run run, Session session) {
    moved.removeAll(run.catalogs().paused().keySet());
    var words = new Drift.Words(run.catalogs().salesforce(), run.catalogs().hubspot());
    Compare.approve(
        session,
        run.mapping(),
        words,
        moved,
        new Approval(run.now(), "a person, with the plan that run " + run.number() + " applied"));
  }

  private static boolean waits(List<Correction> waiting, PlanRow row) {
    return waiting.stream()
        .anyMatch(c -> c.track().equals(row.track()) && c.write().equals(row.write()));
  }

  /** The row's pair, joined as the plan has it where the store does not know either record's. */
  private static Optional<PairId> pair(Run run, Session session, PlanRow row) {
    var ofLead = session.pairs().of(Side.SALESFORCE, row.lead());
    var ofContact = session.pairs().of(Side.HUBSPOT, row.contact());
    if (ofLead.isPresent() && ofLead.equals(ofContact)) {
      return ofLead.map(p -> p.id());
    }
    if (ofLead.isPresent()
        || ofContact.isPresent()
        || session.records().find(Side.SALESFORCE, row.lead()).isEmpty()
        || session.records().find(Side.HUBSPOT, row.contact()).isEmpty()) {
      return Optional.empty();
    }
    var pair = session.pairs().join(row.lead(), row.contact(), "plan");
    Parting.takeOver(session, pair);
    new Chronicle(run)
        .paired(session, JournalEntry.Kind.PAIRED, pair, "Joined as an approved plan has it");
    return Optional.of(pair.id());
  }
}
