package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.pollauditlog.walk.WalkSizes;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.planetscale.Fault;
import io.schemamemory.testkit.planetscale.StandInReply.Delivery;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A run whose own time is up is unfinished, whatever it waits for; nothing of it is a failure.
class DeadlineIT extends PollerFixture {
  /// What the function keeps to finish what has begun.
  private static final Duration RESERVE = Duration.ofSeconds(45);

  static Stream<Named<Fault>> waits() {
    return Stream.of(
        Named.of("an answer", Fault.delivery(Delivery.HANGING)),
        Named.of("the rest of an answer", Fault.delivery(Delivery.STALLED)),
        Named.of("another try", Fault.status(503)),
        Named.of("a rate limit", Fault.retryAfter(429, "60")),
        Named.of("a rate limit without a time", Fault.status(429)),
        Named.of("a server that says when", Fault.retryAfter(503, "60")),
        Named.of("the budget", Fault.meanwhile(DeadlineIT::useUpTheBudget)));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void a_run_whose_time_ends_while_it_waits_is_unfinished_and_the_next_goes_on(Fault fault) {
    TestBeans.SIZES.set(new WalkSizes(100, 100));
    log.generate(550, FixedTime.NOW, Duration.ofMinutes(1));
    planetScale
        .script()
        .next(2, Fault.meanwhile(() -> pass(Duration.ofSeconds(2))))
        .next(1, Fault.meanwhile(() -> pass(Duration.ofMillis(5_750))))
        .next(1000, fault);
    PollAuditLog poller = new PollAuditLog();

    PollCounts first = run(poller, RESERVE.plusSeconds(10));

    assertThat(first.unfinished()).isEqualTo(1);
    assertThat(first.failed()).isZero();
    assertThat(ledger()).hasSizeGreaterThanOrEqualTo(300);
    assertThat(strings("select outcome from memory.run")).containsExactly("done");

    planetScale.script().clear();
    giveBudget();
    assertThat(run(poller, RESERVE.plusMinutes(5)).feeds()).isEqualTo(1);
    assertThat(ledger()).containsExactlyInAnyOrderElementsOf(log.ids());
  }

  @Test
  void a_first_walk_longer_than_a_run_never_fails_and_ends() {
    log.generate(3_000, FixedTime.NOW, Duration.ofMinutes(1));
    planetScale.script().next(10_000, Fault.meanwhile(() -> pass(Duration.ofSeconds(2))));
    PollAuditLog poller = new PollAuditLog();
    int runs = 1;
    for (; run(poller, RESERVE.plusSeconds(9)).feeds() == 0; runs++) {
      assertThat(runs).isLessThan(20);
    }

    assertThat(runs).isGreaterThan(3);
    assertThat(ledger()).containsExactlyInAnyOrderElementsOf(log.ids());
    assertThat(strings("select distinct outcome from memory.run")).containsExactly("done");
  }

  @Test
  void a_feed_that_another_left_no_time_for_is_unfinished() {
    planetScale.grant("other:t0ken", "beta", "read_audit_logs");
    planetScale.organization("beta").auditLog().generate(7, FixedTime.NOW, Duration.ofHours(1));
    environment.set("PLANETSCALE_SERVICE_TOKENS", "{\"beta\":\"other:t0ken\"}");
    database.asOwner(
        "insert into memory.feed (workspace_id, organization) select id, 'beta' from memory.workspace");
    log.generate(550, FixedTime.NOW, Duration.ofMinutes(1));
    planetScale.script().next(10_000, Fault.meanwhile(() -> pass(Duration.ofSeconds(11))));

    PollCounts counts = run(new PollAuditLog(), RESERVE.plusSeconds(10));

    assertThat(counts).isEqualTo(new PollCounts(1, 0, 1, 0, 1, 7, 0));
  }

  @Test
  void a_request_that_only_the_run_s_end_cuts_off_is_no_failure() {
    log.generate(5, FixedTime.NOW, Duration.ofMinutes(1));
    planetScale.script().next(1, Fault.delivery(Delivery.HANGING));

    PollCounts counts = run(new PollAuditLog(), RESERVE.plusMillis(300));

    assertThat(counts.unfinished()).isEqualTo(1);
    assertThat(invocation.log()).doesNotContain("within");
  }

  @Test
  void what_planetscale_did_wrong_is_told_of_a_run_that_read_nothing() {
    log.generate(5, FixedTime.NOW, Duration.ofMinutes(1));
    planetScale.script().next(1000, Fault.status(503));

    assertThatThrownBy(() -> run(new PollAuditLog(), RESERVE.plusSeconds(2)))
        .hasMessageContaining("acme: PlanetScale answered 503");
  }

  /// Each reply takes long, so that the tries for one page are over long before the run is.
  @Test
  void a_server_that_is_slow_to_fail_is_told_while_the_run_has_time() {
    TestBeans.SIZES.set(new WalkSizes(100, 100));
    log.generate(550, FixedTime.NOW, Duration.ofMinutes(1));
    Fault unavailable = Fault.status(503);
    planetScale
        .script()
        .next(2, Fault.meanwhile(() -> {}))
        .next(
            1000,
            (genuine, previous) -> {
              pass(Duration.ofSeconds(19));
              return unavailable.instead(genuine, previous);
            });

    assertThatThrownBy(() -> run(new PollAuditLog(), RESERVE.plusMinutes(4)))
        .hasMessageContaining("acme: PlanetScale answered 503");
    assertThat(ledger()).hasSize(200);
  }

  private static void pass(Duration time) {
    TestBeans.NOW.updateAndGet(now -> now.plus(time));
  }

  private static void useUpTheBudget() {
    database.asOwner(
        "update memory.request_budget set remaining = 0,"
            + " minute = date_trunc('minute', now()) + interval '1 minute'");
  }

  private static void giveBudget() {
    database.asOwner("delete from memory.request_budget");
  }
}
