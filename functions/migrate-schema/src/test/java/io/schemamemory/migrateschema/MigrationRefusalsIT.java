package io.schemamemory.migrateschema;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.Rows;
import org.junit.jupiter.api.Test;

/// What keeps a database from being migrated is told with what to do, in our words.
class MigrationRefusalsIT {
  private final EmptyDatabase database = EmptyDatabase.bootstrapped();

  @Test
  void a_schema_without_its_record_of_migrations_is_told_and_left_alone() {
    new Migrator().migrate(database.migrator());
    Rows.execute(
        database.migrator(), "set role memory_owner; drop table memory.flyway_schema_history");

    assertThatThrownBy(() -> new Migrator().migrate(database.migrator()))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("no record of migrations")
        .hasMessageContaining("drop schema memory cascade")
        .hasMessageNotContainingAny("baseline", "Flyway");
  }

  @Test
  void a_database_that_is_read_only_is_told() {
    DatabaseUrl url = database.migrator();
    Rows.execute(
        database.administrator(),
        "alter database %s set default_transaction_read_only = on".formatted(url.database()));

    assertThatThrownBy(() -> new Migrator().migrate(url))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("the database " + url.database() + " is read-only")
        .hasMessageContaining("default_transaction_read_only")
        .hasMessageNotContaining("Failed to execute script");
  }

  @Test
  void a_table_that_is_in_the_way_is_told_by_the_file_and_the_code() {
    Rows.execute(
        database.migrator(), "set role memory_owner; create type memory.workspace as (a integer)");

    assertThatThrownBy(() -> new Migrator().migrate(database.migrator()))
        .isInstanceOf(MigrationException.class)
        .hasMessageNotContainingAny("baseline()", "Statement  :", "Location   :");
  }

  @Test
  void a_missing_right_to_connect_is_not_told_as_the_network_s_fault() {
    DatabaseUrl url = database.migrator();
    Rows.execute(
        database.administrator(),
        "revoke connect on database %s from %s".formatted(url.database(), url.user()));

    assertThatThrownBy(() -> DirectConnection.check(url, false))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("may not connect to the database " + url.database())
        .hasMessageContaining("run bin/bootstrap")
        .hasMessageNotContaining("network");
  }

  @Test
  void a_database_that_is_not_there_is_told_by_its_name() {
    DatabaseUrl url =
        DatabaseUrl.parse(
            database.migrator().reveal().replace("/" + database.migrator().database(), "/shpo"));

    assertThatThrownBy(() -> DirectConnection.check(url, false))
        .hasMessageContaining("has no database shpo")
        .hasMessageContaining("DATABASE_URL");
  }

  @Test
  void a_schema_that_was_never_made_is_told() {
    Rows.execute(database.administrator(), "set role memory_owner; drop schema memory");

    assertThatThrownBy(() -> new Migrator().migrate(database.migrator()))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("run bin/bootstrap");
  }
}
