package io.schemamemory.health;

import io.schemamemory.data.connection.ConnectionFault;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.connection.Pooler;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.health.Finding.Fail;
import io.schemamemory.health.Finding.Ok;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// Checks that a URL connects to the database, and what is in between.
///
/// @param setting what holds the URL, for messages
public record ConnectionCheck(DatabaseUrl url, Route route, String setting) {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /// What must be in between.
  public enum Route {
    /// A pooler, as functions need it.
    POOLED,
    /// Nothing, as migrations need it.
    DIRECT,
    /// Not checked: an operator confirms that the proxy in between does not pool.
    CONFIRMED
  }

  /// Connects, and checks what is in between.
  public Finding check() {
    try (PooledConnection connection = new PooledConnection(url)) {
      return connection.repeatable(TimeLimit.in(LONGEST), this::check);
    } catch (SQLException refused) {
      return refused(refused);
    }
  }

  /// Checks what is in between, over an open connection.
  public Finding check(Connection connection) throws SQLException {
    boolean pooled = Pooler.isBetween(connection);
    if (pooled && route == Route.DIRECT) {
      return new Fail(
          "%s leads through a connection pooler (%s): migrations need PostgreSQL itself, usually port 5432 instead of 6432. If this is PlanetScale's port 5432, whose proxy may look like a pooler, set DATABASE_DIRECT_CONFIRMED=true"
              .formatted(setting, url.place()));
    }
    if (!pooled && route == Route.POOLED) {
      return new Fail(
          "%s bypasses the connection pooler (%s), so each function instance would take a server connection of its own: use PgBouncer's port, usually 6432 instead of 5432"
              .formatted(setting, url.place()));
    }
    return encrypted(pooled);
  }

  private Finding encrypted(boolean pooled) {
    String connected =
        "%s connects to %s %s, "
            .formatted(url.user(), url.place(), pooled ? "through a pooler" : "directly");
    return switch (url.protection()) {
      case VERIFIED -> new Ok(connected + "over TLS with a verified certificate");
      case STAYS_HERE -> new Ok(connected + "without leaving this machine");
      case NONE ->
          new Fail(
              connected
                  + "and anyone in between can read the traffic: remove DATABASE_TLS=off and use"
                  + " TLS with a verified certificate (sslmode=verify-full)");
    };
  }

  private Finding refused(SQLException failure) {
    String state = SqlState.of(failure);
    String login = url.user() + " at " + url.place() + " (SQLSTATE " + state + ")";
    if (state.startsWith("28") || state.equals("08P01")) {
      return new Fail(
          "the server rejects the login "
              + login
              + ": check user and password in "
              + setting
              + ", both percent-encoded (+ is %2B, & is %26, % is %25)"
              + (route == Route.POOLED
                  ? ", and that your own PgBouncer, if you run one, has the lines of userlist.txt"
                      + " that bin/bootstrap wrote"
                  : ""));
    }
    return new Fail(new ConnectionFault(url, setting).sentence(failure));
  }
}
