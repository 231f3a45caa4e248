package io.schemamemory.local.rehearsal;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.testkit.PgBouncer;
import io.schemamemory.testkit.Ports;
import io.schemamemory.testkit.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An empty PostgreSQL and a PgBouncer that knows nobody yet, as an administrator gets them.
final class RehearsedDatabase implements AutoCloseable {
  static final String NAME = "memory";
  private static final int POOL = 20;

  private final PostgresServer server;
  private final PgBouncer pooler;
  private final DatabaseUrl administrator;

  private RehearsedDatabase(PostgresServer server, PgBouncer pooler, DatabaseUrl administrator) {
    this.server = server;
    this.pooler = pooler;
    this.administrator = administrator;
  }

  static RehearsedDatabase start(Path scratch) {
    PostgresServer server = PostgresServer.start();
    try {
      Path nobody = Files.writeString(scratch.resolve("userlist.txt"), "");
      DatabaseUrl administrator = server.createDatabase(NAME, "template1");
      PgBouncer pooler = PgBouncer.start(Ports.free(), server.port(), nobody, POOL);
      return new RehearsedDatabase(server, pooler, administrator);
    } catch (IOException | RuntimeException failure) {
      server.close();
      throw failure instanceof RuntimeException known
          ? known
          : new UncheckedIOException("PgBouncer did not start", (IOException) failure);
    }
  }

  int directPort() {
    return server.port();
  }

  int pooledPort() {
    return pooler.port();
  }

  /// The part of the administrator's URL after the question mark.
  String credentials() {
    String url = administrator.reveal();
    return url.substring(url.indexOf('?') + 1);
  }

  /// What an administrator does with the lines that `bin/bootstrap` prints.
  void admit(Path userlist) {
    pooler.reload(userlist);
  }

  void kill() {
    server.kill();
  }

  void startAgain() {
    server.startAgain();
  }

  @Override
  public void close() {
    pooler.close();
    server.close();
  }
}
