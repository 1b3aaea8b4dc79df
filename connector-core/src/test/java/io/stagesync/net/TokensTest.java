package io.stagesync.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokensTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final Tokens tokens = new Tokens(() -> "token-" + asked.incrementAndGet());

  @Test
  void aTokenIsAskedForOnceAndKept() {
    assertThat(tokens.token()).isEqualTo("token-1");
    assertThat(tokens.token()).isEqualTo("token-1");
  }

  @Test
  void aRefusedTokenIsReplacedAndAnOlderRefusalChangesNothing() {
    tokens.token();

    assertThat(tokens.replace("token-1")).isEqualTo("token-2");
    assertThat(tokens.replace("token-1")).isEqualTo("token-2");
    assertThat(tokens.token()).isEqualTo("token-2");
  }

  @Test
  void manyWorkersWithTheSameRefusedTokenCauseOneRequest() throws Exception {
    var refused = tokens.token();
    var together = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(8);
    var got = new ArrayList<Future<String>>();
    Callable<String> worker =
        () -> {
          together.await();
          return tokens.replace(refused);
        };
    for (int i = 0; i < 8; i++) {
      got.add(threads.submit(worker));
    }
    together.countDown();

    for (Future<String> one : got) {
      assertThat(one.get()).isEqualTo("token-2");
    }
    assertThat(asked.get()).isEqualTo(2);
    threads.shutdownNow();
  }
}
