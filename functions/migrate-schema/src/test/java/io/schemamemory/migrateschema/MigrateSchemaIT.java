package io.schemamemory.migrateschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.roles.Login;
import io.schemamemory.settings.SettingException;
import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Rows;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

@ExtendWith(SystemStubsExtension.class)
class MigrateSchemaIT {
  @RegisterExtension static final MemoryDatabase migrated = new MemoryDatabase();

  @SystemStub private final EnvironmentVariables environment = new EnvironmentVariables();

  @Test
  void an_empty_database_gets_every_migration_and_then_none() {
    EmptyDatabase empty = EmptyDatabase.bootstrapped();
    environment.set("DATABASE_URL", empty.migrator().reveal());

    Applied first = run();
    Applied second = run();

    assertThat(first.migrations()).startsWith("V001 create workspaces and readers");
    assertThat(second.migrations()).isEmpty();
    assertThat(second.version()).isEqualTo(first.version());
    assertThat(empty.owners()).containsExactly("memory_owner");
  }

  @Test
  void two_at_once_apply_each_migration_once() throws Exception {
    EmptyDatabase empty = EmptyDatabase.bootstrapped();
    environment.set("DATABASE_URL", empty.migrator().reveal());
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Applied> migrate =
        () -> {
          MigrateSchema handler = new MigrateSchema();
          together.await();
          return (Applied) handler.handleRequest(Map.of(), new LambdaInvocation());
        };

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Applied>> answers = threads.invokeAll(List.of(migrate, migrate));
      Applied one = answers.getFirst().get();
      Applied other = answers.getLast().get();
      assertThat(Stream.concat(one.migrations().stream(), other.migrations().stream()))
          .doesNotHaveDuplicates()
          .hasSizeGreaterThanOrEqualTo(8);
      assertThat(one.version()).isEqualTo(other.version());
    }
  }

  @Test
  void a_pooled_connection_is_refused_with_what_to_change() {
    environment.set("DATABASE_URL", migrated.pooled(Login.MIGRATOR).reveal());

    assertThatThrownBy(this::run)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("usually port 5432 instead of 6432")
        .hasMessageContaining("DATABASE_DIRECT_CONFIRMED=true");
  }

  @Test
  void a_migration_that_was_changed_after_release_is_refused() {
    EmptyDatabase empty = EmptyDatabase.bootstrapped();
    environment.set("DATABASE_URL", empty.migrator().reveal());
    run();
    Rows.execute(
        empty.migrator(),
        "set role memory_owner; update memory.flyway_schema_history set checksum = 1 where version"
            + " = '002'");

    assertThatThrownBy(this::run)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("released migrations never change")
        .hasMessageContaining("002");
  }

  @Test
  void a_login_that_may_not_become_the_owner_gets_the_advice_to_bootstrap() {
    environment.set("DATABASE_URL", migrated.direct(Login.NORMALIZE_DELIVERIES).reveal());

    assertThatThrownBy(this::run)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("run bin/bootstrap as the database's administrator");
  }

  @Test
  void an_unreachable_server_is_named_without_the_password() {
    environment.set(
        "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/memory?user=app&password=hunter2");

    assertThatThrownBy(this::run)
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith("PostgreSQL at 127.0.0.1:1 cannot be reached")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void a_wrong_password_has_its_own_message() {
    environment.set(
        "DATABASE_URL",
        migrated.url(Login.MIGRATOR).as(migrated.url(Login.MIGRATOR).user(), "wrong").reveal());

    assertThatThrownBy(this::run).hasMessageContaining("check the user and password");
  }

  @Test
  void a_list_as_the_event_is_refused_with_the_commands_there_are() {
    environment.set("DATABASE_URL", EmptyDatabase.bootstrapped().migrator().reveal());

    assertThatThrownBy(() -> new MigrateSchema().handleRequest(List.of(), new LambdaInvocation()))
        .isInstanceOf(MigrationException.class)
        .hasMessageEndingWith("with one of migrate, plan, validate, info");
  }

  @Test
  void a_missing_setting_stops_the_start_by_name() {
    environment.set("DATABASE_URL", "");

    assertThatThrownBy(MigrateSchema::new)
        .isInstanceOf(SettingException.class)
        .hasMessage("exactly one of DATABASE_URL, DATABASE_SECRET_ID must be set: none is");
  }

  private Applied run() {
    return (Applied) new MigrateSchema().handleRequest(Map.of(), new LambdaInvocation());
  }
}
