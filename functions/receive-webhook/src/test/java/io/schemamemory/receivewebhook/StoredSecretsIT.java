package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.settings.SettingException;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Webhook secrets in Secrets Manager, asked without AWS's layer.
class StoredSecretsIT extends StoredSecretsFixture {
  private static final byte[] BODY = Samples.payload("branch.ready");
  private static final byte[] NEXT = Samples.payload("webhook.test");

  /// Far more than its limit on a busy machine, far less than the hanging lasts.
  private static final Duration BOUNDED = Duration.ofSeconds(5);

  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    end.countDown();
  }

  @Test
  void both_are_read_once_when_it_starts_and_serve_every_webhook() {
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(secrets.reads(WEBHOOK)).isEqualTo(1);

    assertThat(post(handler, "old", BODY)).isEqualTo(202);
    assertThat(post(handler, "old", NEXT)).isEqualTo(202);

    assertThat(secrets.reads(WEBHOOK)).isEqualTo(1);
    assertThat(secrets.reads(DATABASE)).isEqualTo(1);
    assertThat(bodies()).hasSize(2);
  }

  @Test
  void under_snapstart_nothing_is_read_before_the_first_webhook() {
    environment.set("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(secrets.calls()).isEmpty();

    assertThat(post(handler, "old", BODY)).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keep-snapshot", "missing-signature"})
  void what_cannot_be_stored_begins_no_reading_of_the_database_s_secret(String sample)
      throws IOException {
    environment.set("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

    status(JSON.readTree(Samples.read("receive-webhook/" + sample + ".json")));

    assertThat(secrets.reads(DATABASE)).isZero();
  }

  @Test
  void the_schedule_reads_no_secret_at_all() throws IOException {
    environment.set("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

    status(JSON.readTree(Samples.read("receive-webhook/keep-snapshot.json")));

    assertThat(secrets.calls()).isEmpty();
  }

  @Test
  void a_rotation_is_picked_up_without_a_restart() {
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(post(handler, "old", BODY)).isEqualTo(202);

    secrets.put(WEBHOOK, "{\"default\":{\"live\":[\"new\",\"old\"]}}");

    assertThat(post(handler, "new", NEXT)).isEqualTo(202);
    assertThat(secrets.reads(WEBHOOK)).isEqualTo(2);
  }

  @Test
  void what_cannot_be_read_is_answered_503_and_read_again_for_the_next() {
    secrets.refuse(WEBHOOK, "AccessDeniedException");
    ReceiveWebhook handler = new ReceiveWebhook();

    assertThat(post(handler, "old", BODY)).isEqualTo(503);

    assertThat(said())
        .startsWith("secrets missing: Secrets Manager answered AccessDeniedException for ")
        .contains(WEBHOOK, "secretsmanager:GetSecretValue");
    secrets.behave();
    assertThat(post(handler, "old", BODY)).isEqualTo(202);
  }

  @Test
  void a_copy_serves_while_secrets_manager_is_away() {
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(post(handler, "old", BODY)).isEqualTo(202);
    secrets.close();

    assertThat(post(handler, "wrong", BODY)).isEqualTo(401);
    assertThat(post(handler, "old", NEXT)).isEqualTo(202);
  }

  @Test
  void a_secrets_manager_that_hangs_is_not_waited_for() {
    secrets.misbehave(_ -> await());
    ReceiveWebhook handler = new ReceiveWebhook();
    long began = System.nanoTime();

    assertThat(post(handler, "old", BODY)).isEqualTo(503);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUNDED);
    assertThat(said())
        .isEqualTo(
            "secrets missing: Secrets Manager did not answer for " + WEBHOOK + " within 800 ms");
  }

  @Test
  void two_places_for_the_database_stop_the_start() {
    environment.set("DATABASE_URL", databaseUrl());

    assertThatThrownBy(ReceiveWebhook::new)
        .isInstanceOf(SettingException.class)
        .hasMessageEndingWith("DATABASE_URL and DATABASE_SECRET_ID are");
  }

  private void await() {
    try {
      var _ = end.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
