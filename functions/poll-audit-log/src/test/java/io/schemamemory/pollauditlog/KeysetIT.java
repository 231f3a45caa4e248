package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.SealingException;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.Samples;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.org.webcompere.systemstubs.stream.SystemOut;

/// Nothing is sealed, opened or resealed with a keyset that is not the database's.
class KeysetIT extends KeysetFixture {
  @Test
  void the_first_start_keeps_what_later_ones_are_checked_by() {
    assertThat(run().entries()).isEqualTo(2);
    String canary = string(CANARY);

    assertThat(run().entries()).isZero();

    assertThat(strings(CANARY)).containsExactly(canary);
  }

  static List<Map<String, Object>> events() {
    return List.of(
        Map.of(), Map.of("command", "reseal"), Map.of("command", "replay", "quarantined", true));
  }

  @ParameterizedTest
  @MethodSource("events")
  void another_keyset_is_refused_before_any_effect_with_a_metric(Map<String, Object> event)
      throws Exception {
    run();
    String before = everything();
    log.generate(3, FixedTime.NOW.plusSeconds(60), Duration.ofSeconds(1));
    environment.set("SEALING_KEYSET", other());
    environment.set("METRICS_NAMESPACE", "SchemaMemory/stack");
    SystemOut out = new SystemOut();

    out.execute(
        () ->
            assertThatThrownBy(() -> handle(event))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("bring back the keyset that was in use"));

    assertThat(everything()).isEqualTo(before);
    assertThat(out.getText()).contains("\"KeysetRefused\":1}");
    assertThat(invocation.log()).contains("refused the keyset: SEALING_KEYSET has no live sealing");
    assertThat(Files.readString(Samples.root().resolve("template.yaml")))
        .contains("MetricName: KeysetRefused\n");
  }

  @Test
  void another_keyset_for_hashing_alone_is_refused() {
    run();
    WrappedKeysets mixed =
        WrappedKeysets.parse(keysets)
            .with(WrappedKeysets.parse(other()).unwrap(Purpose.HASHING, key()), key());
    environment.set("SEALING_KEYSET", mixed.text());

    assertThatThrownBy(this::run).hasMessageContaining("has no live hashing key");
  }

  @Test
  void a_keyset_that_was_cut_short_is_refused_and_the_doctor_says_so() {
    environment.set(
        "SEALING_KEYSET", keysets.replaceFirst("(\"encryptedKeyset\":\"[^\"]{40})[^\"]*", "$1"));

    assertThatThrownBy(this::run)
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("SEALING_KEYSET and SEALING_KEY belong together");
    assertThat(keysetLine()).startsWith("fail keyset: the keyset for sealing was not wrapped with");
    assertThat(strings(CANARY)).isEmpty();
  }

  @Test
  void a_canary_that_was_edited_is_refused() {
    run();
    database.asOwner("update memory.keyset_canary set sealed = sealed || 'x'");
    assertThatThrownBy(this::run).hasMessageContaining("restore that row");

    database.asOwner("update memory.keyset_canary set sealed = 'x'");
    assertThatThrownBy(this::run).hasMessageContaining("restore that row");
  }

  @Test
  void the_doctor_tells_whether_the_keyset_is_the_database_s_and_changes_nothing() {
    assertThat(keysetLine()).isEqualTo("ok keyset: it is this database's");
    assertThat(strings(CANARY)).isEmpty();
    run();
    assertThat(keysetLine()).isEqualTo("ok keyset: it is this database's");

    environment.set("SEALING_KEYSET", other());
    assertThat(keysetLine()).startsWith("fail keyset: SEALING_KEYSET has no live sealing key");
  }

  private Object handle(Map<String, Object> event) {
    invocation = new LambdaInvocation();
    return new PollAuditLog().handleRequest(event, invocation);
  }

  /// All that is sealed, and the record of runs.
  private static String everything() {
    return strings(
            """
            select encode(body, 'hex') from memory.audit_log_entry
            union all select encode(payload, 'hex') from memory.quarantine
            union all select id::text from memory.run
            order by 1
            """)
        .toString();
  }
}
