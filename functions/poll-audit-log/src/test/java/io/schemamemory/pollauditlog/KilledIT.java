package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.pollauditlog.walk.WalkSizes;
import io.schemamemory.testkit.KillPoint;
import io.schemamemory.testkit.planetscale.Fault;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runs killed before and after every statement, commit and answer, while entries keep arriving.
class KilledIT extends PollerFixture {
  private static final KillPoint LIFESPAN = KillableDataSource.LIFESPAN;

  private int arrived;

  @BeforeEach
  void letEveryRunAsk() {
    planetScale.organization(ORGANIZATION).limitRequests(1_000_000);
  }

  @AfterEach
  void live() {
    LIFESPAN.endNever();
  }

  @Test
  void a_first_walk_killed_at_any_step_loses_and_duplicates_nothing() {
    TestBeans.SIZES.set(new WalkSizes(3, 6));
    // Removes what arrived in earlier rounds, or each round would be longer than the last.
    log.keepFor(Duration.ofHours(6));
    PollAuditLog poller = new PollAuditLog();

    int steps =
        killedAtEveryStep(
            poller,
            _ -> {
              database.empty();
              TestBeans.NOW.updateAndGet(now -> now.plus(Duration.ofHours(8)));
              log.generate(8, TestBeans.NOW.get(), Duration.ofMinutes(20));
            });

    assertThat(steps).isGreaterThan(100);
  }

  @Test
  void a_later_walk_killed_at_any_step_loses_and_duplicates_nothing() {
    TestBeans.SIZES.set(new WalkSizes(3, 6));
    PollAuditLog poller = new PollAuditLog();
    run(poller);

    int steps =
        killedAtEveryStep(
            poller,
            _ -> {
              TestBeans.NOW.updateAndGet(now -> now.plus(Duration.ofHours(3)));
              log.generate(7, TestBeans.NOW.get(), Duration.ofMinutes(20));
            });

    assertThat(steps).isGreaterThan(60);
  }

  /// Each run compares two pages, and an entry has come too late for the walk to find.
  @Test
  void a_comparison_killed_at_any_step_finds_what_came_late() {
    TestBeans.SIZES.set(new WalkSizes(3, 6, 2));
    log.keepFor(Duration.ofHours(7));
    PollAuditLog poller = new PollAuditLog();

    int steps =
        killedAtEveryStep(
            poller,
            _ -> {
              database.empty();
              TestBeans.NOW.updateAndGet(now -> now.plus(Duration.ofHours(8)));
              log.generate(12, TestBeans.NOW.get(), Duration.ofHours(1));
              run(poller);
              log.add(TestBeans.NOW.get().minus(Duration.ofHours(3)), "branch.created");
              database.asOwner("update memory.feed_position set compared_at = null");
            },
            6);

    assertThat(steps).isGreaterThan(30);
  }

  private int killedAtEveryStep(PollAuditLog poller, IntConsumer prepare) {
    return killedAtEveryStep(poller, prepare, 2);
  }

  private int killedAtEveryStep(PollAuditLog poller, IntConsumer prepare, int recoveries) {
    for (int step = 1; ; step++) {
      prepare.accept(step);
      planetScale.script().clear();
      planetScale.script().next(100, Fault.meanwhile(this::answered));
      LIFESPAN.endAt(step);
      boolean killed = die(poller);
      LIFESPAN.endNever();
      assertNothingAhead();
      // Minutes pass: the lease expires, and the request budget is full again.
      database.asOwner(
          "update memory.lease set until = now(); update memory.request_budget set remaining = 599");
      recover(poller, recoveries);

      assertThat(ledger())
          .as("killed at step " + step)
          .containsAll(log.ids())
          .doesNotHaveDuplicates();
      assertThat(strings("select key from memory.observation"))
          .containsExactlyInAnyOrderElementsOf(
              ledger().stream().map(id -> "audit_log_entry/" + id).toList());
      if (!killed) {
        return step;
      }
    }
  }

  /// Sometimes adds an entry while an answer is on its way.
  private void answered() {
    LIFESPAN.step();
    if (arrived++ % 5 == 0) {
      TestBeans.NOW.updateAndGet(now -> now.plusSeconds(1));
      log.add(TestBeans.NOW.get(), "deploy_request.queued");
    }
  }

  private boolean die(PollAuditLog poller) {
    try {
      run(poller);
    } catch (Exception killed) {
      // Any exception: the transaction in which it dies throws the driver's, undeclared.
    }
    return LIFESPAN.isOver();
  }

  /// A second run finds what arrived meanwhile, and further ones compare.
  private void recover(PollAuditLog poller, int runs) {
    planetScale.script().clear();
    for (int i = 0; i < runs; i++) {
      run(poller);
    }
  }

  /// A position ahead of the ledger would hide the missing entries.
  private void assertNothingAhead() {
    List<String> claimed =
        strings(
            "select p.newest from memory.feed_position p where p.newest is not null and not exists"
                + " (select from memory.audit_log_entry e where e.created_at = p.newest) union all"
                + " select p.watermark from memory.feed_position p where p.watermark is not null"
                + " and not exists (select from memory.audit_log_entry e"
                + " where e.created_at = p.watermark)");
    assertThat(claimed).isEmpty();
  }
}
