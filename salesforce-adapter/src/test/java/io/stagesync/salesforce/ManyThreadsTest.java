package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.WriteResult.Kind;
import io.stagesync.vocabulary.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ManyThreadsTest extends SimulatedTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 25;

  @Test
  void readsAndWritesOfManyThreadsDoNotMixWhilePeopleEdit()
      throws InterruptedException, ExecutionException {
    var pool = Executors.newFixedThreadPool(THREADS);
    try {
      var work = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < THREADS; i++) {
        var mine = lead("p" + i + "@example.org");
        work.add(() -> writesAndReadsBack(mine));
      }
      for (var done : pool.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      pool.shutdown();
    }

    assertThat(org.writes()).hasSize(THREADS * ROUNDS);
  }

  private boolean writesAndReadsBack(String lead) {
    for (int round = 0; round < ROUNDS; round++) {
      var value = round % 2 == 0 ? "Customer" : "Opportunity";
      org.edit(lead, "LastName", "round " + round, "Nina");
      if (writeOne(lead, STAGE, value).kind() != Kind.WRITTEN) {
        return false;
      }
      var read = crm.fetch(List.of(new RecordId(lead))).get(0).fields().get(STAGE);
      if (read == null || read.value().filter(v -> v.text().equals(value)).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
