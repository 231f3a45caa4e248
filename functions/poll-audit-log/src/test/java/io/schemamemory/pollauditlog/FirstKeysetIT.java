package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.sealing.keys.SealingException;
import io.schemamemory.testkit.FixedTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Whose keyset a database gets, where it has none.
class FirstKeysetIT extends KeysetFixture {
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
}
