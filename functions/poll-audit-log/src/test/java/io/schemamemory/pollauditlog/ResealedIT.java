package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.pollauditlog.reseal.Resealed;
import io.schemamemory.sealing.keys.KeyFile;
import io.schemamemory.sealing.keys.KeyId;
import io.schemamemory.sealing.keys.KeyState;
import io.schemamemory.sealing.keys.Keyset;
import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.Rotation;
import io.schemamemory.sealing.keys.SealingException;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.LambdaInvocation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// After a key rotation, resealed values no longer need the old keys.
class ResealedIT extends PollerFixture {
  private static final Map<String, Object> RESEAL = Map.of("command", "reseal");

  private WrappedKeysets current = WrappedKeysets.parse(keysets);

  @BeforeEach
  void pollUnderTheOldKeys() {
    log.generate(450, FixedTime.NOW, Duration.ofMinutes(1));
    log.add("broken", FixedTime.NOW, "{\"id\":\"broken\"}");
    assertThat(run())
        .extracting(PollCounts::entries, PollCounts::quarantined)
        .containsExactly(450, 1);
  }

  @Test
  void resealed_values_can_be_decrypted_without_the_old_keys() {
    String before = found();
    rotate();

    assertThat(reseal()).isEqualTo(new Resealed(451, 0, true));
    assertThat(invocation.log()).contains("resealed so far", "resealed=451");

    assertThat(marks()).isEqualTo("1");
    assertThat(found()).isNotEqualTo(before);
    assertThat(reseal()).isEqualTo(new Resealed(0, 0, true));
    retire();
    rotate();
    assertThat(reseal()).isEqualTo(new Resealed(451, 0, true));
  }

  @Test
  void resealing_continues_where_its_time_was_up() {
    rotate();

    assertThat(new PollAuditLog().handleRequest(RESEAL, new LambdaInvocation(Duration.ZERO)))
        .isEqualTo(new Resealed(0, 0, false));
    assertThat(reseal()).isEqualTo(new Resealed(451, 0, true));
  }

  @Test
  void entries_that_no_live_key_decrypts_stay_unchanged_and_are_counted() {
    rotate();
    database.asOwner(
        "update memory.audit_log_entry set body = body || 'x' where id = (select min(id) from memory.audit_log_entry)");

    assertThatThrownBy(this::reseal)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "1 values could not be opened and stay as they are, 450 were resealed, all were looked at");
    assertThat(invocation.log()).contains("undecryptable=1");
  }

  @Test
  void a_reseal_by_a_keyset_that_lacks_the_old_keys_is_refused_and_changes_nothing() {
    String before = found();
    rotate();
    retire();

    assertThatThrownBy(this::reseal)
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("is retired: restore it with bin/keyset FILE restore sealing ");
    assertThat(found()).isEqualTo(before);
  }

  @Test
  void only_a_finished_reseal_lets_the_old_keys_go() {
    rotate();
    assertThat(new PollAuditLog().handleRequest(RESEAL, new LambdaInvocation(Duration.ZERO)))
        .isEqualTo(new Resealed(0, 0, false));
    WrappedKeysets rotated = current;
    retire();
    assertThatThrownBy(this::run).isInstanceOf(SealingException.class);

    current = rotated;
    environment.set("SEALING_KEYSET", current.text());
    assertThat(reseal()).isEqualTo(new Resealed(451, 0, true));
    retire();

    assertThat(run().entries()).isZero();
  }

  @Test
  void a_rotated_keyset_is_still_this_database_s() {
    rotate();

    assertThat(run().entries()).isZero();
  }

  @Test
  void another_command_is_refused_with_the_forms_there_are() {
    assertThatThrownBy(
            () -> new PollAuditLog().handleRequest(Map.of("command", "seal"), invocation))
        .hasMessage(PollCommand.FORMS);
  }

  /// Gives both keysets a new primary key.
  private void rotate() {
    change(
        keyset -> {
          Keyset added = Rotation.add(keyset);
          return Rotation.promote(added, other(added));
        });
  }

  /// Retires the former primary keys.
  private void retire() {
    change(keyset -> Rotation.retire(keyset, other(keyset)));
  }

  private void change(UnaryOperator<Keyset> change) {
    KeyFile key = new KeyFile(Path.of(URI.create(sealingKey)));
    for (Purpose purpose : Purpose.values()) {
      current = current.with(change.apply(current.unwrap(purpose, key)), key);
    }
    environment.set("SEALING_KEYSET", current.text());
  }

  private static KeyId other(Keyset keyset) {
    return keyset.states().entrySet().stream()
        .filter(key -> key.getValue() == KeyState.LIVE)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static String marks() {
    return string(
        """
        select count(distinct mark) from (
          select substring(body for 5) as mark from memory.audit_log_entry
          union all select substring(payload for 5) from memory.quarantine) as made
        """);
  }

  private static String found() {
    return string(
        "select string_agg(encode(remote_ip_hash, 'hex'), ',' order by id) from memory.audit_log_entry");
  }

  private Resealed reseal() {
    invocation = new LambdaInvocation();
    return (Resealed) new PollAuditLog().handleRequest(RESEAL, invocation);
  }
}
