package io.schemamemory.planetscale.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.FixedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private static final Instant NOW = FixedTime.NOW;

  private final List<Duration> pauses = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "1, 250, 500", "2, 500, 1000", "3, 1000, 2000", "6, 8000, 16000",
    "7, 15000, 30000", "8, 15000, 30000", "60, 15000, 30000", "2147483647, 15000, 30000"
  })
  void the_wait_doubles_up_to_half_a_minute_and_half_of_it_is_chance(
      int tries, long shortest, long longest) {
    assertThat(waiting(0).after(tries)).isEqualTo(Duration.ofMillis(shortest));
    assertThat(waiting(0.5).after(tries)).isEqualTo(Duration.ofMillis((shortest + longest) / 2));
    assertThat(waiting(Math.nextDown(1.0)).after(tries)).isEqualTo(Duration.ofMillis(longest));
  }

  @Test
  void a_wait_that_was_told_is_never_shortened() {
    Duration told = Duration.ofSeconds(7);

    assertThat(waiting(0).atLeast(told)).isEqualTo(told);
    assertThat(waiting(Math.nextDown(1.0)).atLeast(told)).isEqualTo(told.plusMillis(500));
  }

  @ParameterizedTest
  @CsvSource({"1000, 1001, true", "1000, 1000, false", "1000, 999, false", "1000, -1, false"})
  void a_wait_ends_before_the_deadline_or_is_not_begun(long wait, long left, boolean passed) {
    Duration time = Duration.ofMillis(wait);

    assertThat(waiting(0).pass(time, NOW.plusMillis(left))).isEqualTo(passed);
    assertThat(pauses).isEqualTo(passed ? List.of(time) : List.of());
  }

  @Test
  void real_time_passes_and_chance_stays_in_its_bounds() {
    Backoff real = Backoff.real();
    Instant before = real.now();

    assertThat(real.pass(Duration.ofMillis(5), before.plusSeconds(60))).isTrue();

    assertThat(real.now()).isAfterOrEqualTo(before.plusMillis(5));
    assertThat(real.jitter().getAsDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void one_interrupted_while_waiting_goes_on_no_further_and_stays_interrupted() {
    Thread.currentThread().interrupt();
    Backoff real = Backoff.real();

    assertThat(real.pass(Duration.ofHours(1), real.now().plusSeconds(7200))).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  private Backoff waiting(double chance) {
    return new Backoff(() -> NOW, pauses::add, () -> chance);
  }
}
