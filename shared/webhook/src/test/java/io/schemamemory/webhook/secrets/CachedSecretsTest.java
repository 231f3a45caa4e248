package io.schemamemory.webhook.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CachedSecretsTest {
  private static final WebhookSecrets OLD = WebhookSecrets.ofBare(WebhookSecret.of("old"));
  private static final WebhookSecrets NEW = WebhookSecrets.ofBare(WebhookSecret.of("new"));

  private final MovedClock clock = new MovedClock();
  private final List<Duration> readings = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private boolean down;
  private WebhookSecrets there = OLD;

  private final CachedSecrets secrets = new CachedSecrets(this::read, clock, log::add);

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

  @Test
  void any_number_of_wrong_signatures_causes_one_read_per_interval() {
    secrets.get();
    for (int i = 0; i < 1000; i++) {
      secrets.verify(_ -> rejected(Reason.SIGNATURE_MISMATCH));
    }
    assertThat(readings).hasSize(2);

    clock.pass(CachedSecrets.PAUSE);
    secrets.verify(_ -> rejected(Reason.UNKNOWN_SOURCE));
    assertThat(readings).hasSize(3);
  }

  @Test
  void a_request_waits_for_at_most_one_read() {
    secrets.verify(_ -> rejected(Reason.SIGNATURE_MISMATCH));
    assertThat(readings).hasSize(1);
    clock.pass(CachedSecrets.FRESH);
    down = true;

    assertThat(secrets.verify(_ -> rejected(Reason.SIGNATURE_MISMATCH)))
        .isInstanceOf(Rejected.class);

    assertThat(readings).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SIGNATURE_MISSING", "SIGNATURE_MALFORMED"})
  void a_failure_that_a_newer_secret_could_fix_is_verified_again_with_fresh_secrets(Reason reason) {
    secrets.get();
    List<SignatureVerifier> verifiers = new ArrayList<>();

    Verification last =
        secrets.verify(
            verifier -> {
              verifiers.add(verifier);
              return rejected(verifiers.size() == 1 ? reason : Reason.SIGNATURE_MISSING);
            });

    assertThat(last).isEqualTo(rejected(Reason.SIGNATURE_MISSING));
    assertThat(verifiers).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGNATURE_MISSING", "SIGNATURE_MALFORMED"})
  void a_failure_that_no_secret_could_fix_is_not_verified_again(Reason reason) {
    secrets.get();

    assertThat(secrets.verify(_ -> rejected(reason))).isEqualTo(rejected(reason));

    assertThat(readings).hasSize(1);
  }

  private static Verification rejected(Reason reason) {
    return new Rejected(reason);
  }

  private WebhookSecrets read(Duration within) {
    readings.add(within);
    if (down) {
      throw new SecretsUnavailableException("down");
    }
    return there;
  }

  /// A clock that a test moves.
  private static final class MovedClock extends Clock {
    static final Instant BEGIN = Instant.parse("2026-11-21T12:00:00Z");
    private Instant now = BEGIN;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
