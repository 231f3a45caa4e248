package io.schemamemory.testkit;

import io.schemamemory.data.connection.DatabaseUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Statements as the owner of everything, over a connection kept between them: opening one takes
/// longer than most statements do.
final class OwnerSession implements AutoCloseable {
  private static final String AS_OWNER = "reset all; set role memory_owner; ";

  /// The tables that tests fill, in an order in which they can be emptied: referring ones first.
  private static final List<String> FILLED =
      List.of(
          "pending",
          "quarantine",
          "delivery",
          "delivery_body",
          "secret_use",
          "replay",
          "feed_position",
          "audit_log_entry",
          "feed",
          "keyset_canary",
          "lease",
          "request_budget",
          "run",
          "temporal_state",
          "resource_name",
          "observation_facet",
          "entity",
          "sighting",
          "observation",
          "deploy_request",
          "path_lock",
          "person_identity",
          "person");

  private final DatabaseUrl administrator;

  /// Absent while a thread uses it: another one, which may be waited for, opens its own.
  private final AtomicReference<@Nullable Connection> idle = new AtomicReference<>();

  OwnerSession(DatabaseUrl administrator) {
    this.administrator = administrator;
  }

  void execute(String sql) {
    use(
        connection -> {
          Rows.execute(connection, AS_OWNER + sql);
          return List.of();
        });
  }

  List<Map<String, @Nullable Object>> rows(String query) {
    return use(connection -> Rows.of(connection, AS_OWNER, query));
  }

  /// By `delete`: for a few rows `truncate` takes thirty times as long.
  void empty() {
    execute("delete from memory." + String.join("; delete from memory.", FILLED));
  }

  private List<Map<String, @Nullable Object>> use(
      Function<Connection, List<Map<String, @Nullable Object>>> work) {
    Connection connection = take();
    try {
      List<Map<String, @Nullable Object>> rows = work.apply(connection);
      giveBack(connection);
      return rows;
    } catch (RuntimeException failure) {
      end(connection);
      throw failure;
    }
  }

  private Connection take() {
    try {
      Connection kept = idle.getAndSet(null);
      // A test may have closed it, or stopped the server.
      return kept != null && kept.isValid(5)
          ? kept
          : DriverManager.getConnection(administrator.reveal());
    } catch (SQLException failure) {
      throw new IllegalStateException("no connection to " + administrator, failure);
    }
  }

  private void giveBack(Connection connection) {
    if (!idle.compareAndSet(null, connection)) {
      end(connection);
    }
  }

  private static void end(Connection connection) {
    try {
      connection.close();
    } catch (SQLException gone) {
      // It is closed either way.
    }
  }

  @Override
  public void close() {
    Connection kept = idle.getAndSet(null);
    if (kept != null) {
      end(kept);
    }
  }
}
