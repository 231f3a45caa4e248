package io.schemamemory.receivewebhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.schemamemory.testkit.Samples;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The sender may repeat the same bytes any number of times.
final class Repeats {
  private static final byte[] BODY = Samples.payload("branch.ready");

  private Repeats() {}

  static void again(Stage stage) {
    RequestStreamHandler receiver = stage.coldStart();
    assertThat(stage.post(receiver, BODY)).isEqualTo(202);
    assertThat(stage.post(receiver, BODY)).isEqualTo(202);
    stage.assertOneDelivery();
  }

  /// Two, as many as the pool has connections; a receiver with a gap between its steps waits there
  /// for the other.
  static void atOnce(Stage stage) {
    CyclicBarrier together = new CyclicBarrier(2);
    stage.gap().letHappen(() -> await(together));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> answers =
          List.of(stage.coldStart(), stage.coldStart()).stream()
              .map(receiver -> threads.submit(() -> stage.post(receiver, BODY)))
              .toList();
      assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(202));
    }
    stage.assertOneDelivery();
  }

  static void changingNothing(Stage stage) {
    RequestStreamHandler receiver = stage.coldStart();
    stage.post(receiver, BODY);
    // As when it has been normalized.
    stage.database().asOwner("delete from memory.pending");
    String before = stage.rows();

    stage.post(receiver, BODY);

    assertThat(stage.rows()).isEqualTo(before);
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new IllegalStateException("the other receiver did not arrive", alone);
    }
  }
}
