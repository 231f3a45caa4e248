package io.schemamemory.roles;

import io.schemamemory.data.connection.ConnectionFault;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Connects with every login, and says what to do if one cannot.
public final class LoginCheck {
  private LoginCheck() {}

  /// Connects once with each login.
  ///
  /// @throws BootstrapException naming the first that cannot connect
  public static void run(Bootstrap.Result result) {
    for (Login login : Login.values()) {
      result.credentials().url(login).ifPresent(url -> connect(login, url, result));
    }
  }

  private static void connect(Login login, DatabaseUrl url, Bootstrap.Result result) {
    try (Connection connection = PooledConnection.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute("select 1");
    } catch (SQLException refused) {
      throw new BootstrapException(
          url
              + ": "
              + new ConnectionFault(url, result.credentials().file().toString()).sentence(refused)
              + "; "
              + whatToDo(login, result),
          refused);
    }
  }

  private static String whatToDo(Login login, Bootstrap.Result result) {
    return switch (login.entrance()) {
      case DIRECT ->
          "if its password was changed elsewhere, give it a new one with bin/bootstrap --rotate";
      case POOLED ->
          "if you run your own PgBouncer, add the lines of "
              + result.poolerLines().file()
              + " to its auth_file and RELOAD it";
    };
  }
}
