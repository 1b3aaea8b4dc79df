package io.stagesync.jobs;

import static io.stagesync.jobs.JobKind.CAMPAIGN_MEMBERS;
import static io.stagesync.jobs.JobKind.FULL_SWEEP;
import static io.stagesync.jobs.JobKind.INCREMENTAL;
import static io.stagesync.jobs.JobKind.PUSH_TO_HUBSPOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.RunReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Alarms that really pile up in Quartz. A second clock beside, which nothing holds up, tells how
 * many alarms have passed.
 */
class MissedAlarmsTest {
  private static final String EVERY_SECOND = "* * * * * ?";
  private static final String EVERY_NIGHT = "0 0 3 * * ?";
  private static final Duration LATE = Duration.ofSeconds(1);
  private static final int PILE = 4;

  private final List<JobKind> began = new CopyOnWriteArrayList<>();
  private final List<JobKind> missed = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch ticks = new CountDownLatch(0);
  private final Jobs beside =
      clock(
          Map.of(PUSH_TO_HUBSPOT, EVERY_SECOND),
          job -> ticks.countDown(),
          Map.of(),
          new CopyOnWriteArrayList<>());

  @AfterEach
  void stopTheClockBeside() {
    beside.close();
  }

  private static Jobs clock(
      Map<JobKind, String> crons,
      Consumer<JobKind> work,
      Map<JobKind, Instant> last,
      List<JobKind> missed) {
    var news =
        new JobNews() {
          @Override
          public void ended(RunReport report) {}

          @Override
          public void failed(JobKind job, RuntimeException why) {}

          @Override
          public void missed(JobKind job, Instant due) {
            missed.add(job);
          }
        };
    return Jobs.start(new Schedule(ZoneOffset.UTC, crons), work, last, news, LATE);
  }

  private void alarms(int count) throws InterruptedException {
    ticks = new CountDownLatch(count);
    assertThat(ticks.await(60, TimeUnit.SECONDS)).isTrue();
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  /** Work whose first run lasts until it is let go. */
  private final class Held implements Consumer<JobKind> {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @Override
    public void accept(JobKind job) {
      began.add(job);
      if (job == INCREMENTAL && begun.getCount() > 0) {
        begun.countDown();
        try {
          go.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
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
    Consumer<JobKind> work =
        job -> {
          began.add(job);
          made.countDown();
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
    try (var jobs = clock(Map.of(FULL_SWEEP, EVERY_NIGHT), began::add, Map.of(), missed)) {
      assertThat(jobs.nextTimes().get(FULL_SWEEP)).isAfter(now());
    }
    assertThat(began).isEmpty();
  }
}
