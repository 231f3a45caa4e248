package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.FixedTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Audit entries whose clock is ahead of ours, in the memory.
class DoubtfulEntriesIT extends RememberedFixture {
  private static final Instant AHEAD = FixedTime.NOW.plus(Duration.ofHours(5));

  @Test
  void an_entry_ahead_of_our_clock_leads_neither_the_timeline_nor_what_was_seen() {
    AuditedLife.approvedAt(log, AHEAD);
    run(poller);

    assertThat(read("select occurred_at <= '%s' from timeline".formatted(FixedTime.NOW)))
        .containsExactly("true");
    assertThat(read("select entry from timeline"))
        .singleElement()
        .asString()
        .contains("Sam Roe approved deploy request #42 of acme/shop.")
        .contains("PlanetScale gave 2026-11-20 17:00:00 UTC as its time");
    assertThat(read("select count(*) from timeline where doubtful_time = '%s'".formatted(AHEAD)))
        .containsExactly("1");
    assertThat(read("select count(*) from entity where last_seen > '%s'".formatted(FixedTime.NOW)))
        .containsExactly("0");
  }

  @Test
  void a_small_difference_of_clocks_is_no_doubt() {
    AuditedLife.approvedAt(log, FixedTime.NOW.plusSeconds(240));
    run(poller);

    assertThat(read("select entry from timeline"))
        .containsExactly("Sam Roe approved deploy request #42 of acme/shop.");
  }

  @Test
  void an_approval_with_a_doubtful_time_is_told_and_its_time_doubted() {
    webhook("opened");
    AuditedLife.approvedAt(log, AHEAD);
    run(poller);

    assertThat(read("select approved_at <= '%s' from story".formatted(FixedTime.NOW)))
        .containsExactly("true");
    assertThat(read("select story from story"))
        .singleElement()
        .asString()
        .contains("by Sam Roe")
        .contains("2026-11-20 17:00:00 UTC");
  }

  @Test
  void a_name_with_a_doubtful_time_gives_way_to_the_next_right_one() {
    AuditedLife.approvedAt(log, AHEAD);
    run(poller);
    log.add(
        "later",
        FixedTime.NOW.minusSeconds(60),
        """
        {"id":"later","actor_id":"sam1","actor_type":"User","actor_display_name":"Sam Poe",
         "auditable_id":"b1","auditable_type":"Branch","auditable_display_name":"main",
         "target_id":"m40xz7000001","target_type":"Database","target_display_name":"shop",
         "audit_action":"branch.created","action":"created","created_at":"%1$s","updated_at":"%1$s"}
        """
            .formatted(FixedTime.NOW.minusSeconds(60)));
    run(poller);

    assertThat(strings("select display_name from memory.person")).containsExactly("Sam Poe");
  }
}
