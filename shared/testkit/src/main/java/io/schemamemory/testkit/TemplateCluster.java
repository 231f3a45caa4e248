package io.schemamemory.testkit;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.migrations.Migrations;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The files of a stopped PostgreSQL with roles made and a migrated database in it.
///
/// The first JVM that needs them makes them, in five seconds; the others copy them, in a tenth of
/// one. They stand beside the testkit's classes, so that `mvn clean` deletes them.
final class TemplateCluster {
  /// The migrated database.
  static final String DATABASE = "memory_template";

  private TemplateCluster() {}

  /// Copies them to a directory of the caller's own.
  static Path copy() {
    Path home = ClusterKey.place(TemplateCluster.class).resolveSibling("postgres");
    Path copy = TemporaryDirectory.create("schema-memory-postgres");
    try {
      Files.createDirectories(home);
      // Not in the home: it must stay when what is in there goes.
      try (FileChannel lock =
              FileChannel.open(home.resolveSibling("postgres.lock"), CREATE, WRITE);
          FileLock _ = lock.lock()) {
        copy(current(home), copy);
      }
      return copy;
    } catch (IOException failure) {
      throw new UncheckedIOException("no migrated PostgreSQL in " + home, failure);
    }
  }

  private static Path current(Path home) throws IOException {
    Path cluster = home.resolve(ClusterKey.current());
    if (!Files.exists(cluster)) {
      deleteAll(home);
      Path unfinished = home.resolve("unfinished");
      make(unfinished);
      Files.move(unfinished, cluster);
    }
    return cluster;
  }

  private static void deleteAll(Path home) throws IOException {
    try (Stream<Path> former = Files.list(home)) {
      former.toList().forEach(TemporaryDirectory::delete);
    }
  }

  private static void make(Path data) {
    Path logins = TemporaryDirectory.create("schema-memory-logins");
    try (PostgresServer server = PostgresServer.startOver(data)) {
      DatabaseUrl url = server.createDatabase(DATABASE, "template1");
      Bootstrap.Result made = Bootstrap.run(new Bootstrap.Request(url, url, logins));
      Migrations.over(made.credentials().url(Login.MIGRATOR).orElseThrow().reveal()).migrate();
    } finally {
      TemporaryDirectory.delete(logins);
    }
  }

  /// By the system's own command, which shares the blocks where the file system can.
  private static void copy(Path from, Path to) throws IOException {
    Process copying =
        new ProcessBuilder("cp", "-Rp", from + "/.", to.toString())
            .redirectError(Redirect.INHERIT)
            .start();
    if (copying.onExit().join().exitValue() != 0) {
      throw new IOException("cp failed");
    }
  }
}
