package io.schemamemory.verification.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.audit.AuditQuarantine;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.Feeds;
import io.schemamemory.data.audit.QuarantineSelection;
import io.schemamemory.data.audit.QuarantinedPayload;
import io.schemamemory.data.audit.QuarantinedPayloads;
import io.schemamemory.data.audit.SealedLedger;
import io.schemamemory.roles.Login;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Resealing and replaying read as many sealed values at a time as fit into memory, and all of
/// them.
class SealedBytesIT extends ConnectedFixture {
  private static final byte[] OTHER_KEY = "\1abcd".getBytes(UTF_8);
  private static final int MANY = 100;

  private Feed feed;

  SealedBytesIT() {
    super(Login.POLL_AUDIT_LOG);
  }

  @BeforeEach
  void sevenOfSixMegabytes() throws SQLException {
    database.asOwner(
        """
        select memory.ensure_feed('acme');
        insert into memory.audit_log_entry (feed_id, workspace_id, id, created_at, action, body)
        select f.id, f.workspace_id, 'a' || n, now(), 'x', repeat('x', 6000000)::bytea
        from memory.feed f, generate_series(1, 7) as n;
        insert into memory.quarantine
          (kind, feed_id, reference, reason, attempts, version, payload)
        select 'audit_entry', f.id, n, 'x', 1, 'x', repeat('x', 6000000)::bytea
        from memory.feed f, generate_series(1, 7) as n
        """);
    feed = new Feeds(connection).read().getFirst();
  }

  @Test
  void the_ledger_s_stale_entries() throws SQLException {
    SealedLedger ledger = new SealedLedger(connection);
    List<String> seen = new ArrayList<>();
    List<SealedLedger.Row> rows = ledger.stale(feed, "", OTHER_KEY, OTHER_KEY, MANY);
    while (!rows.isEmpty()) {
      assertThat(rows).hasSizeLessThanOrEqualTo(3);
      rows.forEach(row -> seen.add(row.id()));
      rows = ledger.stale(feed, rows.getLast().id(), OTHER_KEY, OTHER_KEY, MANY);
    }
    assertThat(seen).containsExactly("a1", "a2", "a3", "a4", "a5", "a6", "a7");
  }

  @Test
  void the_quarantine_s_stale_payloads() throws SQLException {
    AuditQuarantine quarantine = new AuditQuarantine(connection);

    assertThat(quarantine.stale(feed, 0, OTHER_KEY, MANY)).containsOnlyKeys(1L, 2L, 3L);
    assertThat(quarantine.stale(feed, 3, OTHER_KEY, MANY)).containsOnlyKeys(4L, 5L, 6L);
    assertThat(quarantine.stale(feed, 6, OTHER_KEY, MANY)).containsOnlyKeys(7L);
  }

  @Test
  void the_quarantine_s_entries_to_replay() throws SQLException {
    QuarantinedPayloads payloads = new QuarantinedPayloads(connection);
    List<Long> seen = new ArrayList<>();
    QuarantineSelection all = new QuarantineSelection.Everything();
    List<QuarantinedPayload> some = payloads.after(0, all, MANY);
    while (!some.isEmpty()) {
      assertThat(some).hasSizeLessThanOrEqualTo(3);
      some.forEach(one -> seen.add(one.reference()));
      some = payloads.after(some.getLast().id(), all, MANY);
    }
    assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }
}
