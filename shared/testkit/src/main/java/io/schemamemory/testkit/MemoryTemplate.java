package io.schemamemory.testkit;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.migrations.Migrations;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The server all tests of a JVM share, with a migrated database to clone; made at first use.
final class MemoryTemplate {
  static final PostgresServer SERVER = PostgresServer.start();

  private static final String NAME = "memory_template";
  private static final AtomicInteger CLONES = new AtomicInteger();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    DatabaseUrl url = SERVER.createDatabase(NAME, "template1");
    Bootstrap.Result made = Bootstrap.run(new Bootstrap.Request(url, url, temporaryDirectory()));
    Migrations.over(made.credentials().url(Login.MIGRATOR).orElseThrow().reveal()).migrate();
  }

  private MemoryTemplate() {}

  static DatabaseUrl cloneDatabase() {
    return like(NAME);
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

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException stays) {
      // Passwords of a server that is gone.
    }
  }

  static Path temporaryDirectory() {
    try {
      Path directory = Files.createTempDirectory("schema-memory-logins");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      return directory;
    } catch (IOException failure) {
      throw new UncheckedIOException("no temporary directory", failure);
    }
  }
}
