package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What foreign keys would keep together at the price of a look-up with every webhook.
class KeptTogetherIT extends ReceiverFixture {
  private void receive() {
    assertThat(status(signed(Samples.payload("branch.ready")))).isEqualTo(202);
  }

  @Test
  void a_source_with_deliveries_cannot_be_deleted() {
    receive();

    assertThatThrownBy(() -> database.asOwner("delete from memory.source"))
        .hasStackTraceContaining("source default has deliveries");
  }

  @Test
  void a_delivery_that_is_not_normalized_yet_cannot_be_deleted() {
    receive();

    assertThatThrownBy(() -> database.asOwner("delete from memory.delivery"))
        .hasStackTraceContaining("is not normalized yet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest = '\\x00'",
        "signature = 'abc'",
        "signature = upper(signature)",
        "secret_fingerprint = repeat('0', 15)",
        "secret_fingerprint = repeat('g', 16)",
      })
  void evidence_of_another_shape_is_refused(String change) {
    receive();

    assertThatThrownBy(() -> database.asOwner("update memory.delivery set " + change))
        .hasStackTraceContaining("delivery_evidence_check");
  }

  @Test
  void a_delivery_that_is_may_go_and_then_its_source_may() {
    receive();

    database.asOwner("delete from memory.pending; delete from memory.delivery");

    database.asOwner("begin; delete from memory.source where name = 'default'; rollback");
  }
}
