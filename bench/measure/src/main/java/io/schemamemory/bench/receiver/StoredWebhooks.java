package io.schemamemory.bench.receiver;

import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Stores webhooks in each of the ways and empties the database after every turn.
final class StoredWebhooks implements AutoCloseable {
  private final BenchDatabase database;
  private final ReceiverProcess receiver;
  private final Pgbench insert;
  private final Pgbench receive;

  StoredWebhooks(BenchDatabase database) {
    this.database = database;
    DatabaseUrl own = database.credentials().url(Login.RECEIVE_WEBHOOK).orElseThrow();
    DatabaseUrl migrator = database.credentials().url(Login.MIGRATOR).orElseThrow();
    makeFloor(migrator.user());
    String body = body();
    this.insert =
        new Pgbench(
            own.as(migrator.user(), migrator.password()),
            "insert into bench.body (received_at, body) values (clock_timestamp(), " + body + ");");
    this.receive =
        new Pgbench(
            own,
            "select memory.receive('default', '%s', '%s', null, %s);"
                .formatted("0".repeat(64), "0".repeat(16), body));
    this.receiver = ReceiverProcess.start(database);
  }

  /// A new body, as long as those the receiver gets. pgbench takes what follows a colon for a
  /// variable.
  private static String body() {
    String sample = new UniqueWebhooks().nextBody();
    return "convert_to(:n || '" + sample.replace(':', ';').replace("'", "''") + "', 'UTF8')";
  }

  /// Milliseconds per request.
  double millis(WarmVariant way, Load load) {
    try {
      return switch (way) {
        case INSERT -> insert.millis(load);
        case RECEIVE -> receive.millis(load);
        case DRIVER, HANDLER, AGAIN -> receiver.millis(way, load);
      };
    } finally {
      empty();
    }
  }

  private void makeFloor(String owner) {
    asAdministrator("grant \"" + owner + "\" to current_user with set true");
    asAdministrator("create schema bench authorization \"" + owner + "\"");
    asAdministrator(
        "set role \""
            + owner
            + "\"; create table bench.body (id bigint generated always as identity primary key,"
            + " received_at timestamptz not null, body bytea not null)");
  }

  private void asAdministrator(String sql) {
    database.asAdministrator(sql);
  }

  private void empty() {
    try (Connection owner = database.owner();
        Statement statement = owner.createStatement()) {
      statement.execute("truncate memory.delivery, memory.delivery_body, memory.pending");
    } catch (SQLException failure) {
      throw new IllegalStateException("the inbox could not be emptied", failure);
    }
    String owner = database.credentials().url(Login.MIGRATOR).orElseThrow().user();
    asAdministrator("set role \"" + owner + "\"; truncate bench.body");
  }

  @Override
  public void close() {
    receiver.close();
  }
}
