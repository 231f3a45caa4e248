package io.schemamemory.migrateschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.migrations.Migrations;
import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.Rows;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/// A database that a newer release migrated, or whose record has a hole.
class NewerSchemaIT {
  private final EmptyDatabase database = EmptyDatabase.bootstrapped();
  private final Inspector inspector = new Inspector();

  @Test
  void a_schema_newer_than_the_release_is_told_by_each_command_and_migrating_changes_nothing() {
    migrate();
    newer();

    assertThat(inspector.validate(database.migrator()))
        .isEqualTo(
            new Validation(
                false,
                List.of(
                    "V900 of tomorrow was applied and is not in this release: a newer one migrated"
                        + " this database")));
    assertThat(inspector.plan(database.migrator()).version()).isEqualTo("900");
    assertThat(migrate()).isEqualTo(new Applied(List.of(), "900"));
    assertThat(inspector.inventory(database.migrator()).migrations().getLast().state())
        .startsWith("future");
  }

  @Test
  void a_schema_that_is_newer_and_lacks_a_migration_is_told_both() {
    migrateTo("007");
    newer();

    assertThat(inspector.validate(database.migrator()).differences())
        .contains("V008 create audit log is not applied")
        .anyMatch(difference -> difference.startsWith("V900 of tomorrow was applied"));
  }

  @Test
  void a_migration_that_is_missing_between_applied_ones_is_told() {
    migrate();
    Rows.execute(
        database.migrator(),
        "set role memory_owner; delete from memory.flyway_schema_history where version = '005'");

    assertThat(inspector.validate(database.migrator()).differences())
        .anyMatch(difference -> difference.startsWith("V005 "));
  }

  private void newer() {
    Rows.execute(
        database.migrator(),
        """
        set role memory_owner;
        insert into memory.flyway_schema_history
          (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
        values (900, '900', 'of tomorrow', 'SQL', 'V900__of_tomorrow.sql', 1, 'test', 1, true)
        """);
  }

  private Applied migrate() {
    return new Migrator().migrate(database.migrator());
  }

  private void migrateTo(String version) {
    Flyway.configure()
        .configuration(Migrations.over(database.migrator().reveal()).getConfiguration())
        .target(version)
        .load()
        .migrate();
  }
}
