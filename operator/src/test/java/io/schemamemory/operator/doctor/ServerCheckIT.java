package io.schemamemory.operator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Rows;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerCheckIT extends DoctorFixture {
  @Test
  void a_schema_newer_than_the_release_is_told() {
    database.asOwner(
        """
        insert into memory.flyway_schema_history
          (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
        values (900, '900', 'of tomorrow', 'SQL', 'V900__of_tomorrow.sql', 1, 'test', 1, true)
        """);
    try {
      fails(
          "schema version",
          "V900 of tomorrow was applied and is not in this release",
          "use the release the database was migrated with");
    } finally {
      database.asOwner("delete from memory.flyway_schema_history where version = '900'");
    }
  }

  @Test
  void a_database_that_cannot_hold_the_memory_is_told() {
    DatabaseUrl other = database.administrator();
    String name = other.database() + "_latin1";
    Rows.execute(
        other,
        "create database %s encoding 'LATIN1' locale 'C' template template0".formatted(name));
    variables.put(
        "DATABASE_DIRECT_URL",
        other.reveal().replace("/" + other.database() + "?", "/" + name + "?"));

    fails("server", "the database " + name + " is in LATIN1", "encoding 'UTF8'");
  }

  @Test
  void a_reader_who_sees_nothing_is_told() {
    database.asOwner("update memory.reader set login = login || '_x', of_bootstrap = false");
    try {
      fails(
          "reader",
          database.url(Login.READER).user() + " sees nothing",
          "insert into memory.reader");
    } finally {
      database.asOwner(
          """
          update memory.reader set login = left(login, -2),
            of_bootstrap = login = current_database() || '_reader_x'
          """);
    }
    assertThat(doctor().line("reader")).startsWith("ok ").contains("sees the workspace default");
  }

  @Test
  void a_database_that_is_not_there_and_a_missing_right_to_connect_are_told_apart() {
    DatabaseUrl own = database.administrator();
    variables.put(
        "DATABASE_DIRECT_URL", own.reveal().replace("/" + own.database() + "?", "/shpo?"));
    fails("direct connection", "has no database shpo", "3D000");

    DatabaseUrl reader = database.url(Login.READER);
    Rows.execute(own, "create role outsider login password 'wr0ng'");
    variables.put("DATABASE_DIRECT_URL", reader.as("outsider", "wr0ng").reveal());
    fails(
        "direct connection",
        "outsider may not connect to the database " + own.database(),
        "SQLSTATE 42501");
  }

  @Test
  void a_url_that_is_malformed_is_told_by_its_part() {
    variables.put("DATABASE_DIRECT_URL", "jdbc:postgresql://h:port/d?user=u&password=wr0ng");
    fails("setting DATABASE_DIRECT_URL", "its port is no number");

    variables.remove("DATABASE_DIRECT_URL");
    variables.put("DATABASE_DIRECT_URL", database.administrator().reveal());
    keep(Map.of("reader", "jdbc:postgresql://h/d?user=u&password=wr0ng%"));
    fails("login reader", "database.json is malformed: a % in the parameter password");
  }
}
