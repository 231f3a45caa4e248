package io.schemamemory.webhook.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CachedSecretsTest extends RotatingSecrets {
  @Test
  void nothing_is_read_before_it_is_needed() {
    assertThat(readings).isEmpty();
  }

  @Test
  void secrets_are_cached_for_a_minute_and_then_read_again() {
    assertThat(secrets.get()).isEqualTo(OLD);
    there = NEW;
    clock.pass(CachedSecrets.FRESH.minusMillis(1));
    assertThat(secrets.get()).isEqualTo(OLD);
    clock.pass(Duration.ofMillis(1));
    assertThat(secrets.get()).isEqualTo(NEW);
    assertThat(secrets.get()).isEqualTo(NEW);

    assertThat(readings).containsExactly(CachedSecrets.FIRST, CachedSecrets.AGAIN);
    assertThat(log).isEmpty();
  }

  @Test
  void a_failed_first_read_is_reported_and_the_next_request_retries() {
    down = true;
    assertThatThrownBy(secrets::get).isInstanceOf(SecretsUnavailableException.class);
    down = false;
    assertThat(secrets.get()).isEqualTo(OLD);
  }

  @Test
  void an_old_copy_is_used_while_reads_fail_with_a_log_line_for_each_failure() {
    secrets.get();
    clock.pass(CachedSecrets.FRESH);
    down = true;

    assertThat(secrets.get()).isEqualTo(OLD);
    assertThat(secrets.get()).isEqualTo(OLD);
    clock.pass(CachedSecrets.PAUSE);
    assertThat(secrets.get()).isEqualTo(OLD);

    assertThat(readings).hasSize(3);
    assertThat(log)
        .hasSize(2)
        .allMatch(line -> line.equals("secrets stale since " + MovedClock.BEGIN + ": down"));
  }

  @Test
  void an_old_copy_expires() {
    secrets.get();
    down = true;
    clock.pass(CachedSecrets.USABLE.minusMillis(1));
    assertThat(secrets.get()).isEqualTo(OLD);
    clock.pass(Duration.ofMillis(1));

    assertThatThrownBy(secrets::get).isInstanceOf(SecretsUnavailableException.class);
    assertThat(readings.getLast()).isEqualTo(CachedSecrets.FIRST);
  }

  @Test
  void a_clock_that_went_back_makes_a_copy_too_old_and_never_younger() {
    secrets.get();
    there = NEW;
    clock.pass(Duration.ofSeconds(-1));

    assertThat(secrets.get()).isEqualTo(NEW);
  }
}
