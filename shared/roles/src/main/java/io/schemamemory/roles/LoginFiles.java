package io.schemamemory.roles;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.names.LoginPair;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;

/// A database's login files: written beside the current ones first, put in place once the server
/// has the passwords.
///
/// So the URLs in `database.json` work, wherever a run is interrupted.
record LoginFiles(Credentials credentials, PoolerLines poolerLines) {
  static LoginFiles in(Path directory) {
    return new LoginFiles(Credentials.in(directory), PoolerLines.in(directory));
  }

  /// Refuses files of another database: their passwords would be overwritten with this one's.
  void refuseForeign(Administrator administrator) throws SQLException {
    String database = administrator.database();
    boolean any = false;
    boolean known = false;
    for (Login login : Login.values()) {
      DatabaseUrl url = credentials.url(login).orElse(null);
      if (url != null) {
        any = true;
        known |= isKnown(login.rolesIn(database), administrator);
        refuseForeign(login, url, database);
      }
    }
    if (any && !known) {
      throw new BootstrapException(
          ("none of the logins in %s exists on this server: it holds the passwords of another"
                  + " server's database %s; move it away, and keep it if that one is still in use;"
                  + " then run this again")
              .formatted(credentials.file(), database));
    }
  }

  private static boolean isKnown(LoginPair pair, Administrator administrator) throws SQLException {
    return administrator.roleExists(pair.first()) || administrator.roleExists(pair.second());
  }

  /// A pooler may know the database by another name.
  private void refuseForeign(Login login, DatabaseUrl url, String database) {
    if (!login.isPooled() && !url.database().equals(database)) {
      throw new BootstrapException(
          "%s holds the passwords of the database %s, and this is %s: move it to that one's --directory, then run this again"
              .formatted(credentials.file(), url.database(), database));
    }
  }

  /// The URLs come last, here and below: while they are prepared, a run is not complete.
  void prepare(Consumer<BootstrapStep> done) {
    poolerLines.prepare();
    done.accept(BootstrapStep.LINES_PREPARED);
    credentials.prepare();
    done.accept(BootstrapStep.PREPARED);
  }

  void putInPlace(Consumer<BootstrapStep> done) {
    poolerLines.putInPlace();
    done.accept(BootstrapStep.LINES_IN_PLACE);
    credentials.putInPlace();
  }

  void discardPrepared() {
    poolerLines.discardPrepared();
    credentials.discardPrepared();
  }
}
