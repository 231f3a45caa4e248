package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Integrity that triggers keep: foreign keys would cost each webhook a look-up.
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
  void malformed_evidence_is_rejected(String change) {
    receive();

    assertThatThrownBy(() -> database.asOwner("update memory.delivery set " + change))
        .hasStackTraceContaining("delivery_evidence_check");
  }

  @Test
  void a_normalized_delivery_can_be_deleted_and_then_its_source() {
    receive();

    database.asOwner("delete from memory.pending; delete from memory.delivery");

    database.asOwner("begin; delete from memory.source where name = 'default'; rollback");
  }
}
