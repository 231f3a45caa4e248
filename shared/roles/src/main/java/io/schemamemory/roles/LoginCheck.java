package io.schemamemory.roles;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Tries every login where it is to enter, and says what to mend where one cannot.
public final class LoginCheck {
  private LoginCheck() {}

  /// Enters with each login once.
  ///
  /// @throws BootstrapException naming the first that cannot
  public static void run(Bootstrap.Made made) {
    for (Login login : Login.values()) {
      made.credentials().url(login).ifPresent(url -> enter(login, url, made));
    }
  }

  private static void enter(Login login, DatabaseUrl url, Bootstrap.Made made) {
    try (Connection connection = PooledConnection.connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute("select 1");
    } catch (SQLException refused) {
      throw new BootstrapException(
          url + ": " + refused.getMessage() + "; " + mend(login, made), refused);
    }
  }

  private static String mend(Login login, Bootstrap.Made made) {
    return switch (login.entrance()) {
      case DIRECT ->
          "if its password was changed elsewhere, give it a new one with bin/bootstrap --rotate";
      case POOLED ->
          "if it is a PgBouncer of your own, add the lines of "
              + made.poolerLines().file()
              + " to its auth_file and RELOAD it";
    };
  }
}
