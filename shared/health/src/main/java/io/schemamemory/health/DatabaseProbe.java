package io.schemamemory.health;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.Owner;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.connection.PooledConnection.Work;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.data.runs.RequestBudget;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/// Runs queries for a check, each over a connection of its own.
///
/// @param rights whose rights the queries have
public record DatabaseProbe(DatabaseUrl url, Rights rights) {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /// Whose rights a query has.
  public enum Rights {
    /// Those of the URL's login.
    OWN,
    /// Those of the owner of all tables, whose role the login may take.
    OWNER
  }

  /// Runs queries. The connection is not a function's pooled one: a check must not disturb its
  /// work.
  public <T> T run(Work<T> work) throws SQLException {
    return switch (rights) {
      case OWN -> {
        try (PooledConnection connection = new PooledConnection(url)) {
          yield connection.repeatable(TimeLimit.in(LONGEST), work);
        }
      }
      case OWNER -> Owner.inTransaction(url, work);
    };
  }

  /// Takes a request out of an organization's budget. While the database is down no function calls
  /// PlanetScale, so a check needs no budget then.
  public Supplier<Duration> budget(String organization) {
    return () -> {
      try {
        return run(connection -> new RequestBudget(connection).take(organization));
      } catch (SQLException away) {
        return Duration.ZERO;
      }
    };
  }
}
