package io.schemamemory.receivewebhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.receivewebhook.conformance.Line.Death;
import io.schemamemory.receivewebhook.conformance.Line.Died;
import io.schemamemory.testkit.Samples;

/// A receiver may die at any moment; the sender knows only the answer.
final class Deaths {
  private static final byte[] BODY = Samples.payload("branch.ready");

  private Deaths() {}

  static void afterAnswering(Stage stage) {
    assertThat(stage.post(stage.coldStart(), BODY, Death.AFTER_ANSWERING)).isEqualTo(202);

    stage.assertOneDelivery();
  }

  static void beforeAnswering(Stage stage) {
    stage.gap().letHappen(Deaths::die);
    assertThat(stage.post(stage.coldStart(), BODY, Death.BEFORE_ANSWERING)).isEqualTo(Line.FAILED);

    stage.gap().letHappen(() -> {});
    assertThat(stage.post(stage.coldStart(), BODY)).isEqualTo(202);
    stage.assertOneDelivery();
  }

  private static void die() {
    throw new Died();
  }
}
