package io.schemamemory.verification.roles;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Credentials;
import io.schemamemory.testkit.EmptyDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A database with its logins made, before each test another.
abstract class RotationFixture {
  @TempDir Path home;
  @TempDir Path elsewhere;

  final DatabaseUrl direct = EmptyDatabase.untouched();
  final String name = direct.database();

  Installation installation;

  /// What was given when the logins were made.
  Credentials first;

  @BeforeEach
  void make() {
    installation = new Installation(direct, home);
    installation.make();
    first = installation.kept();
  }
}
