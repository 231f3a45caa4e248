package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.planetscale.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.webcompere.systemstubs.stream.SystemOut;

/// A log that no longer shows what it should still keep: said, with a metric, and not caught up.
class EmptiedIT extends PollerFixture {
  private PollAuditLog poller;

  @BeforeEach
  void start() {
    poller = new PollAuditLog();
  }

  @Test
  void a_log_that_shows_nothing_any_more_is_told() throws Exception {
    environment.set("METRICS_NAMESPACE", "SchemaMemory");
    log.generate(250, FixedTime.NOW, Duration.ofMinutes(10));
    PollAuditLog metered = new PollAuditLog();
    run(metered);
    empty();

    SystemOut out = new SystemOut();
    PollCounts counts = out.execute(() -> run(metered));

    assertThat(counts.feeds()).isZero();
    assertThat(counts.unfinished()).isEqualTo(1);
    assertThat(invocation.log()).contains("shows none of the 250 entries");
    assertThat(out.getText()).contains("\"AuditEntriesVanished\":250");
    assertThat(ledger()).hasSize(250);
  }

  @Test
  void it_is_told_in_every_run_and_no_run_catches_up_until_entries_are_shown_again() {
    log.generate(250, FixedTime.NOW, Duration.ofMinutes(10));
    run(poller);
    String before = string("select caught_up_at from memory.feed_position");
    empty();
    for (int i = 0; i < 3; i++) {
      TestBeans.NOW.updateAndGet(now -> now.plusSeconds(300));
      assertThat(run(poller).unfinished()).isEqualTo(1);
      assertThat(invocation.log()).contains("vanished=250");
    }
    assertThat(string("select caught_up_at from memory.feed_position")).isEqualTo(before);

    log.keepFor(Duration.ofDays(100));
    assertThat(run(poller).feeds()).isEqualTo(1);
    assertThat(invocation.log()).contains("vanished=0");
  }

  /// Emptied, and then the next entry came: as an organization made anew under its name.
  @Test
  void a_log_that_begins_anew_is_told() {
    log.generate(250, FixedTime.NOW, Duration.ofMinutes(10));
    run(poller);
    empty();
    TestBeans.NOW.updateAndGet(now -> now.plusSeconds(300));
    log.add(TestBeans.NOW.get(), "branch.created");

    assertThat(run(poller).entries()).isEqualTo(1);
    assertThat(invocation.log()).contains("vanished=250");
  }

  @Test
  void a_log_whose_older_part_is_gone_is_told_by_the_next_run() {
    log.generate(250, FixedTime.NOW, Duration.ofMinutes(10));
    run(poller);
    log.remove(log.ids().subList(100, 250));
    TestBeans.NOW.updateAndGet(now -> now.plusSeconds(300));

    assertThat(run(poller).feeds()).isEqualTo(1);
    assertThat(invocation.log()).contains("vanished=150");
  }

  @Test
  void a_log_whose_newest_part_is_gone_is_told_by_the_next_run() {
    log.generate(250, FixedTime.NOW, Duration.ofMinutes(10));
    run(poller);
    log.remove(log.ids().subList(0, 240));
    TestBeans.NOW.updateAndGet(now -> now.plusSeconds(300));

    assertThat(run(poller).feeds()).isEqualTo(1);
    assertThat(invocation.log()).contains("vanished=240");
  }

  /// It need not keep them any longer; that it shows nothing at all is said all the same.
  @Test
  void an_empty_log_of_which_only_old_entries_are_known_is_told() throws Exception {
    environment.set("METRICS_NAMESPACE", "SchemaMemory");
    log.generate(250, FixedTime.NOW.minus(Duration.ofDays(20)), Duration.ofMinutes(10));
    PollAuditLog metered = new PollAuditLog();
    run(metered);
    empty();

    SystemOut out = new SystemOut();
    assertThat(out.execute(() -> run(metered)).feeds()).isEqualTo(1);
    assertThat(invocation.log()).contains("shows no entry", "empty=1", "vanished=0");
    assertThat(out.getText()).contains("\"AuditLogsEmpty\":1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 130})
  void a_log_that_shows_fewer_than_it_should_still_keep_is_told_within_a_day(int days) {
    log.generate(1_000, FixedTime.NOW, Duration.ofMinutes(10));
    run(poller);
    List<String> before = log.ids();
    TestBeans.NOW.updateAndGet(now -> now.plus(Duration.ofHours(25)));
    log.generate(1, TestBeans.NOW.get(), Duration.ofMinutes(10));
    log.remove(before.subList(200, 200 + days));

    assertThat(run(poller).feeds()).isEqualTo(1);
    assertThat(invocation.log()).contains("vanished=" + days);
  }

  @Test
  void a_log_whose_older_part_is_gone_is_told_within_a_day() {
    log.generate(1_000, FixedTime.NOW, Duration.ofMinutes(10));
    run(poller);
    TestBeans.NOW.updateAndGet(now -> now.plus(Duration.ofHours(25)));
    log.remove(log.ids().subList(300, 1_000));

    run(poller);
    assertThat(invocation.log()).contains("vanished=700");
  }

  @Test
  void what_planetscale_need_not_keep_any_longer_is_not_missed() {
    log.generate(300, FixedTime.NOW, Duration.ofMinutes(10));
    run(poller);
    log.keepFor(Duration.ofDays(15));
    TestBeans.NOW.updateAndGet(now -> now.plus(Duration.ofDays(16)));

    assertThat(run(poller).feeds()).isEqualTo(1);
    assertThat(invocation.log()).contains("vanished=0");
  }

  @Test
  void a_first_page_that_is_empty_once_is_requested_again() {
    log.generate(250, FixedTime.NOW, Duration.ofMinutes(10));
    run(poller);
    planetScale.script().next(1, Fault.emptyPage());

    assertThat(run(poller).feeds()).isEqualTo(1);
    assertThat(invocation.log()).contains("vanished=0");
  }

  private void empty() {
    log.keepFor(Duration.ZERO);
    TestBeans.NOW.updateAndGet(now -> now.plusSeconds(60));
  }
}
