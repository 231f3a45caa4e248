package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.testkit.FixedTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Somebody has locked what one entry is about, and keeps it.
class LockedPathIT extends PollerFixture {
  @Test
  void one_locked_deploy_request_delays_no_other_entry_and_none_is_lost() {
    AuditedLife.reviewedAt(log, FixedTime.NOW.minus(Duration.ofDays(2)));
    run();
    log.generate(20, FixedTime.NOW.minus(Duration.ofHours(2)), Duration.ofMinutes(1));
    AuditedLife.reviewedAt(log, FixedTime.NOW.minus(Duration.ofHours(1)));
    log.generate(20, FixedTime.NOW, Duration.ofMinutes(1));

    database.whileOpen(
        "select from memory.path_lock for update",
        () -> {
          assertThatThrownBy(this::run).hasMessageContaining("SQLSTATE=55P03");
          assertThat(ledger()).hasSize(41);
        });

    assertThat(run()).isEqualTo(new PollCounts(1, 0, 0, 0, 1, 1, 0));
    assertThat(ledger()).hasSize(42);
    assertThat(strings("select id from memory.quarantine")).isEmpty();
  }
}
