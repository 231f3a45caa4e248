package io.schemamemory.testkit;

import io.schemamemory.data.connection.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// An embedded PostgreSQL of its own, with an administrator who is no superuser.
///
/// Every connection needs a password, as on a real server.
public final class PostgresServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  /// The migrated database of [#startMigrated], to clone.
  public static final String MIGRATED = TemplateCluster.DATABASE;

  private final EmbeddedPostgres postgres;
  private final Path data;
  private final Runnable afterwards;
  private final String password = UUID.randomUUID().toString();

  private PostgresServer(EmbeddedPostgres postgres, Path data, Runnable afterwards) {
    this.postgres = postgres;
    this.data = data;
    this.afterwards = afterwards;
  }

  /// Starts one on a free port; it takes a second or two.
  ///
  /// It leaves to the operating system when to write to the disk: a power cut may lose what was
  /// committed.
  public static PostgresServer start() {
    return start("off");
  }

  /// The same, but what it has committed is on the disk, as with a real one.
  public static PostgresServer startDurable() {
    return start("on");
  }

  /// Starts one that has the roles and a database of the newest schema, [#MIGRATED].
  public static PostgresServer startMigrated() {
    Path data = TemplateCluster.copy();
    EmbeddedPostgres.Builder builder = overFiles(data).setRegisterShutdownHook(false);
    PostgresServer server = start(builder, data, () -> TemporaryDirectory.delete(data));
    // In place of the library's: the files go after the server.
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /// Starts one over the files of another that was stopped, or makes them; they stay.
  static PostgresServer startOver(Path data) {
    return start(overFiles(data), data, () -> {});
  }

  private static EmbeddedPostgres.Builder overFiles(Path data) {
    return builder(data, "off").setCleanDataDirectory(false);
  }

  private static PostgresServer start(String fsync) {
    Path data = TemporaryDirectory.create("schema-memory-postgres");
    return start(builder(data, fsync), data, () -> {});
  }

  private static EmbeddedPostgres.Builder builder(Path data, String fsync) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setPort(Ports.free())
        .setServerConfig("max_connections", "100")
        .setServerConfig("shared_buffers", "64MB")
        .setServerConfig("fsync", fsync)
        // The library's default may lose what was committed when the server is killed.
        .setServerConfig("synchronous_commit", "on")
        .setPGStartupWait(START);
  }

  private static PostgresServer start(
      EmbeddedPostgres.Builder builder, Path data, Runnable afterwards) {
    try {
      HostAccess.of(data).trustIfThere();
      PostgresServer server = new PostgresServer(builder.start(), data, afterwards);
      server.makeAdministrator();
      HostAccess.of(data).requirePasswords();
      server.asSuperuser("select pg_reload_conf()");
      return server;
    } catch (IOException | SQLException failure) {
      throw new IllegalStateException("embedded PostgreSQL did not start", failure);
    }
  }

  public int port() {
    return postgres.getPort();
  }

  /// Where the server keeps its files.
  public Path data() {
    return data;
  }

  /// The administrator's way into a database of this server.
  public DatabaseUrl administrator(String database) {
    return DatabaseUrl.parse(
        "jdbc:postgresql://127.0.0.1:"
            + port()
            + "/"
            + database
            + "?user=administrator&password="
            + password);
  }

  /// Makes a database the administrator owns.
  public DatabaseUrl createDatabase(String name, String template) {
    Rows.execute(administrator("postgres"), "create database " + name + " template " + template);
    return administrator(name);
  }

  /// Stops all its processes with a signal: it accepts connections, but does not respond.
  public void hang() {
    Signal.STOP.sendToAll(postmaster());
  }

  /// Continues it after a stop.
  public void resume() {
    Signal.CONT.sendToAll(postmaster());
  }

  /// Ends all of its processes at once; [#startAgain] brings it back.
  public void kill() {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    Signal.KILL.sendToAll(postmaster);
    all.forEach(process -> process.onExit().join());
  }

  /// Starts it on the same port, over the same files; it recovers by itself.
  public void startAgain() {
    try {
      new Restart(data, administrator("postgres")).run();
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL did not start again", failure);
    }
  }

  private ProcessHandle postmaster() {
    try {
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL is not running", failure);
    }
  }

  private void makeAdministrator() throws SQLException {
    asSuperuser(
        """
        do $$ begin
          if not exists (select from pg_roles where rolname = 'administrator') then
            create role administrator login createrole createdb;
            grant pg_checkpoint to administrator;
          end if;
        end $$
        """);
    // Tests connect thousands of times, and each connection would hash the password thousands of
    // times.
    asSuperuser("set scram_iterations = 1; alter role administrator password '" + password + "'");
  }

  private void asSuperuser(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    try {
      postgres.close();
      afterwards.run();
    } catch (IOException failure) {
      throw new IllegalStateException("embedded PostgreSQL did not stop", failure);
    }
  }
}
