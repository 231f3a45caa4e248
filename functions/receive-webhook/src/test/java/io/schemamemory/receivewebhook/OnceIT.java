package io.schemamemory.receivewebhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.Samples;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OnceIT extends ReceiverFixture {
  @Test
  void the_same_bytes_again_are_one_delivery_answered_202() {
    byte[] body = Samples.payload("branch.ready");
    ReceiveWebhook handler = new ReceiveWebhook();

    for (int i = 0; i < 3; i++) {
      assertThat(status(handler, signed(body), invocation)).isEqualTo(202);
    }

    assertThat(bodies()).hasSize(1);
  }

  @Test
  void the_same_bytes_from_32_threads_at_once_are_one_delivery_and_32_answers_of_2xx()
      throws Exception {
    byte[] body = Samples.payload("deploy_request.closed");
    CyclicBarrier together = new CyclicBarrier(32);
    Callable<Integer> post =
        () -> {
          ReceiveWebhook handler = new ReceiveWebhook();
          together.await();
          return status(handler, signed(body), new LambdaInvocation());
        };

    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      List<Future<Integer>> answers =
          threads.invokeAll(IntStream.range(0, 32).mapToObj(_ -> post).toList());
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(202);
      }
    }

    assertThat(database.rows("select from memory.delivery")).hasSize(1);
    assertThat(bodies()).hasSize(1);
    assertThat(database.rows("select from memory.pending")).hasSize(1);
  }

  static Stream<Arguments> earlier() {
    return Stream.of(
        argumentSet("a day later", "now() - interval '1 day'"),
        argumentSet("a year later", "now() - interval '1 year'"),
        argumentSet(
            "after the end of a month",
            "date_trunc('month', now(), 'UTC') - interval '1 microsecond'"));
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void the_same_bytes_are_one_delivery_regardless_of_the_time_between(String firstReceivedAt) {
    byte[] body = Samples.payload("branch.ready");
    assertThat(status(signed(body))).isEqualTo(202);
    receivedAt(firstReceivedAt);

    assertThat(status(signed(body))).isEqualTo(202);

    assertThat(database.rows("select from memory.delivery")).hasSize(1);
    assertThat(bodies()).hasSize(1);
    assertThat(database.rows("select from memory.pending")).hasSize(1);
  }

  @Test
  void
      the_same_bytes_after_they_were_normalized_and_forgotten_are_neither_pending_nor_kept_again() {
    byte[] body = Samples.payload("branch.ready");
    assertThat(status(signed(body))).isEqualTo(202);
    database.asOwner("delete from memory.pending; delete from memory.delivery_body");

    assertThat(status(signed(body))).isEqualTo(202);

    assertThat(database.rows("select from memory.delivery")).hasSize(1);
    assertThat(bodies()).isEmpty();
    assertThat(database.rows("select from memory.pending")).isEmpty();
  }

  @Test
  void different_events_of_one_resource_are_all_kept_in_whatever_order() {
    List<byte[]> life =
        Samples.payloads().stream()
            .filter(event -> event.startsWith("deploy_request."))
            .map(Samples::payload)
            .toList();

    life.reversed().forEach(body -> assertThat(status(signed(body))).isEqualTo(202));

    assertThat(bodies())
        .containsExactlyInAnyOrderElementsOf(life.stream().map(ByteBuffer::wrap).toList());
  }

  @Test
  void bytes_that_differ_in_white_space_alone_are_two_deliveries() {
    String body = new String(Samples.payload("branch.ready"), UTF_8);

    assertThat(status(signed(body.getBytes(UTF_8)))).isEqualTo(202);
    assertThat(status(signed((body + "\n").getBytes(UTF_8)))).isEqualTo(202);

    assertThat(bodies()).hasSize(2);
  }

  /// Moves what is stored to another receive time.
  private static void receivedAt(String time) {
    database.asOwner(
        """
        select memory.make_month('delivery_body', date_trunc('month', %1$s, 'UTC'));
        update memory.delivery set received_at = %1$s;
        update memory.delivery_body set received_at = %1$s;
        update memory.pending set received_at = %1$s
        """
            .formatted(time));
  }
}
