package io.schemamemory.verification.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.BootstrapException;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A secret, a file or a role that belongs to somebody else is never taken over.
class SomebodyElsesIT {
  private static final PostgresServer SERVER = PostgresServer.start();

  @TempDir private Path home;

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void the_files_of_another_database_are_refused_and_left_as_they_are() throws IOException {
    Installation one = new Installation(SERVER.createDatabase("files_a", "template1"), home);
    Installation other = new Installation(SERVER.createDatabase("files_b", "template1"), home);
    one.make();
    List<String> before = contents();

    for (Runnable command : List.<Runnable>of(other::make, other::rotate, other::retire)) {
      assertThatThrownBy(command::run)
          .isInstanceOf(BootstrapException.class)
          .hasMessageContaining("database.json holds the passwords of the database files_a")
          .hasMessageContaining("move");
    }

    assertThat(contents()).isEqualTo(before);
    Installation.assertEnter(one.kept());
  }

  @Test
  void the_files_of_another_server_s_database_of_the_same_name_are_refused() throws IOException {
    Installation one = new Installation(SERVER.createDatabase("twice", "template1"), home);
    one.make();
    List<String> before = contents();

    try (PostgresServer elsewhere = PostgresServer.start()) {
      Installation other = new Installation(elsewhere.createDatabase("twice", "template1"), home);
      for (Runnable command : List.<Runnable>of(other::make, other::rotate)) {
        assertThatThrownBy(command::run)
            .isInstanceOf(BootstrapException.class)
            .hasMessageContaining("none of the logins in")
            .hasMessageContaining("move it away");
      }
    }

    assertThat(contents()).isEqualTo(before);
    Installation.assertEnter(one.kept());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_b"})
  void a_login_that_somebody_else_made_is_refused_and_keeps_its_password(String role) {
    DatabaseUrl direct = SERVER.createDatabase("taken" + role, "template1");
    String login = direct.database() + "_reader" + role;
    Rows.execute(direct, "create role " + login + " login password 'p'");
    Installation installation = new Installation(direct, home);

    for (Runnable command : List.<Runnable>of(installation::make, installation::rotate)) {
      assertThatThrownBy(command::run)
          .isInstanceOf(BootstrapException.class)
          .hasMessageContaining("login " + login + " exists, but ")
          .hasMessageContaining("it was not made by bin/bootstrap");
    }

    assertThatCode(() -> Rows.of(direct.as(login, "p"), "", "select 1")).doesNotThrowAnyException();
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void a_group_s_name_that_somebody_logs_in_with_is_refused() {
    try (PostgresServer server = PostgresServer.start()) {
      DatabaseUrl direct = server.createDatabase("grouped", "template1");
      Rows.execute(direct, "create role receive_webhook login password 'p'");

      assertThatThrownBy(() -> new Installation(direct, home).make())
          .isInstanceOf(BootstrapException.class)
          .hasMessageContaining("the role receive_webhook may log in");

      assertThat(Rows.of(direct, "", "select count(*) from pg_roles where rolname = 'read_memory'"))
          .containsExactly(Map.of("count", 0L));
    }
  }

  @Test
  void a_login_that_is_missing_is_made_again_beside_the_others() {
    DatabaseUrl direct = SERVER.createDatabase("lost", "template1");
    Installation installation = new Installation(direct, home);
    installation.make();
    Rows.execute(direct, "revoke connect on database lost from lost_reader; drop role lost_reader");

    assertThat(installation.make().newPasswords()).containsExactly("lost_reader");

    Installation.assertEnter(installation.kept());
  }

  @Test
  void a_malformed_url_in_the_file_is_named() throws IOException {
    Installation installation =
        new Installation(SERVER.createDatabase("edited", "template1"), home);
    installation.make();
    Path file = installation.kept().file();
    Files.writeString(
        file, Files.readString(file).replaceFirst("\\?[^\"]*user=edited_reader\"", "\""));

    assertThatThrownBy(installation::make)
        .isInstanceOf(BootstrapException.class)
        .hasMessageContaining("database.json")
        .hasMessageContaining(Login.READER.key());
  }

  @Test
  void a_database_whose_name_no_pooler_s_file_can_hold_is_refused() {
    Rows.execute(SERVER.administrator("postgres"), "create database \"a\nb\"");
    DatabaseUrl direct =
        DatabaseUrl.parse(SERVER.administrator("postgres").reveal().replace("/postgres", "/a%0Ab"));

    assertThatThrownBy(() -> new Installation(direct, home).make())
        .isInstanceOf(BootstrapException.class)
        .hasMessageContaining("in its name");
  }

  private List<String> contents() throws IOException {
    return List.of(
        Files.readString(home.resolve("database.json")),
        Files.readString(home.resolve("userlist.txt")));
  }
}
