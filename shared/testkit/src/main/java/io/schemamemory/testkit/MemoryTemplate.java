package io.schemamemory.testkit;

import io.schemamemory.data.connection.DatabaseUrl;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// The server all tests of a JVM share, with a migrated database to clone; started at first use.
final class MemoryTemplate {
  static final PostgresServer SERVER = PostgresServer.startMigrated();

  private static final AtomicInteger CLONES = new AtomicInteger();

  private MemoryTemplate() {}

  static DatabaseUrl cloneDatabase() {
    return like(PostgresServer.MIGRATED);
  }

  static DatabaseUrl emptyDatabase() {
    return like("template1");
  }

  static DatabaseUrl copyDatabase(DatabaseUrl administrator) {
    return like(administrator.database());
  }

  private static DatabaseUrl like(String template) {
    return SERVER.createDatabase("memory_" + CLONES.incrementAndGet(), template);
  }

  static Path temporaryDirectory() {
    return TemporaryDirectory.untilExit("schema-memory-logins");
  }
}
