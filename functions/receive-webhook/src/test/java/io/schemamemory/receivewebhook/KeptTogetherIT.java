package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Samples;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Integrity that triggers keep: foreign keys would cost each webhook a look-up.
class KeptTogetherIT extends ReceiverFixture {
  private static final String WAITING =
      "select from pg_locks l join pg_database d on d.oid = l.database"
          + " where d.datname = current_database() and not l.granted";

  private void receive() {
    assertThat(status(signed(Samples.payload("branch.ready")))).isEqualTo(202);
  }

  @Test
  void a_source_with_deliveries_cannot_be_deleted() {
    receive();

    assertThatThrownBy(() -> database.asOwner("delete from memory.source"))
        .hasStackTraceContaining("source default has deliveries");
  }

  @Test
  void a_delivery_that_is_not_normalized_yet_cannot_be_deleted() {
    receive();

    assertThatThrownBy(() -> database.asOwner("delete from memory.delivery"))
        .hasStackTraceContaining("is not normalized yet");
  }

  @Test
  void a_webhook_that_comes_while_its_source_is_being_deleted_waits_and_is_spilled()
      throws Exception {
    source("gone");
    // Twice: the second time over a connection that has its plans.
    for (byte[] body : List.of(Samples.payload("branch.ready"), Samples.payload("webhook.test"))) {
      source("gone");
      try (Connection receiver = patientReceiver();
          Connection owner = DriverManager.getConnection(database.administrator().reveal());
          ExecutorService threads = Executors.newSingleThreadExecutor()) {
        assertThat(receive(receiver, "default", Samples.payload("branch.anomaly"))).isNotNull();
        owner.setAutoCommit(false);
        try (Statement delete = owner.createStatement()) {
          delete.execute("set role memory_owner");
          delete.execute("delete from memory.source where name = 'gone'");
        }
        Future<String> answer = threads.submit(() -> receive(receiver, "gone", body));
        awaitWaiting();
        owner.commit();

        assertThat(answer.get()).isEqualTo("unknown_source");
      }
    }
    assertThat(
            database.rows(
                "select from memory.delivery d where not exists (select from memory.source s where"
                    + " s.id = d.source_id)"))
        .isEmpty();
  }

  @Test
  void a_source_whose_webhook_is_being_stored_cannot_be_deleted() throws Exception {
    source("late");
    try (Connection receiver = patientReceiver();
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      receiver.setAutoCommit(false);
      receive(receiver, "late", Samples.payload("branch.ready"));
      Future<?> deleting =
          threads.submit(() -> database.asOwner("delete from memory.source where name = 'late'"));
      awaitWaiting();
      receiver.commit();

      assertThatThrownBy(deleting::get).hasStackTraceContaining("source late has deliveries");
    }
    database.asOwner("delete from memory.pending; delete from memory.delivery");
    database.asOwner("delete from memory.source where name = 'late'");
  }

  @Test
  void a_source_is_not_deleted_by_a_transaction_that_cannot_see_what_was_stored_since() {
    assertThatThrownBy(
            () ->
                database.asOwner(
                    "begin isolation level repeatable read; delete from memory.source; commit"))
        .hasStackTraceContaining("only a transaction that is read committed");
  }

  @Test
  void a_source_stays_in_its_workspace() {
    receive();
    database.asOwner("insert into memory.workspace (name) values ('other')");
    try {
      assertThatThrownBy(
              () ->
                  database.asOwner(
                      "update memory.source set workspace_id = (select id from memory.workspace"
                          + " where name = 'other')"))
          .hasStackTraceContaining("stays in its workspace, which has its memory");
      database.asOwner("update memory.source set workspace_id = workspace_id");
      assertThatThrownBy(() -> database.asOwner("delete from memory.workspace"))
          .hasStackTraceContaining("foreign key");
    } finally {
      database.asOwner("delete from memory.workspace where name = 'other'");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update memory.source set id = default                        | stays in its workspace",
        "truncate memory.source cascade                               | is not truncated",
        "insert into memory.source (workspace_id, name) select max(id) + 1, 'default' from"
            + " memory.workspace on conflict (name) do update set workspace_id ="
            + " excluded.workspace_id                                 | stays in its workspace"
      })
  void a_source_with_deliveries_is_lost_by_no_other_statement(String statement, String refusal) {
    receive();

    assertThatThrownBy(() -> database.asOwner(statement)).hasStackTraceContaining(refusal);
  }

  private static void source(String name) {
    database.asOwner(
        "insert into memory.source (workspace_id, name) select id, '"
            + name
            + "' from memory.workspace where name = 'default' on conflict do nothing");
  }

  /// The receiver gives up after half a second, which is too short to look at it.
  private static Connection patientReceiver() throws SQLException {
    Connection receiver = PooledConnection.connect(database.direct(Login.RECEIVE_WEBHOOK));
    try (Statement limits = receiver.createStatement()) {
      limits.execute(
          "set lock_timeout = '1min'; set statement_timeout = '1min'; set transaction_timeout ="
              + " '1min'; set idle_in_transaction_session_timeout = '1min'");
    }
    return receiver;
  }

  private static String receive(Connection connection, String source, byte[] body)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select memory.receive(?, repeat('a', 64), repeat('b', 16), null, ?)")) {
      statement.setString(1, source);
      statement.setBytes(2, body);
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        return answer.getString(1);
      }
    }
  }

  /// Until another session waits for a lock.
  private static void awaitWaiting() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          while (database.rows(WAITING).isEmpty()) {
            Thread.onSpinWait();
          }
        });
  }

  @Test
  void a_normalized_delivery_can_be_deleted_and_then_its_source() {
    receive();

    database.asOwner("delete from memory.pending; delete from memory.delivery");

    database.asOwner("begin; delete from memory.source where name = 'default'; rollback");
  }
}
