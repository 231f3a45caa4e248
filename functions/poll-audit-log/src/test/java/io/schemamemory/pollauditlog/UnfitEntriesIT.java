package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.FixedTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Entries that cannot be stored: each is quarantined alone and stops no others.
class UnfitEntriesIT extends PollerFixture {
  @Test
  void an_unreadable_entry_is_quarantined_sealed_and_the_others_are_stored() {
    log.generate(10, FixedTime.NOW, Duration.ofMinutes(1));
    log.add("bad", FixedTime.NOW, "{\"id\":\"bad\",\"remote_ip\":\"203.0.113.99\"}");
    PollAuditLog poller = new PollAuditLog();

    assertThat(run(poller)).isEqualTo(new PollCounts(1, 0, 0, 0, 1, 10, 1));
    assertThat(run(poller)).isEqualTo(new PollCounts(1, 0, 0, 0, 1, 0, 0));

    assertThat(database.rows("select * from memory.quarantine"))
        .singleElement()
        .asString()
        .contains("kind=audit_entry", "the body has no audit_action")
        .doesNotContain("203.0.113.99");
  }

  @Test
  void what_cannot_be_read_of_an_entry_is_passed_over_and_said() {
    log.add(
        "odd",
        FixedTime.NOW,
        """
        {"id":"odd","audit_action":"branch.created","created_at":"%s",\
        "actor_id":"u1","actor_display_name":"Zo\\ud800","metadata":{"notes":"\\u0000"}}\
        """
            .formatted(FixedTime.NOW));

    assertThat(run()).isEqualTo(new PollCounts(1, 0, 0, 0, 1, 1, 0));

    assertThat(invocation.log())
        .contains("skipped unreadable fields feed=")
        .contains("fields=[actor_display_name, metadata.notes]");
    assertThat(string("select display_name from memory.person")).isEqualTo("Zo\ufffd");
  }

  @Test
  void an_entry_the_database_cannot_store_is_quarantined_too() {
    log.generate(10, FixedTime.NOW, Duration.ofMinutes(1));
    log.add(Instant.parse("2099-01-01T00:00:00Z"), "branch.created");

    assertThat(run()).isEqualTo(new PollCounts(1, 0, 0, 0, 1, 10, 1));

    assertThat(string("select reason from memory.quarantine")).contains("SQLSTATE 22008");
  }

  @Test
  void an_entry_older_than_the_retention_policy_is_not_stored_again() {
    log.generate(3, FixedTime.NOW.minus(Duration.ofDays(200)), Duration.ofMinutes(1));
    log.generate(3, FixedTime.NOW, Duration.ofMinutes(1));
    String policy =
        "update memory.retention_policy set keep = '%s' where table_name = 'audit_log_entry'";
    database.asOwner(policy.formatted("3 months"));
    try {
      assertThat(run().entries()).isEqualTo(3);
    } finally {
      database.asOwner(policy.formatted("infinity"));
    }
  }
}
