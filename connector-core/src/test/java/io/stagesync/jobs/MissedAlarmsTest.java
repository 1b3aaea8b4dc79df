package io.stagesync.jobs;

import static io.stagesync.jobs.JobKind.CAMPAIGN_MEMBERS;
import static io.stagesync.jobs.JobKind.FULL_SWEEP;
import static io.stagesync.jobs.JobKind.INCREMENTAL;
import static io.stagesync.jobs.JobKind.PUSH_TO_HUBSPOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.EngineException;
import io.stagesync.engine.RunReport;
import io.stagesync.port.CrmException;
import io.stagesync.vocabulary.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Alarms that really pile up in Quartz. A second clock beside, which nothing holds up, tells how
 * many alarms have passed.
 */
class MissedAlarmsTest {
  private static final String EVERY_SECOND = "* * * * * ?";
  private static final String EVERY_NIGHT = "0 0 3 * * ?";
  private static final Jobs.Patience PATIENCE =
      new Jobs.Patience(Duration.ofSeconds(1), Duration.ofMillis(300));
  private static final int PILE = 4;

  private final List<JobKind> began = new CopyOnWriteArrayList<>();
  private final List<JobKind> missed = new CopyOnWriteArrayList<>();
  private final List<JobKind> comesAgain = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch ticks = new CountDownLatch(0);
  private final Jobs beside =
      clock(
          Map.of(PUSH_TO_HUBSPOT, EVERY_SECOND),
          job -> {
            ticks.countDown();
            return false;
          },
          Map.of(),
          new CopyOnWriteArrayList<>());

  @AfterEach
  void stopTheClockBeside() {
    beside.close();
  }

  private Jobs clock(
      Map<JobKind, String> crons,
      Predicate<JobKind> work,
      Map<JobKind, Instant> last,
      List<JobKind> missed) {
    return clock(crons, work, last, missed, PATIENCE);
  }

  private Jobs clock(
      Map<JobKind, String> crons,
      Predicate<JobKind> work,
      Map<JobKind, Instant> last,
      List<JobKind> missed,
      Jobs.Patience patience) {
    var news =
        new JobNews() {
          @Override
          public void ended(RunReport report) {}

          @Override
          public void failed(JobKind job, RuntimeException why) {}

          @Override
          public void again(JobKind job, Instant at) {
            comesAgain.add(job);
          }

          @Override
          public void missed(JobKind job, Instant due) {
            missed.add(job);
          }
        };
    return Jobs.start(new Schedule(ZoneOffset.UTC, crons), work, last, news, patience);
  }

