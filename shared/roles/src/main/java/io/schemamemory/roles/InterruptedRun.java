package io.schemamemory.roles;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.roles.Login.Entrance;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Recovers from an interrupted run: its prepared files are valid if the server has their
/// passwords.
final class InterruptedRun {
  /// The class of SQLSTATEs for a wrong user or password.
  private static final String LOGIN_REJECTED = "28";

  private final Bootstrap.Request request;
  private final UserNames users;
  private final String database;

  InterruptedRun(Bootstrap.Request request, Administrator administrator) throws SQLException {
    this.request = request;
    this.users = UserNames.of(administrator, request);
    this.database = administrator.database();
  }

  /// Completes the run, or discards what it prepared.
  ///
  /// @return whether it was completed and had changed passwords
  boolean recover() throws SQLException {
    LoginFiles files = LoginFiles.in(request.directory());
    Optional<Credentials> prepared = files.credentials().prepared();
    if (prepared.isEmpty()) {
      return false;
    }
    Map<String, String> changed = changed(files.credentials(), prepared.get());
    for (Map.Entry<String, String> login : changed.entrySet()) {
      if (!canLogIn(login.getKey(), login.getValue())) {
        files.discardPrepared();
        return false;
      }
    }
    files.putInPlace(_ -> {});
    return !changed.isEmpty();
  }

  /// The prepared passwords, by role, that are not kept yet.
  private Map<String, String> changed(Credentials kept, Credentials prepared) {
    Map<String, String> changed = new TreeMap<>();
    for (Login login : Login.values()) {
      Optional<DatabaseUrl> old = kept.url(login);
      for (String role : login.rolesIn(database).both()) {
        prepared
            .url(login)
            .filter(url -> UserNames.isOf(url.user(), role))
            .map(DatabaseUrl::password)
            .filter(password -> !old.map(DatabaseUrl::password).equals(Optional.of(password)))
            .ifPresent(password -> changed.put(role, password));
      }
    }
    return changed;
  }

  private boolean canLogIn(String role, String password) throws SQLException {
    String url = request.direct().as(users.of(role, Entrance.DIRECT), password).reveal();
    try {
      DriverManager.getConnection(url).close();
      return true;
    } catch (SQLException refused) {
      if (SqlState.of(refused).startsWith(LOGIN_REJECTED)) {
        return false;
      }
      throw refused;
    }
  }
}
