package io.schemamemory.verification.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.BootstrapException;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.LoginCheck;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapRefusalsIT {
  @TempDir private Path home;

  @Test
  void a_corrected_pooled_url_is_taken_over() {
    try (PostgresServer server = PostgresServer.start()) {
      DatabaseUrl direct = server.createDatabase("corrected", "template1");
      Bootstrap.run(new Bootstrap.Request(direct, direct.at(1), home));

      Bootstrap.Result made = Bootstrap.run(new Bootstrap.Request(direct, direct, home));

      assertThatCode(() -> LoginCheck.run(made)).doesNotThrowAnyException();
    }
  }

  @Test
  void a_database_that_stays_open_to_public_is_refused() {
    try (PostgresServer server = PostgresServer.start()) {
      DatabaseUrl owner = server.createDatabase("owned", "template1");
      Rows.execute(owner, "create role helper login createrole password 'p'");
      Rows.execute(owner, "grant create on database owned to helper");
      DatabaseUrl helper = owner.as("helper", "p");

      assertThatThrownBy(() -> Bootstrap.run(new Bootstrap.Request(helper, helper, home)))
          .isInstanceOf(BootstrapException.class)
          .hasMessageContaining("own");
    }
  }

  @Test
  void a_database_whose_logins_names_would_be_cut_is_refused() {
    try (PostgresServer server = PostgresServer.start()) {
      DatabaseUrl direct = server.createDatabase("a".repeat(50), "template1");

      assertThatThrownBy(() -> Bootstrap.run(new Bootstrap.Request(direct, direct, home)))
          .hasMessageContaining("the database's name is too long");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LATIN1", "SQL_ASCII", "EUC_JP"})
  void a_database_that_is_not_utf8_is_refused_with_what_to_do(String encoding) {
    try (PostgresServer server = PostgresServer.start()) {
      Rows.execute(
          server.administrator("postgres"),
          "create database other encoding '%s' locale 'C' template template0".formatted(encoding));
      DatabaseUrl direct = server.administrator("other");

      assertThatThrownBy(() -> Bootstrap.run(new Bootstrap.Request(direct, direct, home)))
          .isInstanceOf(BootstrapException.class)
          .hasMessageContaining("the database other is in " + encoding)
          .hasMessageContaining("create database")
          .hasMessageContaining("UTF8");

      assertThat(Rows.of(direct, "", "select rolname from pg_roles where rolname = 'memory_owner'"))
          .isEmpty();
      assertThat(home).isEmptyDirectory();
    }
  }

  @Test
  void a_database_that_is_read_only_is_refused_with_what_to_do() {
    try (PostgresServer server = PostgresServer.start()) {
      DatabaseUrl direct = server.createDatabase("frozen", "template1");
      Rows.execute(direct, "alter database frozen set default_transaction_read_only = on");

      assertThatThrownBy(() -> Bootstrap.run(new Bootstrap.Request(direct, direct, home)))
          .isInstanceOf(BootstrapException.class)
          .hasMessageContaining("the database frozen is read-only")
          .hasMessageContaining("default_transaction_read_only");
    }
  }

  @Test
  void a_run_that_waits_too_long_says_who_holds_the_lock_that_keeps_two_apart()
      throws SQLException {
    try (PostgresServer server = PostgresServer.start()) {
      DatabaseUrl direct = server.createDatabase("held", "template1");
      Rows.execute(direct, "create role stranger login password 'p'");
      try (Connection stranger = DriverManager.getConnection(direct.as("stranger", "p").reveal());
          Statement session = stranger.createStatement()) {
        session.execute("select pg_advisory_lock(hashtextextended('schema_memory.bootstrap', 0))");

        assertThatThrownBy(() -> Bootstrap.run(new Bootstrap.Request(direct, direct, home)))
            .isInstanceOf(BootstrapException.class)
            .hasMessageMatching(".* held by stranger \\(PID \\d+\\): .*");
      }
      assertThatCode(() -> Bootstrap.run(new Bootstrap.Request(direct, direct, home)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void two_databases_have_two_directories() {
    DatabaseUrl one = DatabaseUrl.parse("jdbc:postgresql://h/shop_a?user=u&password=p");
    DatabaseUrl other = DatabaseUrl.parse("jdbc:postgresql://h/shop-a?user=u&password=p");

    assertThat(Credentials.directory(home, one)).isNotEqualTo(Credentials.directory(home, other));
  }
}
