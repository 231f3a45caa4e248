package io.schemamemory.verification.data;

import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A login's connection to a database of its own, emptied before each test.
abstract class ConnectedFixture {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  private final Login login;
  Connection connection;

  ConnectedFixture(Login login) {
    this.login = login;
  }

  @BeforeEach
  void connect() throws SQLException {
    database.empty();
    connection = PooledConnection.connect(database.url(login));
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }
}
