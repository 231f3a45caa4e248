package io.schemamemory.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailureTest {
  @Test
  void a_failure_of_the_database_has_its_code_and_nothing_of_the_drivers_message() {
    DatabaseException failure =
        DatabaseException.of("a transaction", new SQLException("bound: secret", "57014"));

    assertThat(Failure.cause(failure)).isEqualTo("cause=DatabaseException SQLSTATE=57014");
  }

  @Test
  void another_failure_has_no_code() {
    assertThat(Failure.cause(new IllegalStateException("secret")))
        .isEqualTo("cause=IllegalStateException");
  }
}
