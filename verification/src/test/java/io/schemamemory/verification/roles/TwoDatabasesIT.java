package io.schemamemory.verification.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Rows;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Two memories on one server share the groups, since roles belong to the server.
class TwoDatabasesIT {
  @RegisterExtension static final MemoryDatabase first = new MemoryDatabase();
  @RegisterExtension static final MemoryDatabase second = new MemoryDatabase();

  private static final List<DatabaseUrl> ROLES = new ArrayList<>();

  @BeforeAll
  static void bothRolesOfEveryLogin() {
    Stream.of(Login.values()).map(second::direct).forEach(ROLES::add);
    second.rotate();
    Stream.of(Login.values()).map(second::direct).forEach(ROLES::add);
  }

  static List<DatabaseUrl> roles() {
    return ROLES;
  }

  @ParameterizedTest
  @MethodSource("roles")
  void a_login_of_the_one_may_not_enter_the_other(DatabaseUrl own) {
    assertThatCode(() -> enter(own)).doesNotThrowAnyException();
    assertThatThrownBy(() -> enter(first.administrator().as(own.user(), own.password())))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("FATAL: permission denied for database");
  }

  @Test
  void rotating_the_logins_of_the_one_leaves_those_of_the_other_alone() {
    for (Login login : Login.values()) {
      assertThatCode(() -> enter(first.direct(login))).doesNotThrowAnyException();
    }
    assertThat(
            first.rows(
                "select rolname from pg_roles where rolname = current_database() || '_reader_b'"))
        .isEmpty();
  }

  @Test
  void another_role_may_not_connect() {
    Rows.execute(first.administrator(), "create role stranger login password 'p'");

    assertThatThrownBy(() -> enter(first.administrator().as("stranger", "p")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("FATAL: permission denied for database");
  }

  @Test
  void public_may_neither_connect_nor_make_temporary_tables() {
    assertThat(
            first.rows(
                """
                select d.datname, a.privilege_type
                from pg_database d
                cross join lateral aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) as a
                where d.datname = current_database() and a.grantee = 0
                """))
        .isEmpty();
    assertThat(
            first.rows(
                """
                select has_database_privilege(current_database() || '_reader', current_database(),
                  'temporary') as temporary
                """))
        .containsExactly(Map.of("temporary", false));
  }

  private static void enter(DatabaseUrl url) throws SQLException {
    DriverManager.getConnection(url.reveal()).close();
  }
}
