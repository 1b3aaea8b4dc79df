package io.stagesync.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.RunRequest;
import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.vocabulary.Side;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Schedule AFTER_EACH_READ =
      new Schedule(ZoneOffset.UTC, Map.of(JobKind.INCREMENTAL, "0 * * * * ?"));
  private static final Schedule SALESFORCE_AT_NIGHT =
      new Schedule(
          ZoneOffset.UTC,
          Map.of(
              JobKind.INCREMENTAL, "0 * * * * ?", JobKind.PUSH_TO_SALESFORCE, "0 0 22-23 * * ?"));

  @Test
  void aPushWithoutTimesOfItsOwnRunsRightAfterEachRead() {
    assertThat(AFTER_EACH_READ.request(JobKind.INCREMENTAL))
        .contains(
            new RunRequest("incremental", Reads.CHANGES, Set.of(Side.SALESFORCE, Side.HUBSPOT)));
    assertThat(AFTER_EACH_READ.request(JobKind.FULL_SWEEP))
        .contains(
            new RunRequest("full-sweep", Reads.EVERYTHING, Set.of(Side.SALESFORCE, Side.HUBSPOT)));
  }

  @Test
  void aPushWithAWindowIsLeftToItsWindow() {
    assertThat(SALESFORCE_AT_NIGHT.request(JobKind.INCREMENTAL))
        .contains(new RunRequest("incremental", Reads.CHANGES, Set.of(Side.HUBSPOT)));
    assertThat(SALESFORCE_AT_NIGHT.request(JobKind.PUSH_TO_SALESFORCE))
        .contains(new RunRequest("push-to-salesforce", Reads.NOTHING, Set.of(Side.SALESFORCE)));
  }

  @Test
  void readingCampaignMembersIsNoRunThatCouldWrite() {
    assertThat(AFTER_EACH_READ.request(JobKind.CAMPAIGN_MEMBERS)).isEmpty();
  }

  @Test
  void aMissedAlarmIsMadeUpForByTheNightlyJobsOnly() {
    assertThat(Arrays.stream(JobKind.values()).filter(JobKind::makesUp))
        .containsExactly(JobKind.FULL_SWEEP, JobKind.CAMPAIGN_MEMBERS);
  }
}
