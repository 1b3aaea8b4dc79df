package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.state.Session;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.Side;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.MDC;

/**
 * The runs of one store. Puts the verbs in sequence and holds the writer's place meanwhile; decides
 * nothing itself.
 *
 * <p>A run: look into earlier writes, read both sides, find pairs, decide, hold the plan against
 * the limits, write, move the cursors. What is cut off anywhere is taken up by the next run.
 */
public final class Engine {
  static final String LATEST_READ = "latest-read";

  private final Setting setting;

  public Engine(Store store, Crms crms, Mapping mapping, Surroundings surroundings) {
    this(new Setting(store, crms, mapping, surroundings, Beside.THREADS, Proofs::counterexample));
  }

  Engine(Setting setting) {
    this.setting = setting;
  }

  /**
   * Does a run.
   *
   * @throws EngineException when it may not begin
   * @throws io.stagesync.port.CrmException when a CRM is in the way
   * @throws io.stagesync.state.StoreException when the store is in the way
   */
  public RunReport run(RunRequest request) {
    return within(
        request.kind(),
        run -> {
          var decide = new Decide(run, seenIn(run, request));
          var read = new Read(run);
          var push = new Push(run, decide, read);
          var verify = new Verify(run, decide, read, push);
          verify.all();
          var cursors = read.read(request.reads());
          new Match(run).all();
          decide.all();
          run.store().change(cursors::store);
          var limit = request.pushes().isEmpty() ? Optional.<LimitReached>empty() : limit(run);
          if (limit.isEmpty()) {
            push.toAll(request.pushes(), verify, Chosen.EVERYTHING);
          }
          new Authors(run).look();
          return Report.of(run, limit);
        });
  }

  /** A run that only writes decides on what the latest reading run saw. */
  private static long seenIn(Run run, RunRequest request) {
    if (request.reads() == RunRequest.Reads.NOTHING) {
      return run.store()
          .read(s -> s.belonging().remark(LATEST_READ))
          .map(Long::parseLong)
          .orElse(run.number());
    }
    run.store().change(s -> s.belonging().remark(LATEST_READ, Long.toString(run.number())));
    return run.number();
  }

  private static Optional<LimitReached> limit(Run run) {
    return run.store()
        .read(
            s ->
                Guard.check(
                    run.mapping().limits(),
                    TakingPart.count(s, run.mapping()),
                    s.corrections().tally(),
                    CappedLabel.waiting(run.mapping(), s)));
  }

  /**
   * What a sync would write just now. This engine's store has to be a copy of its own, which is
   * closed with the plan.
   */
  public Plan plan() {
    // The copy came with the place of whoever works on the original; in the copy nobody works.
    setting.store().holder().ifPresent(setting.store()::release);
    return within(
        "plan",
        run -> {
          new Read(run).read(RunRequest.Reads.CHANGES);
          new Match(run).all();
          var decide = new Decide(run);
          decide.all();
          return ScratchPlan.of(run, new ChangedMapping(run, decide).foresee());
        });
  }

  /**
   * What this engine's mapping would do to everybody, as both CRMs have them just now. Its store
   * has to be a copy of its own. Fields that no run ever read make it read everything.
   *
   * @param rows how many rows of each kind are shown
   */
  public Preview preview(int rows) {
    setting.store().holder().ifPresent(setting.store()::release);
    var mapping = setting.mapping();
    boolean same = setting.store().read(s -> Foresee.meansTheSame(s, mapping));
    var unread = setting.store().read(s -> Foresee.unread(s, mapping));
    return within(
        "preview",
        run -> {
          new Read(run)
              .read(unread.isEmpty() ? RunRequest.Reads.CHANGES : RunRequest.Reads.EVERYTHING);
          new Match(run).all();
          var decide = new Decide(run);
          var ground =
              new Preview.Ground(true, same, run.number(), Map.of(), run.catalogs().paused());
          var moment = new Foresee.Moment(run.number(), run.now());
          return new Foresee(run.store(), mapping, run.catalogs(), moment, decide::date)
              .all(ground, rows);
        });
  }

