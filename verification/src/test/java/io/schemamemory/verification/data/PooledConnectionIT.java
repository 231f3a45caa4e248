package io.schemamemory.verification.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PooledConnectionIT {
  /// It has no transaction_timeout, which would go on counting whatever a transaction sets.
  private static final Login LOGIN = Login.READER;

  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  /// Work whose connection is lost a number of times before it is done.
  private static final class Unlucky implements PooledConnection.Work<String> {
    private final Loss loss;
    private final int times;
    private final List<String> states = new ArrayList<>();

    Unlucky(Loss loss, int times) {
      this.loss = loss;
      this.times = times;
    }

    @Override
    public String over(Connection connection) throws SQLException {
      if (states.size() < times) {
        try {
          loss.lose(connection, database.direct(LOGIN), database);
        } catch (SQLException lost) {
          states.add(lost.getSQLState());
          throw lost;
        }
      }
      assertThat(Loss.process(connection)).isPositive();
      return "done";
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TERMINATED, 57P01",
    "IDLE_IN_TRANSACTION, 25P03",
    "TRANSACTION_TIMEOUT, 25P04",
  })
  void work_whose_connection_the_server_ended_is_retried_once_over_a_new_one(
      Loss loss, String state) throws SQLException {
    Unlucky work = new Unlucky(loss, 1);
    try (PooledConnection connection = new PooledConnection(database.direct(LOGIN))) {
      connection.repeatable(inTime(), Loss::process);

      assertThat(connection.repeatable(inTime(), work)).isEqualTo("done");
    }
    assertThat(work.states).containsExactly(state);
  }

  @ParameterizedTest
  @EnumSource
  void work_lost_behind_or_with_the_pooler_is_retried_once_too(Loss loss) throws SQLException {
    Unlucky work = new Unlucky(loss, 1);
    try (PooledConnection connection = new PooledConnection(database.pooled(LOGIN))) {
      connection.repeatable(inTime(), Loss::process);

      assertThat(connection.repeatable(inTime(), work)).isEqualTo("done");
    }
    assertThat(work.states).hasSize(1);
  }

  @Test
  void work_that_loses_its_connection_twice_is_given_up() throws SQLException {
    Unlucky work = new Unlucky(Loss.TERMINATED, 2);
    try (PooledConnection connection = new PooledConnection(database.pooled(LOGIN))) {
      connection.repeatable(inTime(), Loss::process);

      assertThatThrownBy(() -> connection.repeatable(inTime(), work))
          .isInstanceOf(SQLException.class);
      assertThat(work.states).hasSize(2);
      assertThat(connection.repeatable(inTime(), work)).isEqualTo("done");
    }
  }

  @Test
  void a_server_connection_lost_between_two_transactions_is_not_noticed() throws SQLException {
    try (PooledConnection connection = new PooledConnection(database.pooled(LOGIN))) {
      int process = connection.repeatable(inTime(), Loss::process);

      Rows.of(database.direct(LOGIN), "", "select pg_terminate_backend(" + process + ", 5000)");

      assertThat(connection.repeatable(inTime(), Loss::process)).isNotEqualTo(process);
    }
  }

  @Test
  void work_that_fails_over_a_live_connection_is_not_retried() throws SQLException {
    List<Integer> processes = new ArrayList<>();
    try (PooledConnection connection = new PooledConnection(database.pooled(LOGIN))) {
      connection.repeatable(inTime(), Loss::process);

      assertThatThrownBy(
              () ->
                  connection.repeatable(
                      inTime(),
                      open -> {
                        processes.add(Loss.process(open));
                        return open.createStatement().execute("select 1 / 0");
                      }))
          .isInstanceOfSatisfying(
              SQLException.class, failure -> assertThat(failure.getSQLState()).isEqualTo("22012"));
    }
    assertThat(processes).hasSize(1);
  }

  private static TimeLimit inTime() {
    return TimeLimit.in(Duration.ofSeconds(20));
  }
}
