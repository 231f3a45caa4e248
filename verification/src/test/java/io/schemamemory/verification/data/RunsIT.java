package io.schemamemory.verification.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.runs.Run;
import io.schemamemory.data.runs.Runs;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The record of runs, as each login that writes it sees it.
class RunsIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @BeforeEach
  void startEmpty() {
    database.empty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NORMALIZE_DELIVERIES", "POLL_AUDIT_LOG", "APPLY_RETENTION"})
  void a_function_begins_and_ends_its_own_runs_and_no_others(Login login) throws SQLException {
    try (Connection connection = PooledConnection.connect(database.url(login))) {
      Runs runs = new Runs(connection);
      Run own = runs.begin(login.key().replace('_', '-'));
      runs.end(own, Run.Outcome.DONE, Map.of("done", 1L));

      assertThatThrownBy(() -> runs.begin("receive-webhook"))
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
      database.asOwner("update memory.run set function = 'receive-webhook'");
      runs.end(own, Run.Outcome.FAILED, Map.of("done", 2L));
    }

    assertThat(database.rows("select outcome, numbers ->> 'done' as done from memory.run"))
        .containsExactly(Map.of("outcome", "done", "done", "1"));
  }

  @Test
  void a_run_makes_its_month_if_nobody_has() throws SQLException {
    database.asOwner(
        """
        do $$ declare m record; begin
          for m in select name from memory.month_of('run') loop
            execute format('drop table %s', m.name);
          end loop;
        end $$
        """);
    try (Connection connection = PooledConnection.connect(database.url(Login.POLL_AUDIT_LOG))) {
      new Runs(connection).begin("poll-audit-log");
    }

    assertThat(database.rows("select function from memory.run")).hasSize(1);
  }
}
