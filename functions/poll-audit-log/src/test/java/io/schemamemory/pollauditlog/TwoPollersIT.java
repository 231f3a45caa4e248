package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.runs.Lease;
import io.schemamemory.data.runs.Leases;
import io.schemamemory.pollauditlog.walk.WalkSizes;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.planetscale.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two pollers of one feed.
class TwoPollersIT extends PollerFixture {
  private static final String A_MINUTE_LEFT =
      "select until > clock_timestamp() + interval '1 min' from memory.lease";

  /// A second more than the login's `lock_timeout`.
  private static final String FIRST_WRITE_TAKES_LONG =
      """
      create function memory.take_long() returns trigger language plpgsql as $$
      begin
        if not exists (select from memory.sighting) then
          perform pg_sleep(6);
        end if;
        return null;
      end $$;
      create trigger take_long before insert on memory.sighting execute function memory.take_long();
      """;

  private static final String NAME = "poll-audit-log/" + ORGANIZATION;

  @BeforeEach
  void someEntries() {
    log.generate(450, FixedTime.NOW, Duration.ofMinutes(10));
  }

  @Test
  void two_at_once_store_each_entry_once() throws Exception {
    List<PollAuditLog> pollers = List.of(new PollAuditLog(), new PollAuditLog());
    CyclicBarrier together = new CyclicBarrier(2);
    // The one that is later comes while the other waits for an answer.
    planetScale.script().next(1, Fault.meanwhile(() -> await(together)));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      var first = threads.submit(polling(pollers.getFirst()));
      var second =
          threads.submit(
              () -> {
                while (requests() == 0 && !first.isDone()) {
                  Thread.onSpinWait();
                }
                PollCounts held = polling(pollers.getLast()).call();
                await(together);
                return held;
              });

      assertThat(second.get()).isEqualTo(new PollCounts(0, 1, 0, 0, 0, 0, 0));
      assertThat(first.get()).isEqualTo(new PollCounts(1, 0, 0, 0, 5, 450, 0));
    }
    assertThat(requests()).isEqualTo(5);
  }

  @Test
  void a_former_lease_holder_changes_nothing() {
    planetScale
        .script()
        .next(1, Fault.meanwhile(() -> {}))
        .next(1, Fault.meanwhile(TwoPollersIT::takeOver));

    assertThatThrownBy(this::run).hasMessageContaining("another run has taken over");

    assertThat(ledger()).isEmpty();
    assertThat(strings("select feed_id from memory.feed_position")).isEmpty();
    assertThat(strings("select owner from memory.lease")).containsExactly("the next");
  }

  @Test
  void a_long_run_keeps_its_lease() {
    AtomicReference<String> kept = new AtomicReference<>("");
    planetScale
        .script()
        .next(1, Fault.meanwhile(TwoPollersIT::passTime))
        .next(1, Fault.meanwhile(() -> kept.set(string(A_MINUTE_LEFT))));

    assertThat(run().entries()).isEqualTo(450);

    assertThat(kept).hasValue("true");
  }

  @Test
  void the_lease_is_renewed_even_if_a_write_outlasts_the_lock_timeout() {
    TestBeans.SIZES.set(new WalkSizes(100, 200));
    planetScale
        .script()
        .next(2, Fault.meanwhile(() -> {}))
        .next(1, Fault.meanwhile(TwoPollersIT::tenSecondsPass));
    database.asOwner(FIRST_WRITE_TAKES_LONG);
    try {
      assertThat(run().entries()).isEqualTo(450);
    } finally {
      database.asOwner("drop function memory.take_long() cascade");
    }
  }

  @Test
  void a_killed_holder_s_lease_blocks_others_until_it_expires() throws SQLException {
    lease("killed");
    assertThat(run().held()).isEqualTo(1);

    lapse();

    assertThat(run().entries()).isEqualTo(450);
    assertThat(string("select extract(epoch from until - now())::int < 120 from memory.lease"))
        .isEqualTo("true");
  }

  private static Callable<PollCounts> polling(PollAuditLog poller) {
    return () -> poll(poller);
  }

  private static void tenSecondsPass() {
    TestBeans.NOW.updateAndGet(now -> now.plusSeconds(10));
  }

  private static void passTime() {
    tenSecondsPass();
    database.asOwner("update memory.lease set until = clock_timestamp() + interval '30 s'");
  }

  private static void takeOver() {
    lapse();
    try {
      assertThat(lease("the next").fence()).isEqualTo(2);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Lease lease(String owner) throws SQLException {
    try (Connection connection = PooledConnection.connect(database.url(Login.POLL_AUDIT_LOG))) {
      return new Leases(connection).take(NAME, owner, Duration.ofMinutes(2)).orElseThrow();
    }
  }

  private static void lapse() {
    database.asOwner("update memory.lease set until = clock_timestamp()");
  }

  private static void await(CyclicBarrier barrier) {
    try {
      // With a limit, because a poller that failed never arrives.
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
