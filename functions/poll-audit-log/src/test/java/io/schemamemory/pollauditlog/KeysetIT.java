package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.sealing.keys.KeyFile;
import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.SealingException;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.Samples;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.org.webcompere.systemstubs.stream.SystemOut;

/// Nothing is sealed, opened or resealed with a keyset that is not the database's.
class KeysetIT extends PollerFixture {
  private static final String CANARY =
      "select encode(sealed, 'hex') || encode(hash, 'hex') from memory.keyset_canary";

  @BeforeEach
  void twoEntries() {
    log.generate(2, FixedTime.NOW, Duration.ofMinutes(1));
  }

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
  void of_two_first_starts_with_two_keysets_one_is_refused() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    PollAuditLog one = new PollAuditLog();
    PollAuditLog two = new PollAuditLog();
    // The keys are unwrapped when they are first needed.
    run(one);
    startOver();
    environment.set("SEALING_KEYSET", other());
    run(two);
    startOver();

    int refused = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<PollCounts> start :
          threads.invokeAll(List.of(start(one, together), start(two, together)))) {
        try {
          start.get();
        } catch (ExecutionException failure) {
          assertThat(failure.getCause()).isInstanceOf(SealingException.class);
          refused++;
        }
      }
    }

    assertThat(refused).isEqualTo(1);
    assertThat(strings(CANARY)).hasSize(1);
  }

  @Test
  void without_a_canary_the_newest_sealed_value_is_opened() {
    run();
    database.asOwner("delete from memory.keyset_canary");
    environment.set("SEALING_KEYSET", other());
    assertThatThrownBy(this::run)
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("does not open the newest value of the audit ledger");
    assertThat(keysetLine()).startsWith("fail keyset: SEALING_KEYSET does not open");
    assertThat(strings(CANARY)).isEmpty();

    environment.set("SEALING_KEYSET", keysets);
    assertThat(run().entries()).isZero();
    assertThat(strings(CANARY)).hasSize(1);
  }

  @Test
  void a_quarantined_value_is_opened_where_there_is_no_other() {
    log.add("broken", FixedTime.NOW, "{\"id\":\"broken\"}");
    assertThat(run().quarantined()).isEqualTo(1);
    database.asOwner("delete from memory.keyset_canary; delete from memory.audit_log_entry");
    environment.set("SEALING_KEYSET", other());

    assertThatThrownBy(this::run).hasMessageContaining("the newest value of the audit ledger");
  }

  @Test
  void keys_the_owner_has_given_up_make_room_for_others() {
    run();
    database.asOwner("update memory.keyset_canary set sealed = null, hash = null");
    environment.set("SEALING_KEYSET", other());

    assertThat(run().entries()).isZero();

    environment.set("SEALING_KEYSET", keysets);
    assertThatThrownBy(this::run).isInstanceOf(SealingException.class);
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

  private static Callable<PollCounts> start(PollAuditLog poller, CyclicBarrier together) {
    return () -> {
      together.await();
      return poll(poller);
    };
  }

  /// As if nothing had been sealed.
  private static void startOver() {
    database.asOwner(
        "delete from memory.keyset_canary; delete from memory.audit_log_entry; delete from memory.feed_position");
  }

  private Object handle(Map<String, Object> event) {
    invocation = new LambdaInvocation();
    return new PollAuditLog().handleRequest(event, invocation);
  }

  private String keysetLine() {
    DoctorAnswer answer =
        (DoctorAnswer)
            new PollAuditLog().handleRequest(Map.of("command", "doctor"), new LambdaInvocation());
    return answer.lines().stream()
        .filter(line -> line.contains(" keyset: "))
        .findFirst()
        .orElse("no such line in " + answer.lines());
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

  /// Another keyset under the same wrapping key.
  private static String other() {
    return WrappedKeysets.make(key()).text();
  }

  private static KeyFile key() {
    return new KeyFile(Path.of(URI.create(sealingKey)));
  }
}
