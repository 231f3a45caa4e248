package io.schemamemory.pollauditlog;

import io.schemamemory.data.audit.AuditQuarantine;
import io.schemamemory.data.audit.Feed;
import io.schemamemory.data.audit.Feeds;
import io.schemamemory.data.audit.QuarantinedEntry;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.planetscale.api.resource.Raw;
import io.schemamemory.pollauditlog.ledger.EntryReader;
import io.schemamemory.pollauditlog.ledger.LedgerSealer;
import io.schemamemory.pollauditlog.replay.EntriesReplayed;
import io.schemamemory.roles.Login;
import io.schemamemory.sealing.SealingSettings;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.LambdaInvocation;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/// Sealed entries in quarantine, as an older version left them.
abstract class ReplayFixture extends PollerFixture {
  static final Map<String, Object> EVERYTHING = Map.of("command", "replay", "quarantined", true);
  static final String OLD_REASON = "this version knows no such field";
  static final String UNREADABLE = "{\"id\":\"broken\"}";

  @BeforeEach
  void makeTheFeed() {
    run();
  }

  /// An entry as PlanetScale shows it.
  static String entry(String id) {
    return """
        {"id":"%s","actor_id":"yoltegwbg83i","actor_type":"User","actor_display_name":"Jane Doe",
         "auditable_id":"b1","auditable_type":"DatabaseBranch","auditable_display_name":"%s",
         "target_id":"m40xz7000001","target_type":"Database","target_display_name":"shop",
         "audit_action":"database_branch.created","action":"created","remote_ip":"203.0.113.7",
         "created_at":"2026-05-02T17:52:36.000Z","updated_at":"2026-05-02T17:52:36.000Z"}"""
        .formatted(id, "branch-" + id);
  }

  static void quarantine(String... entries) {
    restFor(OLD_REASON, entries);
  }

  static void restFor(String reason, String... entries) {
    quarantine(ORGANIZATION, reason, List.of(entries));
  }

  static void quarantine(String organization, String reason, List<String> entries) {
    SealingSettings sealing = SealingSettings.of(Environment.ofProcess());
    EntryReader reader = new EntryReader(new LedgerSealer(sealing.sealer(), sealing.hasher()));
    try (Connection connection = PooledConnection.connect(database.url(Login.POLL_AUDIT_LOG))) {
      Feed feed =
          new Feeds(connection)
              .read().stream()
                  .filter(one -> one.organization().equals(organization))
                  .findFirst()
                  .orElseThrow();
      new AuditQuarantine(connection)
          .add(feed, entries.stream().map(entry -> rested(reader, feed, entry, reason)).toList());
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static QuarantinedEntry rested(
      EntryReader reader, Feed feed, String entry, String reason) {
    QuarantinedEntry now =
        reader
            .quarantined(feed, Raw.of(entry.getBytes(StandardCharsets.UTF_8)), null, reason)
            .entry();
    return new QuarantinedEntry(
        now.reference(), now.action(), now.reason(), "0.0.1", now.payload());
  }

  EntriesReplayed replay(Map<String, Object> event) {
    return replay(new PollAuditLog(), event);
  }

  EntriesReplayed replay(PollAuditLog poller, Map<String, Object> event) {
    invocation = new LambdaInvocation();
    return (EntriesReplayed) poller.handleRequest(event, invocation);
  }

  static List<String> quarantined() {
    return strings(
        "select reason || ' ' || attempts || ' ' || version from memory.quarantine order by id");
  }

  static List<Long> ids() {
    return strings("select id from memory.quarantine order by id").stream()
        .map(Long::valueOf)
        .toList();
  }
}
