package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.FixedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Entries whose time lies beyond the run's own clock: kept, marked as doubtful, and leading
/// nothing.
class ClockAheadIT extends PollerFixture {
  private static final Instant LATER = FixedTime.NOW.plus(Duration.ofHours(4));

  static Stream<Instant> ahead() {
    return Stream.of(
        FixedTime.NOW.plus(Duration.ofMinutes(90)),
        FixedTime.NOW.plus(Duration.ofHours(5)),
        FixedTime.NOW.plus(Duration.ofDays(40)),
        Instant.parse("2099-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("ahead")
  void an_entry_ahead_hides_none_of_those_after_it(Instant ahead) {
    log.generate(30, FixedTime.NOW, Duration.ofMinutes(10));
    log.add(ahead, "branch.created");
    PollAuditLog poller = new PollAuditLog();
    run(poller);

    TestBeans.NOW.set(LATER);
    log.generate(250, LATER, Duration.ofMinutes(2));
    run(poller);

    assertThat(ledgerAndQuarantine()).isEqualTo(281);
    assertThat(watermark()).isEqualTo(LATER.toString());
  }

  @ParameterizedTest
  @MethodSource("ahead")
  void many_entries_ahead_hide_none(Instant ahead) {
    log.generate(30, FixedTime.NOW, Duration.ofMinutes(10));
    for (int i = 0; i < 130; i++) {
      log.add(ahead.plusSeconds(i), "branch.created");
    }
    PollAuditLog poller = new PollAuditLog();
    run(poller);

    TestBeans.NOW.set(LATER);
    log.generate(250, LATER, Duration.ofMinutes(2));
    run(poller);

    assertThat(ledgerAndQuarantine()).isEqualTo(410);
  }

  @Test
  void an_unreadable_entry_ahead_hides_none() {
    log.generate(30, FixedTime.NOW, Duration.ofMinutes(10));
    log.add(
        "bad", LATER.plusSeconds(7200), "{\"id\":\"bad\",\"created_at\":\"2099-01-01T00:00:00Z\"}");
    PollAuditLog poller = new PollAuditLog();
    run(poller);
    TestBeans.NOW.set(LATER);
    log.generate(250, LATER, Duration.ofMinutes(2));

    assertThat(run(poller).entries()).isEqualTo(250);
  }

  @Test
  void an_entry_within_the_tolerance_leads_as_any_other() {
    Instant alittle = FixedTime.NOW.plus(Duration.ofMinutes(4));
    log.generate(30, FixedTime.NOW, Duration.ofMinutes(10));
    log.add(alittle, "branch.created");
    run();

    assertThat(watermark()).isEqualTo(alittle.toString());
    assertThat(string("select count(*) from memory.audit_log_entry where time_doubtful"))
        .isEqualTo("0");
  }

  @Test
  void the_ledger_says_which_times_are_doubtful() {
    log.generate(3, FixedTime.NOW, Duration.ofMinutes(10));
    String ahead = log.add(FixedTime.NOW.plus(Duration.ofHours(5)), "branch.created");
    run();

    assertThat(read("select id from audit_log_entry where time_doubtful")).containsExactly(ahead);
  }

  @Test
  void an_entry_ahead_is_no_violation_of_the_order() {
    List<String> ids = new ArrayList<>();
    log.generate(30, FixedTime.NOW, Duration.ofMinutes(10));
    ids.add(log.add(FixedTime.NOW.plus(Duration.ofHours(5)), "branch.created"));
    run();
    run();

    assertThat(invocation.log()).contains("out_of_order=0");
    assertThat(ledger()).containsAll(ids);
  }

  /// A function whose own clock was ahead left them so.
  @ParameterizedTest
  @ValueSource(strings = {"watermark", "newest", "oldest"})
  void a_position_beyond_the_clock_is_not_believed(String column) {
    log.generate(250, FixedTime.NOW, Duration.ofMinutes(2));
    PollAuditLog poller = new PollAuditLog();
    run(poller);
    String last = log.ids().get(99);
    Instant newest = FixedTime.NOW.plus(Duration.ofHours(12));
    TestBeans.NOW.set(newest);
    log.generate(250, newest, Duration.ofMinutes(2));
    database.asOwner(
        column.equals("watermark")
            ? "update memory.feed_position set watermark = '2099-01-01'"
            : "update memory.feed_position set began_at = '2026-11-20', cursor = '"
                + last
                + "', "
                + column
                + " = '2099-01-01'");
    run(poller);
    run(poller);

    assertThat(ledger()).containsExactlyInAnyOrderElementsOf(log.ids());
    assertThat(watermark()).isEqualTo(newest.toString());
  }

  private static int ledgerAndQuarantine() {
    return ledger().size() + strings("select id from memory.quarantine").size();
  }

  private static String watermark() {
    return string(
        "select to_char(watermark at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
            + " from memory.feed_position");
  }
}
