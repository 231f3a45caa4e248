package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A delivery is not lost because the secret with the database's URL is: it is spilled; and a
/// changed login is found by itself.
class DatabaseSecretIT extends StoredSecretsFixture {
  private static final byte[] BODY = Samples.payload("branch.ready");
  private static final byte[] NEXT = Samples.payload("webhook.test");

  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    end.countDown();
  }

  @Test
  void unreadable_it_has_the_delivery_spilled_and_says_why() {
    secrets.refuse(DATABASE, "DecryptionFailure");

    assertSpilled(new ReceiveWebhook(), "because Secrets Manager answered DecryptionFailure for ");
  }

  @Test
  void malformed_it_is_named_and_not_repeated() {
    secrets.put(DATABASE, "postgres://app:hunter2@host/memory");

    assertSpilled(new ReceiveWebhook(), "because the secret " + DATABASE + " is malformed: ");
    assertThat(invocation.log()).doesNotContain("hunter2");
  }

  @Test
  void hanging_it_has_the_delivery_spilled() {
    secrets.refuse(DATABASE, "AccessDeniedException");
    ReceiveWebhook handler = new ReceiveWebhook();
    assertSpilled(handler, "because Secrets Manager answered AccessDeniedException");
    secrets.misbehave(_ -> await());

    // Its webhook secrets are known, and its client of the queue is made.
    assertSpilled(handler, "because Secrets Manager did not answer for " + DATABASE);
  }

  @Test
  void it_is_read_again_for_the_next_delivery() {
    secrets.refuse(DATABASE, "AccessDeniedException");
    ReceiveWebhook handler = new ReceiveWebhook();
    assertSpilled(handler, "because Secrets Manager answered AccessDeniedException");

    secrets.behave();

    assertThat(post(handler, "old", NEXT)).isEqualTo(202);
    assertThat(bodies()).containsExactly(ByteBuffer.wrap(NEXT));
  }

  @Test
  void a_login_that_is_shut_out_while_it_is_warm_is_replaced_and_nothing_is_spilled() {
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(post(handler, "old", BODY)).isEqualTo(202);

    database.rotate();
    secrets.put(DATABASE, databaseUrl());
    database.retire();

    assertStored(handler, NEXT);
    assertThat(secrets.reads(DATABASE)).isEqualTo(2);
  }

  @Test
  void a_login_that_is_refused_although_its_secret_was_just_read_is_not_read_twice() {
    secrets.put(DATABASE, databaseUrl().replaceFirst("password=[^&]+", "password=hunter2"));

    assertSpilled(new ReceiveWebhook(), "because storing a delivery failed: SQLSTATE ");

    assertThat(secrets.reads(DATABASE)).isEqualTo(1);
    assertThat(invocation.log()).doesNotContain("hunter2");
  }

  private void assertStored(ReceiveWebhook handler, byte[] body) {
    assertThat(post(handler, "old", body)).as(invocation.log()).isEqualTo(202);
    assertThat(said()).startsWith("received STORED");
    assertThat(bodies()).contains(ByteBuffer.wrap(body));
  }

  /// A cold client of the queue may take longer on a busy machine than it is waited for.
  private void assertSpilled(ReceiveWebhook handler, String because) {
    queue.empty();
    int status = post(handler, "old", BODY);
    for (int more = 5; status == 503 && more > 0; more--) {
      status = post(handler, "old", BODY);
    }

    assertThat(status).as(invocation.log()).isEqualTo(202);
    assertThat(said()).startsWith("spilled source=default").contains(because);
    assertThat(queue.take()).isNotEmpty();
  }

  private void await() {
    try {
      var _ = end.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
