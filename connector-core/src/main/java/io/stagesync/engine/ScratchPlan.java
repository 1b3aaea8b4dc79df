package io.stagesync.engine;

import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Correction;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.Session;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.Side;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A plan that stands in a store of its own: rows are read from it as they are asked for. */
final class ScratchPlan implements Plan {
  private static final int PAGE = 500;
  private static final List<Reason> WORTH_A_ROW =
      Arrays.stream(Reason.values())
          .filter(
              r ->
                  r.outcome() == Outcome.HELD
                      || r.outcome() == Outcome.CONFLICT
                      || r.outcome() == Outcome.REFUSED
                      || r.outcome() == Outcome.FAILED)
          .toList();

  private final Store store;
  private final PlanHeader header;

  private ScratchPlan(Store store, PlanHeader header) {
    this.store = store;
    this.header = header;
  }

  /**
   * @param forChangedMapping how many tracks of pairs are in it only because the mapping changed
   */
  static Plan of(Run run, long forChangedMapping) {
    var header =
        run.store()
            .read(
                session -> {
                  var tallies = session.corrections().tally();
                  var pairs = session.pairs().count();
                  var effects = CappedLabel.waiting(run.mapping(), session);
                  var accounts = new EnumMap<Side, String>(Side.class);
                  var calls = new EnumMap<Side, Long>(Side.class);
                  for (Side side : Side.values()) {
                    accounts.put(side, run.crms().on(side).account().id());
                    var batch = run.crms().on(side).batchSize();
                    calls.put(side, (session.corrections().count(side) + batch - 1) / batch);
                  }
                  return new PlanHeader(
                      accounts,
                      Admission.mapping(run.mapping()),
                      run.now(),
                      pairs,
                      tallies.stream().mapToLong(t -> t.count()).sum(),
                      tallies,
                      session.pairs().counts(),
                      Report.alone(session),
                      calls,
                      effects,
                      run.catalogs().paused(),
                      Guard.check(
                              run.mapping().limits(),
                              TakingPart.count(session, run.mapping()),
                              tallies,
                              effects)
                          .or(() -> Guard.changedMapping(forChangedMapping)));
                });
    return new ScratchPlan(run.store(), header);
  }

  @Override
  public PlanHeader header() {
    return header;
  }

  @Override
  public void rows(Consumer<PlanRow> rows) {
    pairs(Side.SALESFORCE, waiting -> true, rows);
    pairs(
        Side.HUBSPOT,
        waiting -> waiting.stream().allMatch(c -> c.write().side() == Side.HUBSPOT),
        rows);
  }

  /** Hands on everything that waits for the pairs for which something waits on a side. */
  private void pairs(Side side, Predicate<List<Correction>> which, Consumer<PlanRow> rows) {
    Optional<PairId> after = Optional.empty();
    while (true) {
      var from = after;
      var page = store.read(s -> page(s, side, from));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(
          (state, waiting) -> {
            if (which.test(waiting)) {
              waiting.forEach(c -> rows.accept(row(state, c)));
            }
          });
      after = page.keySet().stream().map(p -> p.pair().id()).max(PairId::compareTo);
    }
  }

  private static Map<PairState, List<Correction>> page(
      Session session, Side side, Optional<PairId> after) {
    var ids =
        session.corrections().waiting(side, after, PAGE).stream()
            .map(Correction::pair)
            .distinct()
            .toList();
    var page = new LinkedHashMap<PairState, List<Correction>>();
    session
        .pairs()
        .states(ids)
        .forEach(state -> page.put(state, session.corrections().of(state.pair().id())));
    return page;
  }

  private static PlanRow row(PairState state, Correction c) {
    return new PlanRow(
        state.pair().lead(),
        state.pair().contact(),
        c.track(),
        c.write(),
        c.reason(),
        c.from(),
        c.to(),
        c.why(),
        ChangedMapping.isApproved(state, c.track()));
  }

  @Override
  public void held(Consumer<HeldRow> rows) {
    Optional<PairId> after = Optional.empty();
    while (true) {
      var from = after;
      var page = store.read(s -> s.pairs().withReason(WORTH_A_ROW, from, PAGE));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(
          d ->
              rows.accept(
                  new HeldRow(
                      d.pair().lead(),
                      d.pair().contact(),
                      d.track(),
                      d.decided().reason(),
                      d.decided().why(),
                      d.decided().release())));
      after = Optional.of(page.get(page.size() - 1).pair().id());
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
