package io.schemamemory.operator.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person is told who gives the memory another name, and what to do then.
class RenamedCommandIT {
  @TempDir private Path home;

  @Test
  void the_command_says_what_the_reader_sees_and_who_may_still_enter() throws Exception {
    try (PostgresServer server = PostgresServer.startMigrated()) {
      DatabaseUrl first = server.createDatabase("first_name", PostgresServer.MIGRATED);
      assertThat(run(first))
          .contains("first_name_reader sees the workspace default")
          .doesNotContain("had another name");
      Rows.execute(
          server.administrator("postgres"), "alter database first_name rename to \"Second-Name\"");
      DatabaseUrl second = server.administrator("Second-Name");

      assertThat(run(second))
          .contains("Second-Name_reader sees the workspace default")
          .contains("the database had another name: these logins may still enter: [first_name_")
          .contains("bin/bootstrap --retire");

      assertThat(run(second, "--retire", "--now")).startsWith("retired: [").contains("first_name_");
      assertThat(run(second)).doesNotContain("had another name");
      assertThat(
              Rows.of(
                  second,
                  "set role memory_owner",
                  "select login from memory.reader where login like 'first%'"))
          .isEmpty();
    }
  }

  private String run(DatabaseUrl url, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BootstrapCommand.class.getName(),
                "--directory",
                home.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DATABASE_DIRECT_URL", url.reveal());
    builder.environment().put("DATABASE_POOLED_URL", url.reveal());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
