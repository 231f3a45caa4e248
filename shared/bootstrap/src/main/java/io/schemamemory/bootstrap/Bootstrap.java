package io.schemamemory.bootstrap;

import io.schemamemory.data.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// Makes a database ready for the first migration: groups, schema, logins. Safe to run again.
public final class Bootstrap {
  private static final int OLDEST_SERVER = 170_000;

  private Bootstrap() {}

  /// What to make ready.
  ///
  /// @param direct the server itself, as its administrator; a superuser is not needed
  /// @param pooled the same database through PgBouncer
  /// @param directory where the passwords are kept; keep it out of version control
  /// @param rotate whether logins that exist get a new password too
  public record Request(DatabaseUrl direct, DatabaseUrl pooled, Path directory, boolean rotate) {}

  /// What was made.
  ///
  /// @param given the logins that got a password just now
  public record Made(Credentials credentials, PoolerLines poolerLines, List<String> given) {}

  /// Makes everything that is absent.
  ///
  /// @throws BootstrapException if something is in the way; the message says what to do
  public static Made run(Request request) {
    Credentials credentials = Credentials.in(request.directory());
    PoolerLines poolerLines = PoolerLines.in(request.directory());
    try (Connection connection = connect(request.direct())) {
      Administrator administrator = new Administrator(connection);
      refuseOldServer(administrator);
      // One transaction: either all roles are there with their passwords kept, or none.
      connection.setAutoCommit(false);
      Groups.make(administrator);
      List<String> given = new Logins(administrator, request, credentials, poolerLines).make();
      credentials.save();
      poolerLines.save();
      connection.commit();
      return new Made(credentials, poolerLines, given);
    } catch (SQLException refused) {
      throw new BootstrapException(
          "the roles could not be made at "
              + request.direct()
              + ": "
              + refused.getMessage()
              + "; the user must own the database and have CREATEROLE, and where another"
              + " administrator made the role memory_owner, hold it with admin option",
          refused);
    }
  }

  private static Connection connect(DatabaseUrl url) {
    try {
      return DriverManager.getConnection(url.reveal());
    } catch (SQLException refused) {
      throw new BootstrapException(
          "no connection to " + url + ": " + refused.getMessage() + "; check DATABASE_DIRECT_URL",
          refused);
    }
  }

  private static void refuseOldServer(Administrator administrator) throws SQLException {
    String version = administrator.ask("select current_setting('server_version_num')");
    if (Integer.parseInt(version) < OLDEST_SERVER) {
      throw new BootstrapException("the server must be PostgreSQL 17 or newer");
    }
  }
}
