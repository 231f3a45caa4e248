package io.schemamemory.verification.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Functions keep working through the pooler while their login's password changes.
class RotationInUseIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @Test
  void a_client_of_the_former_role_notices_nothing_until_it_is_retired() throws Exception {
    DatabaseUrl former = database.url(Login.RECEIVE_WEBHOOK);
    try (Connection held = PooledConnection.connect(former)) {
      try (Client client = Client.start(former, held)) {
        client.awaitTurns();
        database.rotate();
        client.awaitTurns();
        assertThat(client.failures()).isEmpty();
      }
      assertThat(database.url(Login.RECEIVE_WEBHOOK).user()).isEqualTo(former.user() + "_b");
      database.receive("with the new URL".getBytes(StandardCharsets.UTF_8));

      database.retire();

      assertThatThrownBy(() -> turn(held)).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> turnOverAnother(former)).isInstanceOf(SQLException.class);
      database.receive("and still".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void turnOverAnother(DatabaseUrl url) throws SQLException {
    try (Connection another = PooledConnection.connect(url)) {
      turn(another);
    }
  }

  private static void turn(Connection connection) throws SQLException {
    // A pooler that cannot log in keeps its clients waiting for two minutes.
    connection.setNetworkTimeout(Runnable::run, 1_500);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select memory.receive('nobody', null, null, null, null)");
    }
  }

  /// Repeats a query over an open connection and over a new one.
  private record Client(
      ExecutorService thread, AtomicBoolean going, Semaphore turns, Queue<SQLException> failures)
      implements AutoCloseable {
    private static final int MANY = 50;

    static Client start(DatabaseUrl url, Connection held) {
      Client client =
          new Client(
              Executors.newSingleThreadExecutor(),
              new AtomicBoolean(true),
              new Semaphore(0),
              new ConcurrentLinkedQueue<>());
      client.thread.execute(() -> client.goOn(url, held));
      return client;
    }

    private void goOn(DatabaseUrl url, Connection held) {
      while (going.get()) {
        try {
          turn(held);
          turnOverAnother(url);
        } catch (SQLException failure) {
          failures.add(failure);
        }
        turns.release();
      }
    }

    void awaitTurns() throws InterruptedException {
      turns.drainPermits();
      assertThat(turns.tryAcquire(MANY, 30, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
      going.set(false);
      thread.close();
    }
  }
}