  private void alarms(int count) throws InterruptedException {
    ticks = new CountDownLatch(count);
    assertThat(ticks.await(60, TimeUnit.SECONDS)).isTrue();
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  /** Work whose first run lasts until it is let go. */
  private final class Held implements Predicate<JobKind> {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @Override
    public boolean test(JobKind job) {
      began.add(job);
      if (job == INCREMENTAL && begun.getCount() > 0) {
        begun.countDown();
        try {
          go.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return false;
    }

    void outlasts(int alarms) throws InterruptedException {
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
      alarms(alarms);
      assertThat(began).as("nothing else begins meanwhile").containsExactly(INCREMENTAL);
      go.countDown();
    }
  }

  @Test
  void alarmsOfAFrequentJobThatPileUpBehindALongRunAreDropped() throws Exception {
    var work = new Held();
    try (var jobs = clock(Map.of(INCREMENTAL, EVERY_SECOND), work, Map.of(), missed)) {
      work.outlasts(PILE);
      alarms(1);
      assertThat(jobs.nextTimes()).containsKey(INCREMENTAL);
    }
    assertThat(missed).contains(INCREMENTAL);
    assertThat(began.size() - 1).as("runs beside one more alarm").isLessThan(PILE);
  }

  @Test
  void aNightlyJobThatCameDueTwiceBehindALongRunIsMadeUpForOnce() throws Exception {
    int second = now().atZone(ZoneOffset.UTC).getSecond();
    // Two alarms that come while the long run lasts, and none for the rest of the minute.
    var soon = (second + 2) % 60 + "," + (second + 3) % 60 + " * * * * ?";
    var work = new Held();
    var crons = Map.of(INCREMENTAL, EVERY_SECOND, FULL_SWEEP, soon);
    try (var jobs = clock(crons, work, Map.of(), missed)) {
      work.outlasts(PILE + 1);
      alarms(1);
      assertThat(jobs.nextTimes()).containsKey(FULL_SWEEP);
    }
    assertThat(missed).contains(FULL_SWEEP);
    assertThat(began.stream().filter(FULL_SWEEP::equals)).hasSize(1);
  }

  @Test
  void aNightlyJobIsMadeUpForOnceWhenNoClockRanForTwoNightsAndNoOther() throws Exception {
    var made = new CountDownLatch(1);
    Predicate<JobKind> work =
        job -> {
          began.add(job);
          made.countDown();
          return false;
        };
    var crons =
        Map.of(
            FULL_SWEEP, EVERY_NIGHT,
            CAMPAIGN_MEMBERS, EVERY_NIGHT,
            INCREMENTAL, EVERY_NIGHT);
    var twoNightsAgo = now().minus(Duration.ofDays(2));
    var atThree = new Cron(EVERY_NIGHT).after(now().minus(Duration.ofDays(1)), ZoneOffset.UTC);
    var last =
        Map.of(
            FULL_SWEEP, twoNightsAgo,
            // Ran at its time, as quickly as an alarm goes off.
            CAMPAIGN_MEMBERS, atThree.orElseThrow().plusMillis(40),
            // Frequent, as far as anybody knows.
            INCREMENTAL, twoNightsAgo);
    try (var jobs = clock(crons, work, last, missed)) {
      assertThat(made.await(60, TimeUnit.SECONDS)).isTrue();
      alarms(2);
      assertThat(jobs.nextTimes()).hasSize(3);
      assertThat(jobs.nextTimes().values()).allMatch(at -> at.isAfter(now()));
    }
    assertThat(began).containsExactly(FULL_SWEEP);
    assertThat(missed).containsExactly(FULL_SWEEP);
  }

  @Test
  void aNightlyJobThatNeverRanWaitsForItsNight() {
    try (var jobs =
        clock(Map.of(FULL_SWEEP, EVERY_NIGHT), job -> !began.add(job), Map.of(), missed)) {
      assertThat(jobs.nextTimes().get(FULL_SWEEP)).isAfter(now());
    }
    assertThat(began).isEmpty();
  }

  @Test
  void aNightlyJobThatRanInVainComesAgainUntilItDoesNot() throws Exception {
    var attempts = new CountDownLatch(3);
    Predicate<JobKind> inVainTwice =
        job -> {
          began.add(job);
          attempts.countDown();
          return attempts.getCount() > 0;
        };
    var last = Map.of(FULL_SWEEP, now().minus(Duration.ofDays(2)));
    try (var jobs = clock(Map.of(FULL_SWEEP, EVERY_NIGHT), inVainTwice, last, missed)) {
      assertThat(attempts.await(60, TimeUnit.SECONDS)).isTrue();
      alarms(2);
      assertThat(jobs.nextTimes().get(FULL_SWEEP)).as("its own time stands").isAfter(now());
    }
    assertThat(began).containsExactly(FULL_SWEEP, FULL_SWEEP, FULL_SWEEP);
    assertThat(comesAgain).containsExactly(FULL_SWEEP, FULL_SWEEP);
  }

  @Test
  void aFrequentJobThatRanInVainWaitsForItsOwnTime() throws Exception {
    try (var jobs = clock(Map.of(INCREMENTAL, EVERY_SECOND), began::add, Map.of(), missed)) {
      alarms(2);
      assertThat(jobs.nextTimes()).containsKey(INCREMENTAL);
    }
    assertThat(comesAgain).isEmpty();
  }

  @Test
  void aNightlyJobWhoseOwnTimeComesFirstIsNotTriedInBetween() throws Exception {
    // Its own time comes each second, sooner than it would come again.
    var patient = new Jobs.Patience(Duration.ofSeconds(1), Duration.ofMinutes(15));
    try (var jobs =
        clock(Map.of(FULL_SWEEP, EVERY_SECOND), began::add, Map.of(), missed, patient)) {
      alarms(2);
      assertThat(jobs.nextTimes()).containsKey(FULL_SWEEP);
    }
    assertThat(comesAgain).isEmpty();
  }

  @Test
  void onlyWhatIsOverSoonByItselfLetsAJobComeAgain() {
    assertThat(Jobs.mayPass(new EngineException(EngineException.Kind.BUSY, "held"))).isTrue();
    assertThat(Jobs.mayPass(crm(CrmException.Kind.UNREACHABLE))).isTrue();
    assertThat(Jobs.mayPass(crm(CrmException.Kind.CLOSED))).isTrue();

    assertThat(Jobs.mayPass(new EngineException(EngineException.Kind.MISFIT, "no"))).isFalse();
    assertThat(Jobs.mayPass(crm(CrmException.Kind.CREDENTIALS))).isFalse();
    assertThat(Jobs.mayPass(crm(CrmException.Kind.DAILY_LIMIT))).isFalse();
    assertThat(Jobs.mayPass(new IllegalStateException("a mistake of ours"))).isFalse();
  }

  private static CrmException crm(CrmException.Kind kind) {
    return new CrmException(Side.HUBSPOT, kind, "", "no answer", Optional.empty(), null);
  }
}
