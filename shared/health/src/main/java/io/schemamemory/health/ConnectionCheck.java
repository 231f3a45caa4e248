package io.schemamemory.health;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.connection.Pooler;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.health.Finding.Mend;
import io.schemamemory.health.Finding.Ok;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// A way into the database, and what is to stand in it.
///
/// @param setting what holds the URL, for messages
public record ConnectionCheck(DatabaseUrl url, Way way, String setting) {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /// What stands between.
  public enum Way {
    /// A pooler, as functions need it.
    POOLED,
    /// Nothing, as migrations need it.
    DIRECT,
    /// Nothing that can be told: somebody vouches that a proxy is none that pools.
    CONFIRMED
  }

  /// Enters, and looks at what stands between.
  public Finding look() {
    try (PooledConnection connection = new PooledConnection(url)) {
      return connection.repeatable(TimeLimit.in(LONGEST), this::look);
    } catch (SQLException refused) {
      return refused(SqlState.of(refused));
    }
  }

  /// Looks at what stands between, over a connection that has entered.
  public Finding look(Connection connection) throws SQLException {
    boolean pooled = Pooler.isBetween(connection);
    if (pooled && way == Way.DIRECT) {
      return new Mend(
          "%s leads through a connection pooler (%s): migrations need PostgreSQL itself, usually port 5432 instead of 6432. If this is PlanetScale's port 5432, whose proxy may look like a pooler, set DATABASE_DIRECT_CONFIRMED=true"
              .formatted(setting, url.place()));
    }
    if (!pooled && way == Way.POOLED) {
      return new Mend(
          "%s leads past the connection pooler (%s): every function instance would take a server connection of its own, use PgBouncer's port, usually 6432 instead of 5432"
              .formatted(setting, url.place()));
    }
    return protectedOne(pooled);
  }

  private Finding protectedOne(boolean pooled) {
    String entered =
        "%s enters at %s %s, "
            .formatted(url.user(), url.place(), pooled ? "through a pooler" : "directly");
    return switch (url.protection()) {
      case VERIFIED -> new Ok(entered + "over TLS with its certificate checked");
      case STAYS_HERE -> new Ok(entered + "without leaving this machine");
      case NONE ->
          new Mend(
              entered
                  + "and anybody on the way can read along: take DATABASE_TLS=off away and let the server prove who it is (sslmode=verify-full)");
    };
  }

  private Finding refused(String state) {
    String at = url.user() + " at " + url.place() + " (SQLSTATE " + state + ")";
    if (state.startsWith("28") || state.equals("08P01")) {
      return new Mend(
          "the server does not let in "
              + at
              + ": check user and password in "
              + setting
              + (way == Way.POOLED
                  ? ", and that a PgBouncer of your own has the lines of userlist.txt that bin/bootstrap wrote"
                  : ""));
    }
    return new Mend(
        "nothing lets in "
            + at
            + ": check host and port in "
            + setting
            + ", that the server runs, and that the network lets it through");
  }
}
