package io.schemamemory.verification.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.schemamemory.data.connection.ConnectionFault;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.testkit.Ports;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Rows;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ConnectionFaultIT {
  private static final PostgresServer SERVER = PostgresServer.start();
  private static final DatabaseUrl ADMINISTRATOR = SERVER.createDatabase("shop", "template1");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void a_missing_right_to_connect_is_told_as_such() {
    Rows.execute(
        ADMINISTRATOR,
        "create role app login password 'hunter2'; revoke connect on database shop from public");

    assertThat(said(ADMINISTRATOR.as("app", "hunter2")))
        .startsWith("app may not connect to the database shop at 127.0.0.1:")
        .contains("(SQLSTATE 42501)", "grant connect on database shop to app")
        .doesNotContain("network");
  }

  @Test
  void a_database_that_is_not_there_is_told_by_its_name() {
    assertThat(said(SERVER.administrator("shpo")))
        .contains("has no database shpo (SQLSTATE 3D000)", "check the database's name in SETTING");
  }

  @Test
  void a_database_that_accepts_nobody_is_told() {
    DatabaseUrl closed = SERVER.createDatabase("closed", "template1");
    Rows.execute(ADMINISTRATOR, "alter database closed allow_connections false");

    assertThat(said(closed)).contains("the database closed", "accepts no connections");
  }

  @Test
  void a_database_without_a_connection_left_is_told() {
    DatabaseUrl full = SERVER.createDatabase("full_up", "template1");
    Rows.execute(ADMINISTRATOR, "alter database full_up connection limit 0");

    assertThat(said(full)).contains("has no connection left for administrator (SQLSTATE 53300)");
  }

  @Test
  void a_wrong_password_is_told_with_how_it_is_written() {
    assertThat(said(ADMINISTRATOR.as("administrator", "hunter2")))
        .contains("does not let administrator in (SQLSTATE 28P01)")
        .contains("check the user and password in SETTING", "percent-encoded");
  }

  @Test
  void a_role_that_may_not_log_in_is_told() {
    Rows.execute(ADMINISTRATOR, "create role silent nologin password 'hunter2'");

    assertThat(said(ADMINISTRATOR.as("silent", "hunter2"))).contains("that the role may log in");
  }

  @Test
  void a_host_nobody_knows_is_told_from_a_port_where_nobody_listens() {
    assertThat(said("jdbc:postgresql://no-such-host.invalid/d?user=u&password=hunter2"))
        .startsWith("PostgreSQL at no-such-host.invalid:5432 cannot be reached")
        .contains("no name server knows the host");
    assertThat(said(ADMINISTRATOR.at(Ports.free())))
        .contains("nothing listens there: check host and port in SETTING");
  }

  @Test
  void a_server_without_tls_is_told() {
    assertThat(said(ADMINISTRATOR.reveal() + "&sslmode=verify-full&sslrootcert=system"))
        .contains("it refuses this kind of connection, such as one with TLS");
  }

  private static String said(String url) {
    return said(DatabaseUrl.parse(url));
  }

  private static String said(DatabaseUrl url) {
    SQLException refused =
        catchThrowableOfType(SQLException.class, () -> PooledConnection.connect(url).close());
    String sentence = new ConnectionFault(url, "SETTING").sentence(refused);
    assertThat(sentence).doesNotContain("hunter2", ADMINISTRATOR.password());
    return sentence;
  }
}
