package io.schemamemory.local;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.roles.LoginCheck;
import io.schemamemory.settings.PrivateFile;
import io.schemamemory.testkit.PgBouncer;
import io.schemamemory.testkit.Ports;
import io.schemamemory.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A local run's database with its roles: an embedded one, or an existing one.
final class LocalDatabase {
  private static final int POOL = 20;

  private final Bootstrap.Result made;
  private final Path directory;

  private LocalDatabase(Bootstrap.Result made, Path directory) {
    this.made = made;
    this.directory = directory;
  }

  static LocalDatabase open(
      LocalSettings settings, Path home, Closing closing, Consumer<String> out) {
    LocalDatabase database =
        settings
            .database()
            .map(urls -> existing(urls, home, out))
            .orElseGet(() -> embedded(home, closing, out));
    LoginCheck.run(database.made);
    database.writeReaderUrl();
    return database;
  }

  Credentials credentials() {
    return made.credentials();
  }

  /// The folder with its passwords, readable only by its owner.
  Path directory() {
    return directory;
  }

  /// A file with the reader's URL for `psql`, so that no password appears on a screen.
  Path readerUrlFile() {
    return directory.resolve("reader.url");
  }

  private static LocalDatabase existing(LocalSettings.Urls urls, Path home, Consumer<String> out) {
    out.accept("PostgreSQL   " + urls.direct() + " (existing)");
    out.accept("PgBouncer    " + urls.pooled() + " (existing)");
    Path directory = Credentials.directory(home, urls.direct());
    Bootstrap.Result made =
        Bootstrap.run(new Bootstrap.Request(urls.direct(), urls.pooled(), directory));
    return new LocalDatabase(made, directory);
  }

  private static LocalDatabase embedded(Path home, Closing closing, Consumer<String> out) {
    Path directory = home.resolve("embedded-" + ProcessHandle.current().pid());
    closing.atEnd(() -> delete(directory));
    PostgresServer server = PostgresServer.start();
    closing.atEnd(server::close);
    DatabaseUrl direct = server.createDatabase("memory", "template1");
    out.accept("PostgreSQL   " + direct.place() + " (embedded; it goes when this ends)");
    boolean pooler = PgBouncer.find().isPresent();
    int port = pooler ? Ports.free() : server.port();
    DatabaseUrl pooled = direct.at(port);
    Bootstrap.Result made = Bootstrap.run(new Bootstrap.Request(direct, pooled, directory));
    if (pooler) {
      PgBouncer bouncer = PgBouncer.start(port, server.port(), made.poolerLines().file(), POOL);
      closing.atEnd(bouncer::close);
      out.accept("PgBouncer    " + pooled.place() + " (transaction mode)");
    } else {
      out.accept("PgBouncer    not on the PATH: the functions connect to PostgreSQL directly");
    }
    return new LocalDatabase(made, directory);
  }

  private void writeReaderUrl() {
    DatabaseUrl reader = made.credentials().url(Login.READER).orElseThrow();
    new PrivateFile(readerUrlFile()).write(reader.forPsql() + "\n");
  }

  private static void delete(Path directory) {
    try (var files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException stays) {
      // Harmless: passwords of a database that is gone.
    }
  }
}
