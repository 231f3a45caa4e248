package io.schemamemory.verification.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Rows;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A memory that was copied, or goes on under another name: its reader sees what the former saw.
class RenamedDatabaseIT {
  private static final PostgresServer SERVER = PostgresServer.startMigrated();
  private static int databases;

  @TempDir private Path before;
  @TempDir private Path after;

  private String former = "";
  private Installation first = new Installation(SERVER.administrator("postgres"), before);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @BeforeEach
  void a_memory_with_an_entry() {
    former = "former_" + ++databases;
    first = new Installation(SERVER.createDatabase(former, PostgresServer.MIGRATED), before);
    first.make();
    Rows.execute(
        first.direct(),
        """
        set role memory_owner;
        insert into memory.entity (workspace_id, kind, key, name, first_seen, last_seen)
        select id, 'database', 'acme/shop', 'acme/shop', now(), now() from memory.workspace where name = 'default'
        """);
    assertThat(seenBy(first.kept())).isOne();
  }

  @Test
  void the_reader_of_a_copy_sees_what_the_first_one_sees() {
    Installation copy = new Installation(copied("copy_of_" + former), after);

    copy.make();

    assertThat(seenBy(copy.kept())).isOne();
    assertThat(seenBy(first.kept())).isOne();
  }

  @Test
  void the_reader_of_a_renamed_database_sees_what_it_saw_before() {
    Installation renamed = new Installation(renamed("new_" + former), after);

    renamed.make();

    assertThat(seenBy(renamed.kept())).isOne();
  }

  @Test
  void so_does_its_second_role_and_after_another_name() {
    Installation renamed = new Installation(renamed("Second " + former), after);
    renamed.make();

    assertThat(seenBy(renamed.rotate().credentials())).isOne();
  }

  @Test
  void a_login_of_the_former_name_sees_as_before_whichever_of_the_two_it_is() {
    Credentials one = first.kept();
    Credentials other = first.rotate().credentials();
    DatabaseUrl renamed = renamed("late_" + former);

    for (Credentials credentials : List.of(one, other)) {
      DatabaseUrl reader = credentials.url(Login.READER).orElseThrow();
      assertThat(seenBy(renamed.as(reader.user(), reader.password()))).isOne();
    }
  }

  @Test
  void a_reader_who_was_moved_to_another_workspace_stays_there() {
    Rows.execute(
        first.direct(),
        """
        set role memory_owner;
        insert into memory.workspace (name) values ('elsewhere');
        update memory.reader set workspace_id = (select id from memory.workspace where name = 'elsewhere')
        """);
    Installation copy = new Installation(copied("moved_" + former), after);

    copy.make();

    assertThat(seenBy(copy.kept())).isZero();
  }

  @Test
  void a_reader_of_its_own_listed_by_hand_comes_first() {
    DatabaseUrl direct = copied("listed_" + former);
    Rows.execute(
        direct,
        """
        set role memory_owner;
        insert into memory.workspace (name) values ('elsewhere');
        insert into memory.reader (login, workspace_id)
        select current_database() || '_reader', id from memory.workspace where name = 'elsewhere'
        """);
    Installation copy = new Installation(direct, after);

    assertThat(seenBy(copy.make().credentials())).isZero();
    assertThat(seenBy(copy.rotate().credentials())).isZero();
  }

  @Test
  void a_person_s_login_that_is_not_listed_sees_nothing_whatever_it_is_called() {
    for (String person :
        List.of("jane", "x_reader", "x_reader_b", "reader", former + "_reader_c")) {
      Rows.execute(
          first.direct(),
          "create role %1$s login password 'p'; grant read_memory to %1$s; grant connect on database %2$s to %1$s"
              .formatted(person, former));
      try {
        assertThat(seenBy(first.direct().as(person, "p"))).as(person).isZero();
      } finally {
        Rows.execute(
            first.direct(),
            "revoke connect on database %2$s from %1$s; drop role %1$s".formatted(person, former));
      }
    }
  }

  @Test
  void a_login_of_the_former_name_enters_until_it_is_retired() {
    Installation renamed = new Installation(renamed("left_" + former), after);
    renamed.make();
    DatabaseUrl old = first.kept().url(Login.READER).orElseThrow();
    DatabaseUrl former = renamed.direct().as(old.user(), old.password());
    assertThat(seenBy(former)).isOne();

    renamed.retire();

    assertThatThrownBy(() -> DriverManager.getConnection(former.reveal()).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied for database");
    Installation.assertEnter(renamed.kept());
  }

  private static int seenBy(Credentials credentials) {
    return seenBy(credentials.url(Login.READER).orElseThrow());
  }

  private static int seenBy(DatabaseUrl reader) {
    List<Map<String, Object>> rows = Rows.of(reader, "", "select name from memory.entity");
    return rows.size();
  }

  private DatabaseUrl copied(String name) {
    Rows.execute(
        SERVER.administrator("postgres"),
        "create database \"%s\" template %s".formatted(name, former));
    return SERVER.administrator(encoded(name));
  }

  private DatabaseUrl renamed(String name) {
    Rows.execute(
        SERVER.administrator("postgres"),
        "alter database %s rename to \"%s\"".formatted(former, name));
    return SERVER.administrator(encoded(name));
  }

  private static String encoded(String name) {
    return name.replace(" ", "%20");
  }
}
