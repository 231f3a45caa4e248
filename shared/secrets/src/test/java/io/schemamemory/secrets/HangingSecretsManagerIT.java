package io.schemamemory.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever hangs, a reading ends in time.
class HangingSecretsManagerIT extends SecretsFixture {
  private static final Duration SHORT = Duration.ofMillis(400);

  /// Far more than the limit on a busy machine, far less than the hanging lasts.
  private static final Duration BOUNDED = Duration.ofSeconds(3);

  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void end() {
    end.countDown();
  }

  @Test
  void who_never_answers_is_not_waited_for() {
    server.misbehave(_ -> await(Duration.ofSeconds(30)));

    assertGivenUp();
  }

  @Test
  void who_answers_a_byte_at_a_time_is_not_waited_for() {
    server.misbehave(
        exchange -> {
          exchange.sendResponseHeaders(200, 10_000);
          while (await(Duration.ofMillis(50))) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
          }
        });

    assertGivenUp();
  }

  private void assertGivenUp() {
    long began = System.nanoTime();

    assertThatThrownBy(() -> secrets().read(ID, SHORT))
        .hasMessage("Secrets Manager did not answer for schema-memory/x within 400 ms");

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUNDED);
  }

  /// False once the test should have ended.
  private boolean await(Duration time) {
    try {
      return !end.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
