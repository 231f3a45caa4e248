package io.schemamemory.verification.roles;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Credentials;
import io.schemamemory.testkit.EmptyDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A new database for each test, with its logins made.
abstract class RotationFixture {
  @TempDir Path home;
  @TempDir Path elsewhere;

  final DatabaseUrl direct = EmptyDatabase.untouched();
  final String name = direct.database();

  Installation installation;

  /// The request that made the logins.
  Credentials first;

  @BeforeEach
  void make() {
    installation = new Installation(direct, home);
    installation.make();
    first = installation.kept();
  }
}
