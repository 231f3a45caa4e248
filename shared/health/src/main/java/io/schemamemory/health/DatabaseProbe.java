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

/// How the database is asked, one statement at a time.
///
/// @param rights whose a question has
public record DatabaseProbe(DatabaseUrl url, Rights rights) {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /// Whose rights a question has.
  public enum Rights {
    /// The login's of the URL.
    OWN,
    /// The owner's of everything, which the login may become.
    OWNER
  }

  /// Asks over a connection of its own: whoever looks must not disturb who works.
  <T> T ask(Work<T> work) throws SQLException {
    return switch (rights) {
      case OWN -> {
        try (PooledConnection connection = new PooledConnection(url)) {
          yield connection.repeatable(TimeLimit.in(LONGEST), work);
        }
      }
      case OWNER -> Owner.inTransaction(url, work);
    };
  }

  /// Takes a request out of an organization's budget. Where the database cannot be asked nobody
  /// else takes any.
  public Supplier<Duration> budget(String organization) {
    return () -> {
      try {
        return ask(connection -> new RequestBudget(connection).take(organization));
      } catch (SQLException away) {
        return Duration.ZERO;
      }
    };
  }
}
