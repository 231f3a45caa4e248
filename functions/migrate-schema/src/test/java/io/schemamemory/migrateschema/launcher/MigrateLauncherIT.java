package io.schemamemory.migrateschema.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.migrateschema.MigrateSchema;
import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.LambdaInvocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// `bin/migrate` says what the function answered, and ends accordingly.
@ExtendWith(SystemStubsExtension.class)
class MigrateLauncherIT {
  @SystemStub private final EnvironmentVariables environment = new EnvironmentVariables();
  @TempDir private Path folder;
  private Launcher launcher;

  @BeforeEach
  void launcher() throws IOException {
    launcher = new Launcher(folder);
  }

  @Test
  void each_answer_of_the_function_is_said_to_people() throws Exception {
    environment.set("DATABASE_URL", EmptyDatabase.bootstrapped().migrator().reveal());

    assertThat(said("plan"))
        .startsWith("would apply V001 create workspaces and readers\n")
        .contains("the schema has no version yet and would have ");
    assertThat(said("migrate"))
        .startsWith("applied V001 create workspaces and readers\n")
        .contains("\nthe schema has version ");
    assertThat(said("migrate")).matches("the schema has version \\d+; nothing was missing\n");
    assertThat(said("plan")).matches("the schema has version \\d+; nothing is missing\n");
    assertThat(said("validate"))
        .isEqualTo("the database has exactly the migrations of this stack's release\n");
    assertThat(said("info"))
        .matches("(?s)V001  success  2\\d{3}-\\S+ +create workspaces and readers\n.*");
  }

  @Test
  void a_database_that_differs_ends_with_1() throws Exception {
    environment.set("DATABASE_URL", EmptyDatabase.bootstrapped().migrator().reveal());
    launcher.answers(answer("validate"));

    Launcher.Run run = launcher.run("validate");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("differs  V001 create workspaces and readers is not applied\n");
    assertThat(run.err()).startsWith("bin/migrate: the database does not have exactly");
  }

  @Test
  void a_migration_that_failed_ends_with_1_and_says_why() throws Exception {
    launcher.fails("the migrator lacks a privilege");

    assertThat(launcher.run())
        .isEqualTo(new Launcher.Run(1, "", "bin/migrate: the migrator lacks a privilege\n"));
  }

  @Test
  void a_function_that_is_not_there_ends_with_1_and_says_so() throws Exception {
    launcher.refuses(
        "\nAn error occurred (ResourceNotFoundException) when calling the Invoke operation:"
            + " Function not found: x\n");

    assertThat(launcher.run("--stack-name", "mine"))
        .isEqualTo(
            new Launcher.Run(
                1,
                "",
                "bin/migrate: mine-migrate-schema was not invoked: ResourceNotFoundException:"
                    + " Function not found: x\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', schema-memory-dev-migrate-schema",
    "--config-env prod, schema-memory-migrate-schema",
    "--stack-name mine, mine-migrate-schema"
  })
  void the_function_of_the_stack_is_invoked_once_and_waited_for(String options, String function)
      throws Exception {
    launcher.fails("it does not matter");
    launcher.run(options.isEmpty() ? new String[0] : options.split(" "));

    assertThat(launcher.called().lines())
        .startsWith("lambda", "invoke", "--function-name", function)
        .containsSequence("--cli-read-timeout", "930")
        .endsWith("AWS_MAX_ATTEMPTS=1")
        .containsOnlyOnce("invoke");
    assertThat(launcher.event()).isEqualTo("{\"command\": \"migrate\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paln",
        "--config-env nowhere",
        "--stack-name x --config-env dev",
        "plan info",
        "-x"
      })
  void a_wrong_command_line_ends_with_2_and_invokes_nothing(String arguments) throws Exception {
    Launcher.Run run = launcher.run(arguments.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isNotBlank();
    assertThat(launcher.called()).isEmpty();
  }

  private String said(String command) throws Exception {
    launcher.answers(answer(command));
    Launcher.Run run = launcher.run(command);
    assertThat(run).extracting(Launcher.Run::status, Launcher.Run::err).containsExactly(0, "");
    return run.out();
  }

  private static Object answer(String command) {
    return new MigrateSchema().handleRequest(Map.of("command", command), new LambdaInvocation());
  }
}
