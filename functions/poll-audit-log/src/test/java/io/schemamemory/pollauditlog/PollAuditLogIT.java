package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.pollauditlog.walk.WalkSizes;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.planetscale.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollAuditLogIT extends PollerFixture {
  @Test
  void a_whole_log_is_copied_in_as_many_requests_as_it_has_pages() {
    log.generate(1_234, FixedTime.NOW, Duration.ofMinutes(10));

    assertThat(run()).isEqualTo(new PollCounts(1, 0, 0, 0, 13, 1_234, 0));

    assertThat(ledger()).containsExactlyInAnyOrderElementsOf(log.ids());
    assertThat(requests()).isEqualTo(13);
  }

  @Test
  void a_second_run_finds_nothing_new_and_needs_few_requests() {
    log.generate(1_234, FixedTime.NOW, Duration.ofMinutes(10));
    PollAuditLog poller = new PollAuditLog();
    run(poller);

    assertThat(run(poller)).isEqualTo(new PollCounts(1, 0, 0, 0, 1, 0, 0));
  }

  @Test
  void new_entries_are_read_down_to_the_watermark() {
    log.generate(300, FixedTime.NOW, Duration.ofMinutes(10));
    PollAuditLog poller = new PollAuditLog();
    run(poller);
    log.generate(150, FixedTime.NOW.plus(Duration.ofDays(2)), Duration.ofMinutes(10));

    assertThat(run(poller)).isEqualTo(new PollCounts(1, 0, 0, 0, 2, 150, 0));

    assertThat(ledger()).containsExactlyInAnyOrderElementsOf(log.ids());
  }

  @Test
  void an_entry_that_is_shown_late_is_still_found() {
    log.generate(300, FixedTime.NOW, Duration.ofMinutes(10));
    PollAuditLog poller = new PollAuditLog();
    run(poller);
    String late = log.add(FixedTime.NOW.minus(Duration.ofMinutes(55)), "branch.created");

    assertThat(run(poller).entries()).isEqualTo(1);
    assertThat(ledger()).contains(late);
  }

  @Test
  void an_empty_log_is_no_failure() {
    assertThat(run()).isEqualTo(new PollCounts(1, 0, 0, 0, 1, 0, 0));
    assertThat(run()).isEqualTo(new PollCounts(1, 0, 0, 0, 1, 0, 0));
  }

  @Test
  void entries_of_one_time_spread_over_several_pages_are_each_stored_once() {
    for (int i = 0; i < 250; i++) {
      log.add(FixedTime.NOW, "deploy_request.queued");
    }

    assertThat(run().entries()).isEqualTo(250);
    assertThat(ledger()).containsExactlyInAnyOrderElementsOf(log.ids());
  }

  @Test
  void entries_that_arrive_while_it_reads_are_there_after_the_next_run() {
    log.generate(250, FixedTime.NOW, Duration.ofMinutes(1));
    planetScale
        .script()
        .next(3, Fault.meanwhile(() -> log.add(FixedTime.NOW, "deploy_request.queued")));
    PollAuditLog poller = new PollAuditLog();

    assertThat(run(poller).entries()).isEqualTo(250);
    assertThat(run(poller).entries()).isEqualTo(3);
    assertThat(ledger()).containsExactlyInAnyOrderElementsOf(log.ids());
  }

  @Test
  void a_failed_page_is_requested_again_and_nothing_is_missed() {
    log.generate(350, FixedTime.NOW, Duration.ofMinutes(1));
    planetScale.script().next(1, Fault.status(500)).next(1, Fault.truncatedJson());

    assertThat(run().entries()).isEqualTo(350);
  }

  @Test
  void a_run_without_further_answers_keeps_what_it_read_and_the_next_continues_there() {
    TestBeans.SIZES.set(new WalkSizes(100, 100));
    log.generate(350, FixedTime.NOW, Duration.ofMinutes(1));
    planetScale.script().next(2, Fault.meanwhile(() -> {})).next(6, Fault.status(503));
    PollAuditLog poller = new PollAuditLog();

    assertThatThrownBy(() -> run(poller))
        .hasMessageContaining("acme: PlanetScale answered 503")
        .hasMessageContaining("the next run goes on");
    assertThat(ledger()).hasSize(200);

    assertThat(run(poller).entries()).isEqualTo(150);
    assertThat(ledger()).containsExactlyInAnyOrderElementsOf(log.ids());
  }

  @Test
  void a_log_out_of_order_is_read_to_its_end_and_reported() {
    log.generate(350, FixedTime.NOW, Duration.ofMinutes(10));
    PollAuditLog poller = new PollAuditLog();
    run(poller);
    String hidden = log.add(FixedTime.NOW.minus(Duration.ofHours(15)), "branch.deleted");
    planetScale.script().next(1, Fault.reversedPage());

    PollCounts tally = run(poller);

    assertThat(tally.entries()).isEqualTo(1);
    assertThat(tally.pages()).isEqualTo(4);
    assertThat(ledger()).contains(hidden);
    assertThat(invocation.log()).contains("out_of_order=1");
  }

  @Test
  void a_walk_with_an_expired_cursor_starts_over() {
    TestBeans.SIZES.set(new WalkSizes(100, 100));
    log.generate(350, FixedTime.NOW, Duration.ofMinutes(1));
    planetScale.script().next(2, Fault.meanwhile(() -> {})).next(1, Fault.expiredCursor());

    assertThat(run().entries()).isEqualTo(350);
    assertThat(invocation.log()).contains("cursors_expired=1");
    assertThat(ledger()).containsExactlyInAnyOrderElementsOf(log.ids());
  }

  @Test
  void an_empty_page_is_requested_again() {
    log.generate(250, FixedTime.NOW, Duration.ofMinutes(1));
    planetScale.script().next(1, Fault.meanwhile(() -> {})).next(1, Fault.emptyPage());

    assertThat(run().entries()).isEqualTo(250);
  }

  @Test
  void a_log_without_any_known_entry_is_read_to_its_end() {
    log.generate(20, FixedTime.NOW, Duration.ofMinutes(1));
    PollAuditLog poller = new PollAuditLog();
    run(poller);
    log.keepFor(Duration.ofDays(15));
    TestBeans.NOW.set(FixedTime.NOW.plus(Duration.ofDays(30)));
    log.generate(120, TestBeans.NOW.get(), Duration.ofMinutes(1));

    assertThat(run(poller).entries()).isEqualTo(120);
    assertThat(ledger()).hasSize(140);
  }

  @Test
  void the_record_of_runs_says_what_was_done() {
    log.generate(3, FixedTime.NOW, Duration.ofMinutes(1));
    PollAuditLog poller = new PollAuditLog();
    run(poller);
    planetScale.revoke("polling:s3cret");
    assertThatThrownBy(() -> run(poller)).isNotNull();

    assertThat(
            strings(
                "select function || ' ' || outcome || ' ' || (numbers ->> 'entries')"
                    + " from memory.run order by id"))
        .containsExactly("poll-audit-log done 3", "poll-audit-log failed 0");
  }
}
