package io.schemamemory.webhook.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a signature costs that no known secret has made, and what it must not cost others.
class DoubtedSignaturesTest extends RotatingSecrets {
  private static final byte[] BODY = {'{', '}'};
  private static final String SIGNATURE =
      HexFormat.of().formatHex(WebhookSecret.of("new").sign(BODY));

  @Test
  void a_wrong_signature_sent_any_number_of_times_causes_one_read_per_interval() {
    secrets.get();
    for (int i = 0; i < 1000; i++) {
      secrets.verify(SIGNATURE, _ -> rejected(Reason.SIGNATURE_MISMATCH));
    }
    assertThat(readings).hasSize(2);

    clock.pass(DoubtPace.REMEMBERED);
    secrets.verify(SIGNATURE, _ -> rejected(Reason.UNKNOWN_SOURCE));
    assertThat(readings).hasSize(3);
  }

  @Test
  void a_webhook_that_was_refused_is_taken_two_seconds_later_if_its_secret_is_there() {
    secrets.get();
    assertThat(secrets.verify(SIGNATURE, DoubtedSignaturesTest::attempt))
        .isInstanceOf(Rejected.class);
    there = NEW;
    clock.pass(Duration.ofSeconds(2));

    assertThat(secrets.verify(SIGNATURE, DoubtedSignaturesTest::attempt))
        .isInstanceOf(Authentic.class);
  }

  @Test
  void a_webhook_whose_own_reading_failed_gets_another_however_many_strangers_came() {
    secrets.get();
    for (int i = 0; i < 100; i++) {
      secrets.verify(stranger(i), _ -> rejected(Reason.SIGNATURE_MISMATCH));
    }
    there = NEW;
    down = true;
    assertThat(secrets.verify(SIGNATURE, DoubtedSignaturesTest::attempt))
        .isInstanceOf(Rejected.class);
    down = false;

    assertThat(secrets.verify(SIGNATURE, DoubtedSignaturesTest::attempt))
        .isInstanceOf(Authentic.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 21, 500})
  void a_new_secret_is_known_at_once_however_many_wrong_signatures_came_before(int strangers) {
    secrets.get();
    for (int i = 0; i < strangers; i++) {
      secrets.verify(stranger(i), _ -> rejected(Reason.SIGNATURE_MISMATCH));
    }
    there = NEW;
    Instant came = clock.instant();

    assertThat(secrets.verify(SIGNATURE, DoubtedSignaturesTest::attempt))
        .isInstanceOf(Authentic.class);
    assertThat(Duration.between(came, clock.instant())).isLessThanOrEqualTo(DoubtPace.INTERVAL);
  }

  @Test
  void strangers_on_other_paths_do_not_keep_a_new_secret_from_being_read() {
    secrets.get();
    secrets.verify(stranger(1), _ -> rejected(Reason.UNKNOWN_SOURCE));
    secrets.verify(stranger(2), _ -> rejected(Reason.NO_LIVE_SECRET));
    there = NEW;

    assertThat(secrets.verify(SIGNATURE, DoubtedSignaturesTest::attempt))
        .isInstanceOf(Authentic.class);
  }

  @Test
  void a_new_secret_is_known_although_the_reading_before_it_failed() {
    secrets.get();
    down = true;
    secrets.verify(stranger(1), _ -> rejected(Reason.SIGNATURE_MISMATCH));
    down = false;
    there = NEW;

    assertThat(secrets.verify(SIGNATURE, DoubtedSignaturesTest::attempt))
        .isInstanceOf(Authentic.class);
  }

  @Test
  void wrong_signatures_cause_no_more_reads_than_ten_a_second() {
    secrets.get();
    Instant began = clock.instant();
    for (int i = 0; i < 1_000; i++) {
      secrets.verify(stranger(i), _ -> rejected(Reason.SIGNATURE_MISMATCH));
    }

    long intervals = Duration.between(began, clock.instant()).dividedBy(DoubtPace.INTERVAL);
    assertThat(readings.size() - 1L).isLessThanOrEqualTo(intervals + DoubtPace.BURST + 1);
  }

  @Test
  void one_reading_serves_all_who_waited_for_it() throws InterruptedException {
    secrets.get();
    List<Thread> threads =
        List.of(verifying(stranger(1)), verifying(stranger(2)), verifying(stranger(3)));
    // Nobody gets in before all have come.
    synchronized (secrets) {
      for (Thread thread : threads) {
        thread.start();
        while (thread.getState() != Thread.State.BLOCKED) {
          Thread.onSpinWait();
        }
      }
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(readings).hasSize(2);
  }

  private Thread verifying(String signature) {
    return Thread.ofPlatform()
        .unstarted(() -> secrets.verify(signature, _ -> rejected(Reason.SIGNATURE_MISMATCH)));
  }

  @Test
  void what_is_no_signature_causes_no_read() {
    secrets.get();

    for (String signature : List.of("", "x", "g".repeat(64), "0".repeat(10_000))) {
      secrets.verify(signature, _ -> rejected(Reason.UNKNOWN_SOURCE));
    }
    secrets.verify(null, _ -> rejected(Reason.UNKNOWN_SOURCE));

    assertThat(readings).hasSize(1);
  }

  @Test
  void a_request_waits_for_at_most_one_read() {
    secrets.verify(SIGNATURE, _ -> rejected(Reason.SIGNATURE_MISMATCH));
    assertThat(readings).hasSize(1);
    clock.pass(CachedSecrets.FRESH);
    down = true;

    assertThat(secrets.verify(SIGNATURE, _ -> rejected(Reason.SIGNATURE_MISMATCH)))
        .isInstanceOf(Rejected.class);

    assertThat(readings).hasSize(2);
  }

  private static Verification attempt(SignatureVerifier verifier) {
    return verifier.verify(WebhookSecrets.BARE, SIGNATURE, BODY);
  }

  /// A signature that no secret of ours has made.
  private static String stranger(int number) {
    return "%064x".formatted(number);
  }
}
