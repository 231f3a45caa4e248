package io.schemamemory.bench.harness;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.migrations.Migrations;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.PgBouncer;
import io.schemamemory.testkit.Ports;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// An embedded PostgreSQL with the schema in it, behind a PgBouncer in transaction mode.
public final class BenchDatabase implements AutoCloseable {
  /// More would only queue for two cores; fewer would wait for connections that are still closing.
  private static final int POOL = 4;

  private final PostgresServer server;
  private final PgBouncer pooler;
  private final DatabaseUrl administrator;
  private final Credentials credentials;

  private BenchDatabase(
      PostgresServer server, PgBouncer pooler, DatabaseUrl administrator, Credentials credentials) {
    this.server = server;
    this.pooler = pooler;
    this.administrator = administrator;
    this.credentials = credentials;
  }

  public static BenchDatabase start() {
    PostgresServer server = PostgresServer.startDurable();
    try {
      DatabaseUrl administrator = server.createDatabase("memory", "template1");
      int port = Ports.free();
      Bootstrap.Result made =
          Bootstrap.run(new Bootstrap.Request(administrator, administrator.at(port), directory()));
      Credentials credentials = made.credentials();
      Migrations.over(credentials.url(Login.MIGRATOR).orElseThrow().reveal()).migrate();
      PgBouncer pooler = PgBouncer.start(port, server.port(), made.poolerLines().file(), POOL);
      return new BenchDatabase(server, pooler, administrator, credentials);
    } catch (RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  public Credentials credentials() {
    return credentials;
  }

  /// How many deliveries are stored.
  public int deliveries() {
    return Integer.parseInt(ask("select count(*) from memory.delivery"));
  }

  /// How many deliveries are not normalized yet.
  public int pending() {
    return Integer.parseInt(ask("select count(*) from memory.pending"));
  }

  String serverVersion() {
    return ask("select split_part(current_setting('server_version'), ' ', 1)");
  }

  /// A direct connection as the owner.
  public Connection owner() throws SQLException {
    Connection owner = DriverManager.getConnection(administrator.reveal());
    try (Statement statement = owner.createStatement()) {
      statement.execute("set role memory_owner");
    }
    return owner;
  }

  /// A direct connection as the reader.
  public Connection reader() throws SQLException {
    DatabaseUrl own = credentials.url(Login.READER).orElseThrow();
    return DriverManager.getConnection(administrator.as(own.user(), own.password()).reveal());
  }

  /// Runs statements as the administrator, directly.
  public void asAdministrator(String sql) {
    Rows.execute(administrator, sql);
  }

  private String ask(String query) {
    return Rows.of(administrator, "set role memory_owner", query).stream()
        .flatMap(row -> row.values().stream())
        .map(String::valueOf)
        .findFirst()
        .orElseThrow();
  }

  /// In the system's temporary folder, so that no password stays in the checkout.
  private static Path directory() {
    try {
      return Files.createTempDirectory("schema-memory-bench");
    } catch (IOException failure) {
      throw new UncheckedIOException("no temporary directory", failure);
    }
  }

  @Override
  public void close() {
    pooler.close();
    server.close();
  }
}
