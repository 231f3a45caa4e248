package io.schemamemory.normalize;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.testkit.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuarantineIT extends NormalizerFixture {
  @Test
  void what_cannot_be_read_is_quarantined_with_its_reason_and_the_rest_go_on() {
    byte[] nul =
        "{\"timestamp\":1777744335,\"event\":\"webhook.test\",\"x\":\"\\u0000\"}".getBytes(UTF_8);
    byte[] notUtf8 = "{\"name\":\"caf\u00e9\"}".getBytes(ISO_8859_1);
    database.receive(
        nul, Samples.payload("branch.ready"), notUtf8, "not json".getBytes(UTF_8), new byte[0]);

    assertThat(run()).isEqualTo(new Tally(1, 0, 4, 0));

    assertThat(
            database.rows(
                "select reason, attempts, version from memory.quarantine order by reference"))
        .extracting(row -> row.get("reason"))
        .containsExactly(
            "the body holds the character U+0000, which PostgreSQL refuses",
            "the body is not valid UTF-8",
            "the body is not well-formed JSON, or has a key twice, near character 0",
            "the body is not a JSON object");
    assertThat(rows("observation")).hasSize(1);
    assertThat(rows("delivery_body")).hasSize(5);
    assertThat(rows("pending")).isEmpty();
  }

  @Test
  void a_delivery_that_used_up_its_attempts_is_quarantined() {
    database.receive(Samples.payload("branch.ready"));
    database.asOwner("update memory.pending set attempts = 5");

    assertThat(run().quarantined()).isEqualTo(1);

    assertThat(database.rows("select reason from memory.quarantine"))
        .containsExactly(Map.of("reason", "normalizing it did not end in 5 attempts"));
  }

  @Test
  void a_write_that_fails_fails_the_invocation_and_loses_nothing() {
    database.receive(Samples.payload("branch.ready"));
    database.asOwner("revoke insert on memory.sighting from normalize_deliveries");
    try {
      assertThatThrownBy(this::run)
          .hasMessage("1 deliveries could not be written; they stay pending and are tried again");
    } finally {
      database.asOwner("grant insert on memory.sighting to normalize_deliveries");
    }
    assertThat(invocation.log()).contains("SQLSTATE=42501").doesNotContain("Jane");
    assertThat(rows("pending")).hasSize(1);

    database.asOwner("update memory.pending set not_before = now()");
    assertThat(run()).isEqualTo(new Tally(1, 0, 0, 0));
  }
}
