package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.SecretsExtensionServer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;
import uk.org.webcompere.systemstubs.stream.SystemOut;

/// Secrets change, or the extension fails, while the receiver runs.
@ExtendWith(SystemStubsExtension.class)
class RotatedSecretIT extends SecretsFixture {
  private static final byte[] BODY = Samples.payload("branch.ready");
  private static final byte[] NEXT = Samples.payload("webhook.test");

  /// Far more than the limit on a slow machine, far less than a server that never answers.
  private static final Duration BOUNDED = Duration.ofMillis(1_500);

  private final CountDownLatch end = new CountDownLatch(1);

  @SystemStub private final SystemOut out = new SystemOut();

  @AfterEach
  void letGo() {
    end.countDown();
  }

  @Test
  void a_rotation_is_picked_up_without_a_restart() {
    document("{'default':'old'}");
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(post(handler, "default", "old", BODY)).isEqualTo(202);

    document("{'default':{'live':['new','old']}}");

    assertThat(post(handler, "default", "new", NEXT)).isEqualTo(202);
    assertThat(post(handler, "default", "old", BODY)).isEqualTo(202);
    assertThat(extension.asked()).isEqualTo(2);
  }

  @Test
  void a_newly_added_source_is_accepted_at_once() {
    document("{'shop':'s'}");
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(post(handler, "shop", "wrong", BODY)).isEqualTo(401);

    document("{'shop':'s','default':'d'}");

    assertThat(post(handler, "default", "d", BODY)).isEqualTo(202);
  }

  @Test
  void wrong_signatures_do_not_trigger_repeated_secret_reads() {
    document("{'default':'old'}");
    ReceiveWebhook handler = new ReceiveWebhook();
    for (int i = 0; i < 50; i++) {
      assertThat(post(handler, "default", "wrong", BODY)).isEqualTo(401);
    }

    assertThat(extension.asked()).isEqualTo(2);
  }

  @Test
  void a_rotated_secret_is_accepted_at_once_while_strangers_send_wrong_signatures() {
    document("{'default':'old'}");
    ReceiveWebhook handler = new ReceiveWebhook();
    for (int i = 0; i < 30; i++) {
      assertThat(post(handler, i % 2 == 0 ? "default" : "nobody", "wrong " + i, BODY))
          .isEqualTo(401);
    }

    document("{'default':{'live':['new','old']}}");

    assertThat(post(handler, "default", "new", NEXT)).isEqualTo(202);
  }

  @Test
  void a_failed_first_read_is_answered_503_and_the_next_request_retries() {
    document("{'default':'old'}");
    extension.misbehave(exchange -> SecretsExtensionServer.send(exchange, 500, "hunter2"));
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(post(handler, "default", "old", BODY)).isEqualTo(503);
    assertThat(invocation.log())
        .isEqualTo(
            "secrets missing: the secrets extension answered 500; its own lines in this log say why");

    extension.behave();
    assertThat(post(handler, "default", "old", BODY)).isEqualTo(202);
  }

  @Test
  void an_extension_that_is_not_ready_yet_is_waited_for() {
    document("{'default':'old'}");
    extension.misbehave(
        exchange -> {
          if (extension.asked() == 3) {
            extension.behave();
          }
          SecretsExtensionServer.send(exchange, 400, "not ready to serve traffic, please wait");
        });

    assertThat(post(new ReceiveWebhook(), "default", "old", BODY)).isEqualTo(202);
    assertThat(extension.asked()).isEqualTo(4);
  }

  @Test
  void secrets_read_before_serve_while_the_extension_is_down() {
    document("{'default':'old'}");
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(post(handler, "default", "old", BODY)).isEqualTo(202);
    extension.close();

    assertThat(post(handler, "default", "wrong", BODY)).isEqualTo(401);
    assertThat(post(handler, "default", "old", NEXT)).isEqualTo(202);

    assertThat(out.getText()).contains("secrets stale since ", "no secrets extension listens");
  }

  @Test
  void an_extension_that_never_answers_is_not_waited_for() {
    assertBounded(exchange -> await(Duration.ofSeconds(30)));
  }

  @Test
  void an_extension_that_answers_a_byte_at_a_time_is_not_waited_for() {
    assertBounded(
        exchange -> {
          exchange.sendResponseHeaders(200, 10_000);
          while (await(Duration.ofMillis(50))) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
          }
        });
  }

  private void assertBounded(HttpHandler slow) {
    extension.misbehave(slow);
    ReceiveWebhook handler = new ReceiveWebhook();
    long began = System.nanoTime();

    assertThat(post(handler, "default", "old", BODY)).isEqualTo(503);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUNDED);
    assertThat(invocation.log())
        .isEqualTo("secrets missing: the secrets extension did not answer within 800 ms");
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
