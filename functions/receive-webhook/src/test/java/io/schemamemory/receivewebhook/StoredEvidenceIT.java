package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.testkit.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a stored delivery's evidence may look like.
class StoredEvidenceIT extends ReceiverFixture {
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
    assertThat(status(signed(Samples.payload("branch.ready")))).isEqualTo(202);

    assertThatThrownBy(() -> database.asOwner("update memory.delivery set " + change))
        .hasStackTraceContaining("delivery_evidence_check");
  }
}
