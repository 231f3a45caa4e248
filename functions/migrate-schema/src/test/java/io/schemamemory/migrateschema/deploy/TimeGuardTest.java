package io.schemamemory.migrateschema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TimeGuardTest {
  private final AtomicInteger acted = new AtomicInteger();

  @Test
  void stopped_in_time_it_never_acts() {
    TimeGuard guard = TimeGuard.start(Duration.ofDays(1), acted::incrementAndGet);

    assertThat(guard.stop()).isTrue();
    assertThat(acted).hasValue(0);
  }

  @Test
  void what_it_does_is_finished_before_it_is_stopped() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    TimeGuard guard =
        TimeGuard.start(
            Duration.ofSeconds(-5),
            () -> {
              begun.countDown();
              acted.incrementAndGet();
            });
    begun.await();

    assertThat(guard.stop()).isFalse();
    assertThat(acted).hasValue(1);
  }
}
