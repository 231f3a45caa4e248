package io.schemamemory.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.Samples;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
}
