package io.schemamemory.applyretention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.job.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// What a job's transaction throws when the database refuses a statement.
class TransactionsIT extends RetentionFixture {
  private static final String BOUND = "a secret value";

  @Test
  void a_failed_read_or_write_gives_the_error_code_and_no_bound_values() {
    try (ApplicationContext context = ApplicationContext.run()) {
      Transactions transactions = context.getBean(Transactions.class);

      assertTranslated(() -> transactions.read(TransactionsIT::refused));
      assertTranslated(() -> transactions.write(TransactionsIT::refused));
      assertTranslated(() -> transactions.run(TransactionsIT::refused));
    }
  }

  @Test
  void a_failure_of_our_own_code_is_passed_on_as_it_is() {
    IllegalStateException ours = new IllegalStateException("ours");
    try (ApplicationContext context = ApplicationContext.run()) {
      Transactions transactions = context.getBean(Transactions.class);

      assertThatThrownBy(
              () ->
                  transactions.run(
                      _ -> {
                        throw ours;
                      }))
          .isSameAs(ours);
    }
  }

  private static void assertTranslated(Runnable transaction) {
    assertThatThrownBy(transaction::run)
        .isInstanceOf(DatabaseException.class)
        .hasMessage("a transaction failed: SQLSTATE 22P02")
        .satisfies(failure -> assertThat(SqlState.of(failure)).isEqualTo("22P02"))
        .hasNoCause()
        .hasNoSuppressedExceptions();
  }

  /// PostgreSQL's message for this repeats the value.
  private static boolean refused(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select ?::int")) {
      statement.setString(1, BOUND);
      statement.executeQuery();
      return true;
    } catch (SQLException failure) {
      assertThat(failure.getMessage()).contains(BOUND);
      throw failure;
    }
  }
}
