package io.schemamemory.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TickTest {

  @Test
  void a_tick_is_skipped_while_the_one_before_is_running() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    Tick tick =
        new Tick(
            () -> {
              await(hold);
              done.incrementAndGet();
            });

    Thread first = tick.begin().orElseThrow();
    assertThat(tick.begin()).isEmpty();
    hold.countDown();
    first.join();

    tick.begin().orElseThrow().join();
    assertThat(done).hasValue(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
