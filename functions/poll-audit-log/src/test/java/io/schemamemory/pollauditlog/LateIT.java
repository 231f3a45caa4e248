package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.pollauditlog.walk.WalkSizes;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.planetscale.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Entries shown later than the overlap reaches: found within a day, counted, and learned from.
class LateIT extends PollerFixture {
  private PollAuditLog poller;

  @BeforeEach
  void start() {
    poller = new PollAuditLog();
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "13, 1", "100, 20", "330, 20"})
  void an_entry_shown_hours_late_is_read_within_a_day(long hours, long minutesApart) {
    log.generate(3_000, FixedTime.NOW, Duration.ofMinutes(minutesApart));
    run(poller);
    String late = log.add(FixedTime.NOW.minus(Duration.ofHours(hours)), "branch.created");
    assertThat(run(poller).entries()).isZero();
    pass(Duration.ofHours(25));
    log.add(TestBeans.NOW.get(), "branch.created");

    assertThat(run(poller).entries()).isGreaterThan(0);
    assertThat(ledger()).contains(late);
    assertThat(invocation.log()).contains("late=1");
    assertThat(run(poller).entries()).isZero();
  }

  @Test
  void the_overlap_learns_from_what_came_late_and_forgets_within_days() {
    log.generate(600, FixedTime.NOW, Duration.ofMinutes(20));
    run(poller);
    assertThat(overlap()).isEqualTo(3600);
    log.add(FixedTime.NOW.minus(Duration.ofHours(2)), "branch.created");
    pass(Duration.ofHours(25));
    log.add(TestBeans.NOW.get(), "branch.created");
    run(poller);
    assertThat(overlap()).isBetween(7_201L, 43_200L);

    String again = log.add(TestBeans.NOW.get().minus(Duration.ofHours(2)), "branch.created");
    run(poller);
    assertThat(ledger()).contains(again);

    for (int day = 0; day < 6; day++) {
      pass(Duration.ofHours(25));
      log.generate(3, TestBeans.NOW.get(), Duration.ofMinutes(20));
      run(poller);
    }
    assertThat(overlap()).isEqualTo(3600);
  }

  @Test
  void the_comparison_is_spread_over_runs_and_new_entries_are_read_meanwhile() {
    TestBeans.SIZES.set(new WalkSizes(5, 10));
    log.generate(450, FixedTime.NOW, Duration.ofMinutes(20));
    PollAuditLog small = new PollAuditLog();
    run(small);
    String late = log.add(FixedTime.NOW.minus(Duration.ofHours(40)), "branch.created");
    pass(Duration.ofHours(25));
    planetScale.script().next(10_000, Fault.meanwhile(() -> pass(Duration.ofSeconds(2))));
    List<String> fresh = new ArrayList<>();
    int runs = 0;
    for (; !ledger().contains(late); runs++) {
      assertThat(runs).isLessThan(40);
      fresh.add(log.add(TestBeans.NOW.get(), "branch.created"));
      run(small, Duration.ofSeconds(45 + 13));
      assertThat(ledger()).containsAll(fresh);
    }
    assertThat(runs).isGreaterThan(3);
  }

  /// An entry was deleted there: the older ones may all be there.
  @Test
  void a_comparison_whose_place_is_gone_begins_anew_and_not_a_day_later() {
    TestBeans.SIZES.set(new WalkSizes(5, 10, 10));
    log.generate(300, FixedTime.NOW, Duration.ofMinutes(20));
    PollAuditLog small = new PollAuditLog();
    run(small);
    String late = log.add(FixedTime.NOW.minus(Duration.ofHours(30)), "branch.created");
    pass(Duration.ofHours(25));
    log.add(TestBeans.NOW.get(), "branch.created");
    run(small);
    String place = string("select comparing_cursor from memory.feed_position");
    assertThat(log.ids()).contains(place);
    log.remove(List.of(place));

    for (int runs = 0; runs < 12; runs++) {
      run(small);
    }
    assertThat(ledger()).contains(late);
  }

  @Test
  void a_run_compares_only_a_part_of_a_long_log() {
    TestBeans.SIZES.set(new WalkSizes(3, 30));
    log.generate(900, FixedTime.NOW, Duration.ofMinutes(20));
    PollAuditLog small = new PollAuditLog();
    run(small);
    pass(Duration.ofHours(25));
    long before = requests();
    run(small);

    assertThat(requests() - before).isBetween(30L, 150L);
  }

  private static void pass(Duration time) {
    TestBeans.NOW.updateAndGet(now -> now.plus(time));
  }

  private static long overlap() {
    return Long.parseLong(
        string("select extract(epoch from overlap)::bigint from memory.feed_position"));
  }
}
