package io.schemamemory.applyretention;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.roles.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/// Any login may take any advisory lock, and keep it.
class AdvisoryLocksIT extends RetentionFixture {
  @Test
  void months_are_made_and_dropped_while_a_reader_holds_guessable_advisory_locks()
      throws SQLException {
    make("2020-01");
    try (Connection reader = DriverManager.getConnection(database.url(Login.READER).reveal());
        Statement session = reader.createStatement()) {
      session.execute(
          """
          select pg_advisory_lock(hashtextextended(guess, 0))
          from unnest(array['memory.months', 'memory.months.drop', 'delivery_body']) as guess
          """);

      assertThat(run()).isEqualTo(counts(4, 1, 0, 0, 0));
    }
    assertThat(months()).isEqualTo(premade());
  }

  @Test
  void two_makers_of_one_month_wait_for_each_other_by_a_row_that_a_reader_cannot_lock() {
    database.whileOpen(
        "select memory.make_month('delivery_body', '2020-02-01 00:00:00+00')",
        () -> assertThat(waiting()).contains("lock timeout"));
  }

  private static String waiting() {
    try {
      database.asOwner(
          "set lock_timeout = '100ms'; select memory.make_month('delivery_body', '2020-02-01"
              + " 00:00:00+00')");
      return "";
    } catch (RuntimeException refused) {
      return String.valueOf(refused.getCause());
    }
  }
}
