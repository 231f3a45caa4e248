package io.schemamemory.roles;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The logins a database gets, each a member of one group, each with its own limits.
///
/// Limits stand on the login: those on a group or on the owner do not reach whoever connects.
public enum Login {
  /// Migrates; the only one that may become the owner, and only by saying so.
  MIGRATOR("memory_owner", Entrance.DIRECT, "lock_timeout=5s"),
  /// PlanetScale hangs up after 2 seconds: a statement that takes half of that has failed.
  RECEIVE_WEBHOOK(
      "receive_webhook",
      Entrance.POOLED,
      "statement_timeout=1s lock_timeout=500ms"
          + " idle_in_transaction_session_timeout=5s transaction_timeout=3s"),
  /// Batches take seconds at most; beyond that something is stuck and others wait for its locks.
  NORMALIZE_DELIVERIES(
      "normalize_deliveries",
      Entrance.POOLED,
      "statement_timeout=15s lock_timeout=5s"
          + " idle_in_transaction_session_timeout=10s transaction_timeout=30s"),
  /// Writes as the normalizer does, and waits for it; no transaction waits for PlanetScale.
  POLL_AUDIT_LOG(
      "poll_audit_log",
      Entrance.POOLED,
      "statement_timeout=15s lock_timeout=5s"
          + " idle_in_transaction_session_timeout=10s transaction_timeout=30s"),
  /// Making or dropping a month takes moments; who waits longer stands in somebody's way.
  APPLY_RETENTION(
      "apply_retention",
      Entrance.POOLED,
      "statement_timeout=15s lock_timeout=5s"
          + " idle_in_transaction_session_timeout=10s transaction_timeout=30s"),
  /// Answers people who wait; a search that takes longer is too wide.
  SEARCH_MEMORY(
      "search_memory",
      Entrance.POOLED,
      "statement_timeout=10s lock_timeout=1s"
          + " idle_in_transaction_session_timeout=5s transaction_timeout=15s"),
  /// A person's, to look at the memory with SQL.
  READER(
      "read_memory",
      Entrance.DIRECT,
      "statement_timeout=60s lock_timeout=5s idle_in_transaction_session_timeout=60s");

  /// Where a login enters.
  enum Entrance {
    DIRECT,
    POOLED
  }

  /// PostgreSQL cuts longer names without a word.
  private static final int LONGEST_NAME = 63;

  private final String group;
  private final Entrance entrance;
  private final String limits;

  Login(String group, Entrance entrance, String limits) {
    this.group = group;
    this.entrance = entrance;
    this.limits = limits;
  }

  /// The key of its URL in the credentials: `receive_webhook`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String group() {
    return group;
  }

  Entrance entrance() {
    return entrance;
  }

  /// Whether it enters through the pooler.
  public boolean isPooled() {
    return entrance == Entrance.POOLED;
  }

  public List<String> limits() {
    return List.of(limits.split(" "));
  }

  /// Its roles' names; with the database's in front, since roles belong to the whole server.
  LoginPair rolesIn(String database) {
    if (database.contains("\"")) {
      throw new BootstrapException(
          "a PgBouncer cannot be told of a database with a quote in its name");
    }
    String first = database + "_" + key();
    return new LoginPair(first, first + "_b");
  }

  /// Refuses a name that PostgreSQL would cut.
  static void requireWhole(String role) {
    if (role.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      throw new BootstrapException(
          "the database's name is too long: the login " + role + " would be cut to 63 bytes");
    }
  }
}
