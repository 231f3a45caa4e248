package io.schemamemory.verification.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.runs.RequestBudget;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RequestBudgetIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void concurrent_callers_share_the_minute_s_requests_without_exceeding_them() throws Exception {
    take("acme");
    // A fixed minute, so that the test cannot cross into the next.
    database.asOwner(
        "update memory.request_budget set minute = date_trunc('minute', now()) + interval '1 day',"
            + " remaining = 30");
    List<Callable<Long>> takers = Collections.nCopies(4, () -> takeTwenty());
    long given = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Long> taken : threads.invokeAll(takers)) {
        given += taken.get();
      }
    }

    assertThat(given).isEqualTo(30);
  }

  @Test
  void a_caller_without_a_request_left_must_wait_for_the_next_minute() throws SQLException {
    take("acme");
    database.asOwner(
        "update memory.request_budget set remaining = 0, minute = minute + interval '1 day'");

    assertThat(take("acme")).isBetween(Duration.ofMillis(1), Duration.ofMinutes(1));
    assertThat(take("beta")).isZero();
  }

  @Test
  void a_new_minute_brings_as_many_again() throws SQLException {
    take("acme");
    database.asOwner(
        "update memory.request_budget set remaining = 0, minute = minute - interval '1 minute'");

    assertThat(take("acme")).isZero();
    assertThat(database.rows("select remaining from memory.request_budget").toString())
        .contains("599");
  }

  private static long takeTwenty() throws SQLException {
    long given = 0;
    for (int i = 0; i < 20; i++) {
      given += take("acme").isZero() ? 1 : 0;
    }
    return given;
  }

  private static Duration take(String organization) throws SQLException {
    try (Connection connection = PooledConnection.connect(database.url(Login.POLL_AUDIT_LOG))) {
      return new RequestBudget(connection).take(organization);
    }
  }
}
