package io.schemamemory.local.rehearsal.scene;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.testkit.PgBouncer;
import io.schemamemory.testkit.Ports;
import io.schemamemory.testkit.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// An empty PostgreSQL and a PgBouncer that knows its administrator alone, as one gets them.
public final class RehearsedDatabase implements AutoCloseable {
  public static final String NAME = "memory";
  private static final int POOL = 20;

  private final PostgresServer server;
  private final PgBouncer pooler;
  private final DatabaseUrl administrator;
  private final Path known;

  private RehearsedDatabase(
      PostgresServer server, PgBouncer pooler, DatabaseUrl administrator, Path known) {
    this.server = server;
    this.pooler = pooler;
    this.administrator = administrator;
    this.known = known;
  }

  public static RehearsedDatabase start(Path scratch) {
    PostgresServer server = PostgresServer.start();
    try {
      DatabaseUrl administrator = server.createDatabase(NAME, "template1");
      Path known =
          Files.writeString(
              scratch.resolve("userlist.txt"),
              "\"%s\" \"%s\"%n".formatted(administrator.user(), administrator.password()));
      PgBouncer pooler = PgBouncer.start(Ports.free(), server.port(), known, POOL);
      return new RehearsedDatabase(server, pooler, administrator, known);
    } catch (IOException | RuntimeException failure) {
      server.close();
      throw failure instanceof RuntimeException known
          ? known
          : new UncheckedIOException("PgBouncer did not start", (IOException) failure);
    }
  }

  public int directPort() {
    return server.port();
  }

  public int pooledPort() {
    return pooler.port();
  }

  /// The part of the administrator's URL after the question mark.
  public String credentials() {
    String url = administrator.reveal();
    return url.substring(url.indexOf('?') + 1);
  }

  /// What an administrator does with the lines that `bin/bootstrap` prints.
  public void admit(Path userlist) throws IOException {
    Files.writeString(known, Files.readString(userlist), StandardOpenOption.APPEND);
    pooler.reload(known);
  }

  public void kill() {
    server.kill();
  }

  public void startAgain() {
    server.startAgain();
  }

  @Override
  public void close() {
    pooler.close();
    server.close();
  }
}