  /**
   * Writes exactly what a saved plan says. Rows whose pair moved since are left out.
   *
   * @param approved whether a person approved it, so that it may go beyond the mapping's limits
   * @throws EngineException {@code STALE_PLAN} when it was made for another org, account or
   *     mapping; {@code LIMITED} when it goes beyond the limits and nobody approved it
   */
  public ApplyReport apply(PlanHeader header, Iterator<PlanRow> rows, boolean approved) {
    return within("apply", run -> new Apply(header, approved).carryOut(run, rows));
  }

  /** Reads who responded to which campaign; touches nothing else. */
  public RunReport campaignMembers() {
    return within("campaign-members", Engine::campaignMembers);
  }

  private static RunReport campaignMembers(Run run) {
    var since = run.store().read(s -> s.campaignResponses().cursor());
    run.progress().step(Progress.Step.CAMPAIGN_MEMBERS, 0);
    var next =
        run.crms()
            .campaignMembers()
            .changes(
                since,
                page -> {
                  run.store().change(s -> s.campaignResponses().see(page));
                  run.progress().advanced(Progress.Step.CAMPAIGN_MEMBERS, page.size());
                });
    next.ifPresentOrElse(
        cursor -> run.store().change(s -> s.campaignResponses().cursor(cursor)),
        () -> run.counts().found("CAMPAIGN_MEMBERS_NOT_READABLE"));
    run.progress().done(Progress.Step.CAMPAIGN_MEMBERS);
    return Report.of(run, Optional.empty());
  }

  private <T> T within(String kind, Function<Run, T> work) {
    var counts = new Counts(Report.calls(setting.crms()));
    try (Turn turn = Turn.take(setting.store(), setting.around())) {
      var accounts = setting.beside().both(side -> setting.crms().on(side).account());
      long number =
          setting
              .store()
              .write(
                  session -> {
                    Admission.check(session, accounts);
                    return session.runs().begin(kind, setting.around().clock().instant());
                  });
      MDC.put("run", Long.toString(number));
      try {
        var catalogs = catalogs(number);
        var listed = PilotList.read(setting);
        var run = new Run(number, kind, setting, catalogs, listed, turn, counts);
        var result = work.apply(run);
        end(number, ending(run, result), counts.sentence());
        setting.store().change(this::noteBudgets);
        return result;
      } catch (RuntimeException failure) {
        endAfter(number, failure);
        throw failure;
      } finally {
        MDC.remove("run");
      }
    }
  }

  private static String ending(Run run, Object result) {
    if (result instanceof RunReport report) {
      return report.ending().name();
    }
    return (run.stopping() ? RunReport.Ending.STOPPED : RunReport.Ending.DONE).name();
  }

  /** Keeps what each CRM last said of its daily calls, for whoever asks beside us. */
  private void noteBudgets(Session session) {
    for (Side side : Side.values()) {
      setting
          .crms()
          .on(side)
          .dailyBudget()
          .ifPresent(b -> session.belonging().remark(budget(side), b.used() + " of " + b.limit()));
    }
  }

  /** The store's remark that holds how many of a CRM's daily calls are used. */
  public static String budget(Side side) {
    return "daily-calls-" + side.key();
  }

  /** What both sides accept, and which tracks are paused for it; the store knows it from here. */
  private Catalogs catalogs(long number) {
    Admission.refuseLostLabels(setting.store(), setting.mapping());
    var both = setting.beside().both(side -> setting.crms().on(side).catalog(false));
    var read = new Catalogs(both.salesforce(), both.hubspot());
    var drift = setting.store().read(s -> Watch.drift(s, setting, read));
    var paused =
        new Laws(
                setting.mapping(),
                new Catalogs(both.salesforce(), both.hubspot(), drift.paused()),
                setting.prover())
            .paused();
    setting.store().change(s -> Watch.over(s, setting, read, paused, number));
    Watch.refuseWhatCannotGoOn(setting, drift, paused);
    var catalogs = new Catalogs(both.salesforce(), both.hubspot(), paused);
    setting.store().change(session -> Admission.notice(session, setting, catalogs));
    return catalogs;
  }

  private void end(long number, String ending, String report) {
    setting
        .store()
        .change(s -> s.runs().end(number, ending, report, setting.around().clock().instant()));
  }

  private void endAfter(long number, RuntimeException failure) {
    try {
      end(number, "FAILED", String.valueOf(failure.getMessage()));
    } catch (RuntimeException second) {
      // The store itself is in the way: the first failure says so, and the run counts as cut off.
      failure.addSuppressed(second);
    }
  }
}
