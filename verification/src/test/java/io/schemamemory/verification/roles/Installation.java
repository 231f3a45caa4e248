package io.schemamemory.verification.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.roles.Retirement;
import io.schemamemory.roles.RotationMode;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A database and the directory with its logins' files; all of them connect directly.
record Installation(DatabaseUrl direct, Path home) {
  Bootstrap.Request request() {
    return new Bootstrap.Request(direct, direct, home);
  }

  Bootstrap.Result make() {
    return Bootstrap.run(request());
  }

  Bootstrap.Result rotate() {
    return Bootstrap.run(request(), RotationMode.ROTATE);
  }

  void retire() {
    // A login that a test has just used counts as in use for two minutes.
    Retirement.run(request(), true);
  }

  /// What `database.json` holds now.
  Credentials kept() {
    return Credentials.in(home);
  }

  /// The same database, with another directory of files.
  Installation at(Path elsewhere) {
    return new Installation(direct, elsewhere);
  }

  static void assertEnter(Credentials credentials) {
    for (Login login : Login.values()) {
      assertThatCode(() -> enter(url(login, credentials))).doesNotThrowAnyException();
    }
  }

  static void assertRefused(Credentials credentials) {
    for (Login login : Login.values()) {
      assertThatThrownBy(() -> enter(url(login, credentials)))
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).startsWith("28"));
    }
  }

  static DatabaseUrl url(Login login, Credentials credentials) {
    return credentials.url(login).orElseThrow();
  }

  private static void enter(DatabaseUrl url) throws SQLException {
    DriverManager.getConnection(url.reveal()).close();
  }
}
