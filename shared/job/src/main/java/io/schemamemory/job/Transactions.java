package io.schemamemory.job;

import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.connection.PooledConnection.Work;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.job.database.ConnectionPool;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/// Does work in a transaction of its own; where the database fails, throws a [DatabaseException].
///
/// Micronaut's operations pass the driver's checked exceptions on undeclared, so that no compiler
/// asks for them to be caught. Here they end, and with them the values their messages may repeat.
@Singleton
public class Transactions {
  private final TransactionOperations<Connection> operations;
  private final ConnectionPool pool;

  Transactions(TransactionOperations<Connection> operations, ConnectionPool pool) {
    this.operations = operations;
    this.pool = pool;
  }

  /// Work that answers nothing.
  @FunctionalInterface
  public interface Task {
    void over(Connection connection) throws SQLException;
  }

  /// Reads in one transaction.
  public <T> T read(Work<T> work) {
    return translated(() -> operations.executeRead(status -> work.over(status.getConnection())));
  }

  /// Writes in one transaction: all of it is committed, or none.
  public <T> T write(Work<T> work) {
    return translated(() -> operations.executeWrite(status -> work.over(status.getConnection())));
  }

  /// Writes in one transaction what has no answer.
  public void run(Task task) {
    write(
        connection -> {
          task.over(connection);
          return true;
        });
  }

  private <T> T translated(Supplier<T> transaction) {
    pool.renew();
    try {
      return transaction.get();
    } catch (Exception failure) {
      // Any: this is where the undeclared ones are caught, at commit and at connecting too.
      if (SqlState.isDatabaseFailure(failure)) {
        throw failure instanceof DatabaseException ours
            ? ours
            : DatabaseException.of("a transaction", failure);
      }
      throw failure;
    }
  }
}
