package io.schemamemory.migrateschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.schemamemory.migrations.Migrations;
import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

@ExtendWith(SystemStubsExtension.class)
class InspectSchemaIT {
  private static final List<String> VERSIONS = versions();

  @SystemStub private final EnvironmentVariables environment = new EnvironmentVariables();
  private final EmptyDatabase database = EmptyDatabase.bootstrapped();

  @BeforeEach
  void use_this_database() {
    environment.set("DATABASE_URL", database.migrator().reveal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "validate", "info"})
  void read_only_commands_change_nothing(String command) {
    invoke(command);

    assertThat(database.owners()).as("tables, Flyway's own among them").isEmpty();
  }

  @Test
  void a_plan_lists_the_pending_migrations_and_the_target_version() {
    migrateTo("003");

    MigrationPlan plan = (MigrationPlan) invoke("plan");

    assertThat(plan.migrations()).startsWith("V004 create people").hasSize(VERSIONS.size() - 3);
    assertThat(plan.version()).isEqualTo("003");
    assertThat("V" + plan.target()).isEqualTo(VERSIONS.getLast());
  }

  @Test
  void the_planned_migrations_are_applied_and_then_none_are_pending() {
    MigrationPlan plan = (MigrationPlan) invoke("plan");
    Applied applied = (Applied) invoke("migrate");
    MigrationPlan then = (MigrationPlan) invoke("plan");

    assertThat(plan.version()).isEqualTo("none");
    assertThat(applied).isEqualTo(new Applied(plan.migrations(), plan.target()));
    assertThat(then).isEqualTo(new MigrationPlan(List.of(), plan.target(), plan.target()));
    assertThat(invoke("validate")).isEqualTo(new Validation(true, List.of()));
  }

  @Test
  void a_plan_says_when_a_run_would_be_refused() {
    migrateTo("003");
    history("set checksum = 1 where version = '002'");

    assertThatThrownBy(() -> invoke("plan"))
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            "migrating would be refused: V002 create months was changed after it was applied");
  }

  @Test
  void a_validation_names_every_difference() {
    migrateTo("007");
    history("set checksum = 1 where version = '002'");
    history("set success = false where version = '007'");

    Validation validation = (Validation) invoke("validate");

    assertThat(validation.ok()).isFalse();
    assertThat(validation.differences())
        .contains(
            "V002 create months was changed after it was applied",
            "V007 create deploy requests stopped halfway: migrate again",
            "V008 create audit log is not applied");
  }

  @Test
  void a_migration_that_stopped_halfway_is_planned_again() {
    migrateTo("007");
    history("set success = false where version = '007'");

    assertThat(((MigrationPlan) invoke("plan")).migrations())
        .startsWith("V007 create deploy requests");
  }

  @Test
  void info_lists_every_migration_with_its_state_and_time() {
    migrateTo("003");

    Inventory info = (Inventory) invoke("info");

    assertThat(info.migrations()).hasSize(VERSIONS.size());
    Inventory.Migration applied = info.migrations().get(2);
    assertThat(applied.version()).isEqualTo("003");
    assertThat(applied.description()).isEqualTo("create inbox");
    assertThat(applied.state()).isEqualTo("success");
    assertThat(Instant.parse(String.valueOf(applied.installedOn()))).isNotNull();
    assertThat(info.migrations().get(3))
        .isEqualTo(new Inventory.Migration("004", "create people", "pending", null));
  }

  @ParameterizedTest
  @CsvSource({
    "by-hand, Applied",
    "migrate, Applied",
    "plan, MigrationPlan",
    "validate, Validation",
    "info, Inventory"
  })
  void each_sample_event_gets_the_answer_of_its_command(String sample, String kind) {
    assertThat(invoke(sample).getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void a_misspelt_command_migrates_nothing() {
    assertThatThrownBy(() -> invoke("unknown-command")).isInstanceOf(MigrationException.class);

    assertThat(database.owners()).isEmpty();
    assertThat(Samples.files("migrate-schema")).hasSize(10);
  }

  /// The numbers of all migrations, such as `V001`.
  private static List<String> versions() {
    try (Stream<String> lines = Files.lines(Samples.root().resolve("migrations/index.txt"))) {
      return lines
          .filter(line -> !line.startsWith("-- "))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("migrations/index.txt cannot be read", failure);
    }
  }

  private Object invoke(String sample) {
    try {
      return new MigrateSchema()
          .handleRequest(
              JsonMapper.createDefault()
                  .readValue(
                      Samples.read("migrate-schema/" + sample + ".json"),
                      Argument.mapOf(String.class, Object.class)),
              new LambdaInvocation());
    } catch (IOException malformed) {
      throw new AssertionError(sample + " is no JSON", malformed);
    }
  }

  private void migrateTo(String version) {
    Flyway.configure()
        .configuration(Migrations.over(database.migrator().reveal()).getConfiguration())
        .target(version)
        .load()
        .migrate();
  }

  private void history(String change) {
    Rows.execute(
        database.migrator(),
        "set role memory_owner; update memory.flyway_schema_history " + change);
  }
}
