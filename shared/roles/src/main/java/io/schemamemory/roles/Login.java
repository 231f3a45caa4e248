package io.schemamemory.roles;

import io.schemamemory.roles.names.LoginPair;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The logins of a database, each a member of one group, each with its own limits.
///
/// Limits are set on the login: PostgreSQL does not apply a group's settings to its members.
public enum Login {
  /// Migrates; the only one that may take the owner's role, by SET ROLE.
  MIGRATOR("memory_owner", Entrance.DIRECT, "lock_timeout=5s"),
  /// PlanetScale hangs up after 2 seconds: a statement may take half of that.
  RECEIVE_WEBHOOK(
      "receive_webhook",
      Entrance.POOLED,
      "statement_timeout=1s lock_timeout=500ms"
          + " idle_in_transaction_session_timeout=5s transaction_timeout=3s"),
  /// Batches take seconds; a longer one is stuck, and others wait for its locks.
  NORMALIZE_DELIVERIES(
      "normalize_deliveries",
      Entrance.POOLED,
      "statement_timeout=15s lock_timeout=5s"
          + " idle_in_transaction_session_timeout=10s transaction_timeout=30s"),
  /// Writes as the normalizer does; no transaction waits for PlanetScale.
  POLL_AUDIT_LOG(
      "poll_audit_log",
      Entrance.POOLED,
      "statement_timeout=15s lock_timeout=5s"
          + " idle_in_transaction_session_timeout=10s transaction_timeout=30s"),
  /// Creating or dropping a month takes milliseconds; waiting longer for a lock blocks others.
  APPLY_RETENTION(
      "apply_retention",
      Entrance.POOLED,
      "statement_timeout=15s lock_timeout=5s"
          + " idle_in_transaction_session_timeout=10s transaction_timeout=30s"),
  /// People wait for it; a search that takes longer is too broad.
  SEARCH_MEMORY(
      "search_memory",
      Entrance.POOLED,
      "statement_timeout=10s lock_timeout=1s"
          + " idle_in_transaction_session_timeout=5s transaction_timeout=15s"),
  /// For a person to read the memory with SQL.
  READER(
      "read_memory",
      Entrance.DIRECT,
      "statement_timeout=60s lock_timeout=5s idle_in_transaction_session_timeout=60s");

  /// Where a login connects.
  enum Entrance {
    DIRECT,
    POOLED
  }

  /// PostgreSQL truncates longer names silently.
  private static final int LONGEST_NAME = 63;

  private final String group;
  private final Entrance entrance;
  private final String limits;

  Login(String group, Entrance entrance, String limits) {
    this.group = group;
    this.entrance = entrance;
    this.limits = limits;
  }

  /// The key of its URL in the credentials, such as `receive_webhook`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String group() {
    return group;
  }

  Entrance entrance() {
    return entrance;
  }

  /// Whether it connects through the pooler.
  public boolean isPooled() {
    return entrance == Entrance.POOLED;
  }

  public List<String> limits() {
    return List.of(limits.split(" "));
  }

  /// Its roles, named with the database's name in front, since roles belong to the whole server.
  LoginPair rolesIn(String database) {
    if (database.chars().anyMatch(c -> c == '"' || Character.isISOControl(c))) {
      throw new BootstrapException(
          "the database has a quote or a line end in its name, which PgBouncer does not support");
    }
    String first = database + "_" + key();
    return new LoginPair(first, first + "_b");
  }

  /// Refuses a name that PostgreSQL would truncate.
  static void requireUntruncated(String role) {
    if (role.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      throw new BootstrapException(
          "the database's name is too long: the login " + role + " would be truncated to 63 bytes");
    }
  }
}
