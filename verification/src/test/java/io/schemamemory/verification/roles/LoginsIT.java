package io.schemamemory.verification.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Rows;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tests of a login's settings, apart from its rights; both of its roles are alike.
class LoginsIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  private static final Map<Login, DatabaseUrl> FIRST = new EnumMap<>(Login.class);

  @BeforeAll
  static void bothRolesOfEveryLogin() {
    for (Login login : Login.values()) {
      FIRST.put(login, database.direct(login));
    }
    database.rotate();
  }

  private static DatabaseUrl first(Login login) {
    return Objects.requireNonNull(FIRST.get(login));
  }

  private static DatabaseUrl second(Login login) {
    return database.direct(login);
  }

  @ParameterizedTest
  @EnumSource
  void it_finds_the_memory_first_and_has_its_limits(Login login) {
    for (DatabaseUrl role : List.of(first(login), second(login))) {
      assertThat(ask(role, "current_setting('search_path')")).isEqualTo("memory, pg_temp");
      for (String limit : login.limits()) {
        String[] setting = limit.split("=", 2);
        assertThat(
                ask(
                    role,
                    "interval '%s' = current_setting('%s')::interval"
                        .formatted(setting[1], setting[0])))
            .as(role + " " + limit)
            .isEqualTo("true");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void its_two_roles_differ_in_nothing_but_name_and_password(Login login) {
    assertThat(role(second(login))).isEqualTo(role(first(login)));
  }

  @ParameterizedTest
  @EnumSource
  void it_is_no_administrator_of_any_kind(Login login) {
    assertThat(role(first(login)))
        .extracting(
            "rolsuper", "rolcreaterole", "rolcreatedb", "rolreplication", "rolbypassrls", "admin")
        .containsOnly(false);
  }

  @Test
  void a_statement_beyond_its_limit_is_ended() {
    assertThatThrownBy(() -> ask(database.url(Login.RECEIVE_WEBHOOK), "pg_sleep(30)"))
        .satisfies(failure -> assertThat(SqlState.of(failure)).isEqualTo("57014"));
  }

  @Test
  void the_migrator_s_tables_belong_to_the_owner_once_it_has_become_the_owner() {
    Rows.execute(
        database.url(Login.MIGRATOR), "set role memory_owner; create table memory.meant ()");

    assertThat(database.rows("select tableowner from pg_tables where tablename = 'meant'"))
        .containsExactly(Map.of("tableowner", "memory_owner"));
    database.asOwner("drop table memory.meant");
  }

  @Test
  void the_second_reader_is_in_the_workspace_the_first_is_in() {
    String workspace = "memory.reader_workspace()";
    DatabaseUrl one = first(Login.READER);
    DatabaseUrl other = second(Login.READER);
    assertThat(ask(one, workspace)).isEqualTo(ask(other, workspace)).isNotEqualTo("null");

    database.asOwner(
        """
        insert into memory.workspace (name) values ('elsewhere');
        update memory.reader set workspace_id =
          (select id from memory.workspace where name = 'elsewhere')
        """);

    assertThat(ask(one, workspace)).isEqualTo(ask(other, workspace)).isNotEqualTo("1");
  }

  private static Map<String, ?> role(DatabaseUrl url) {
    return Rows.of(
            url,
            "",
            """
            select rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication,
              rolbypassrls, rolconnlimit, rolvaliduntil, rolconfig::text,
              (select jsonb_agg(to_jsonb(m) - 'oid' - 'member' order by m.roleid)
                from pg_auth_members m where m.member = r.oid)::text as member_of,
              exists (select from pg_auth_members m where m.member = r.oid and m.admin_option) as admin,
              has_database_privilege(current_database(), 'connect') as connect,
              has_database_privilege(current_database(), 'create') as "create",
              has_database_privilege(current_database(), 'temporary') as temporary
            from pg_roles r where rolname = session_user
            """)
        .getFirst();
  }

  private static String ask(DatabaseUrl url, String expression) {
    return String.valueOf(
        Rows.of(url, "", "select " + expression + " as answer").getFirst().get("answer"));
  }
}
