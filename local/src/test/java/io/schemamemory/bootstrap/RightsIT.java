package io.schemamemory.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.DatabaseUrl;
import io.schemamemory.testkit.MemoryDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/// What each login may do, tried by the login itself.
class RightsIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  private static final String RECEIVE =
      """
      select memory.receive('default', repeat('a', 64), repeat('b', 16), null, 'body')
      """;

  @Test
  void the_migrator_makes_nothing_unless_it_becomes_the_owner() throws SQLException {
    DatabaseUrl migrator = database.url(Login.MIGRATOR);

    assertThat(refusal(migrator, "create table memory.forgotten ()")).isEqualTo("42501");
    assertThat(refusal(migrator, "create table forgotten ()")).isEqualTo("42501");
    assertThat(refusal(migrator, "create schema forgotten")).isEqualTo("42501");
    assertThat(refusal(migrator, "select from memory.workspace")).isEqualTo("42501");

    List<String> owner =
        ask(
            migrator,
            "set role memory_owner; create table memory.meant ()",
            "select tableowner from pg_tables where tablename = 'meant'");
    database.asOwner("drop table memory.meant");
    assertThat(owner).containsExactly("memory_owner");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "MIGRATOR")
  void nobody_else_may_become_the_owner(Login login) {
    assertThat(refusal(database.direct(login), "set role memory_owner")).isEqualTo("42501");
  }

  @Test
  void the_groups_do_not_log_in_and_there_are_all_of_them() {
    assertThat(
            names(
                """
                select rolname from pg_roles
                where not rolcanlogin and not rolsuper and rolname not like 'pg\\_%' order by 1
                """))
        .containsExactly(
            "apply_retention",
            "memory_owner",
            "normalize_deliveries",
            "poll_audit_log",
            "read_memory",
            "receive_webhook",
            "reconcile_sources",
            "search_memory");
  }

  @Test
  void the_receiver_has_one_door() throws SQLException {
    DatabaseUrl receiver = database.url(Login.RECEIVE_WEBHOOK);

    assertThat(ask(receiver, "", RECEIVE)).containsExactly("stored");
    assertThat(ask(receiver, "", RECEIVE)).containsExactly("duplicate");
    assertThat(
            names(
                """
                select proname from pg_proc
                where pronamespace = 'memory'::regnamespace
                  and has_function_privilege('receive_webhook', oid, 'execute')
                """))
        .containsExactly("receive");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select from %s",
        "insert into %s default values",
        "delete from %s",
        "truncate %s",
        "drop table %s",
        "comment on table %s is ''"
      })
  void the_receiver_touches_no_table(String statement) {
    List<String> tables =
        names("select format('memory.%I', tablename) from pg_tables where schemaname = 'memory'");

    assertThat(tables).hasSizeGreaterThan(15);
    for (String table : tables) {
      assertThat(refusal(database.url(Login.RECEIVE_WEBHOOK), statement.formatted(table)))
          .as(table)
          .isEqualTo("42501");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into memory.observation (workspace_id) values (1)",
        "update memory.deploy_request set number = 1",
        "delete from memory.observation",
        "select avatar_url from memory.person",
        "select from memory.delivery_body",
        "select from memory.delivery",
        "insert into memory.reader values (session_user, 1)",
        "create table memory.mine ()",
        "create temporary table mine ()"
      })
  void a_reader_reads_and_does_nothing_else(String statement) {
    assertThat(refusal(database.url(Login.READER), statement)).isEqualTo("42501");
  }

  @ParameterizedTest
  @EnumSource
  void every_login_finds_the_memory_first_and_has_its_limits(Login login) throws SQLException {
    DatabaseUrl url = database.direct(login);

    assertThat(ask(url, "", "show search_path")).containsExactly("memory, pg_temp");
    for (String limit : login.limits()) {
      String[] setting = limit.split("=", 2);
      String query =
          "select interval '%s' = current_setting('%s')::interval"
              .formatted(setting[1], setting[0]);
      assertThat(ask(url, "", query)).as(limit).containsExactly("t");
    }
  }

  @Test
  void a_statement_beyond_its_login_s_limit_is_ended() {
    assertThat(refusal(database.url(Login.RECEIVE_WEBHOOK), "select pg_sleep(30)"))
        .isEqualTo("57014");
  }

  private static String refusal(DatabaseUrl url, String statement) {
    List<String> state = new ArrayList<>();
    assertThatThrownBy(() -> ask(url, statement, "select"))
        .as(statement)
        .isInstanceOfSatisfying(SQLException.class, e -> state.add(e.getSQLState()));
    return state.getFirst();
  }

  private static List<String> ask(DatabaseUrl url, String before, String query)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(url.reveal());
        Statement statement = connection.createStatement()) {
      if (!before.isEmpty()) {
        statement.execute(before);
      }
      try (ResultSet rows = statement.executeQuery(query)) {
        List<String> first = new ArrayList<>();
        while (rows.next()) {
          first.add(rows.getString(1));
        }
        return first;
      }
    }
  }

  private static List<String> names(String query) {
    return database.rows(query).stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .toList();
  }
}
