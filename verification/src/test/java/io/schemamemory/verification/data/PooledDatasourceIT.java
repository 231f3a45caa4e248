package io.schemamemory.verification.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Rows;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// The functions' pool, when its connection is lost.
@ExtendWith(SystemStubsExtension.class)
class PooledDatasourceIT {
  /// It has no transaction_timeout, which would go on counting whatever a transaction sets.
  private static final Login LOGIN = Login.READER;

  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @SystemStub private final EnvironmentVariables environment = new EnvironmentVariables();

  @ParameterizedTest
  @EnumSource
  void a_connection_lost_through_the_pooler_costs_its_transaction_and_no_other(Loss loss) {
    try (ApplicationContext context = over(database.pooled(LOGIN))) {
      costsItsTransactionAndNoOther(loss, transactions(context));
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"POOLER_RESTARTED", "POOLER_KILLED"})
  void a_direct_connection_that_is_lost_costs_its_transaction_and_no_other(Loss loss) {
    try (ApplicationContext context = over(database.direct(LOGIN))) {
      costsItsTransactionAndNoOther(loss, transactions(context));
    }
  }

  @Test
  void a_connection_lost_between_two_transactions_is_replaced_before_the_next() {
    try (ApplicationContext context = over(database.direct(LOGIN))) {
      TransactionOperations<Connection> transactions = transactions(context);
      int process = process(transactions);

      Rows.of(database.direct(LOGIN), "", "select pg_terminate_backend(" + process + ", 5000)");

      assertThat(process(transactions)).isNotEqualTo(process);
    }
  }

  @Test
  void a_caller_waits_for_a_pooler_that_restarts() throws Exception {
    try (ApplicationContext context = over(database.pooled(LOGIN))) {
      TransactionOperations<Connection> transactions = transactions(context);
      process(transactions);

      CompletableFuture<Integer> waiting =
          database.withoutPooler(() -> CompletableFuture.supplyAsync(() -> process(transactions)));

      assertThat(waiting.get(15, TimeUnit.SECONDS)).isPositive();
    }
  }

  @Test
  void the_isolation_level_is_not_queried_over_the_first_connection() {
    try (ApplicationContext context = over(database.pooled(LOGIN))) {
      assertThat(context.getBean(DatasourceConfiguration.class).getTransactionIsolation())
          .isEqualTo("TRANSACTION_READ_COMMITTED");
    }
  }

  private static void costsItsTransactionAndNoOther(
      Loss loss, TransactionOperations<Connection> transactions) {
    process(transactions);
    assertThatThrownBy(
            () ->
                transactions.executeWrite(
                    status -> {
                      loss.lose(status.getConnection(), database.direct(LOGIN), database);
                      return "done";
                    }))
        .isInstanceOf(Exception.class);
    assertThat(process(transactions)).isPositive();
  }

  private static int process(TransactionOperations<Connection> transactions) {
    return transactions.executeWrite(status -> Loss.process(status.getConnection()));
  }

  @SuppressWarnings("unchecked")
  private static TransactionOperations<Connection> transactions(ApplicationContext context) {
    return context.getBean(TransactionOperations.class);
  }

  private ApplicationContext over(DatabaseUrl url) {
    environment.set("DATABASE_URL", url.reveal());
    return ApplicationContext.run(
        Map.of(
            "datasources.default.url", url.reveal(),
            "datasources.default.driver-class-name", "org.postgresql.Driver",
            "datasources.default.connection-timeout", "15000"));
  }
}
