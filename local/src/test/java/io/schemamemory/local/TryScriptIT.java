package io.schemamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The script before the JVM starts: its options, and its output while it builds.
@Timeout(60)
class TryScriptIT {
  private static final String LOG = ".local/logs/build.log";
  private static final String[] BUILT = {
    "\u001b[0m[INFO] Scanning for projects...",
    "[INFO] ----------------------< io.schemamemory:migrations >-----------------------",
    "[INFO] Building Migrations 0.1.0                                         [1/2]",
    "[INFO] Building jar: /somewhere/migrations.jar",
    "[INFO] ---------------------< io.schemamemory:receive-webhook >---------------------",
    "[INFO] Building Receive webhook 0.1.0                                    [2/2]",
    "[INFO] BUILD SUCCESS"
  };

  @TempDir private Path checkout;

  private TryScript script;

  @BeforeEach
  void copy() throws Exception {
    script = TryScript.in(checkout).maven(0, BUILT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void help_names_every_option_and_builds_nothing(String option) throws Exception {
    TryScript.Run run = script.run(option);

    assertThat(run.status()).isZero();
    assertThat(String.join("\n", run.lines())).contains("--demo", "--verbose", "--help", "PORT");
    assertThat(checkout.resolve(".local")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dmeo", "serve"})
  void an_unknown_option_is_refused_in_one_line(String option) throws Exception {
    TryScript.Run run = script.run("--demo", option);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.lines())
        .containsExactly("unknown option " + option + ": bin/try --help lists the options");
    assertThat(checkout.resolve(".local")).doesNotExist();
  }

  @Test
  void each_built_module_prints_a_line_and_the_options_reach_the_runner() throws Exception {
    TryScript.Run run = script.run("--verbose", "--demo");

    assertThat(run.status()).isZero();
    assertThat(run.lines())
        .contains("building migrations (1 of 2) ...", "building receive-webhook (2 of 2) ...")
        .noneMatch(line -> line.contains("[INFO]") || line.contains("\u001b"));
    assertThat(run.lines().getLast())
        .startsWith("java ")
        .endsWith(" io.schemamemory.local.Try --verbose --demo");
  }

  @Test
  void a_slow_module_prints_signs_of_life() throws Exception {
    Path gate = checkout.resolve("gate");
    assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
    script
        .hurried()
        .maven(
            """
            echo '[INFO] Downloading from central: http://one'
            echo '[INFO] Downloaded from central: http://one'
            echo '[INFO] ----< io.schemamemory:ddl >----'
            echo '[INFO] Building DDL 0.1.0  [3/9]'
            read -r _ <'%s'
            """
                .formatted(gate));
    List<String> lines = new ArrayList<>();
    Process process = script.start();

    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (lines.stream().filter(said -> said.startsWith("  still building ddl")).count() == 2) {
          Files.writeString(gate, "go on\n");
          break;
        }
      }
      assertThat(lines)
          .containsSubsequence("building ddl (3 of 9) ...")
          .last()
          .asString()
          .matches("  still building ddl, \\d+ s so far, 1 file downloaded ...");
      assertThat(out.lines()).anyMatch(line -> line.startsWith("java "));
    }
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void a_build_that_fails_shows_its_errors_and_names_its_log() throws Exception {
    script.maven(
        1,
        "[INFO] ----< io.schemamemory:ddl >----",
        "[INFO] Building DDL 0.1.0  [3/9]",
        "\u001b[0m[ERROR] Ddl.java:[3,1] cannot find symbol",
        "[ERROR] -> [Help 1]",
        "[ERROR]",
        "[ERROR] Re-run Maven using the -X switch to enable full debug logging.");

    TryScript.Run run = script.run("--demo");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.lines())
        .containsSubsequence(
            "building ddl (3 of 9) ...",
            "The build failed:",
            "[ERROR] Ddl.java:[3,1] cannot find symbol")
        .noneMatch(line -> line.contains("Re-run") || line.contains("java "))
        .last()
        .isEqualTo("Maven's whole output is in " + LOG);
    assertThat(checkout.resolve(LOG)).content().contains("Re-run Maven");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(checkout.resolve(LOG))))
        .isEqualTo("rw-------");
  }

  @Test
  void a_build_that_fails_without_an_error_line_shows_how_it_ended() throws Exception {
    script.maven(1, "No JDK 25 found: install one");

    TryScript.Run run = script.run();

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.lines()).contains("No JDK 25 found: install one");
  }

  @Test
  void a_terminated_script_leaves_no_maven_behind() throws Exception {
    script.maven("echo '[INFO] Building DDL 0.1.0  [3/9]'\nexec tail -f /dev/null");
    Process process = script.start();
    List<ProcessHandle> children;
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.lines().limit(2)).hasSize(2);
      children = process.descendants().toList();
      assertThat(children).isNotEmpty();
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(children).allSatisfy(child -> child.onExit().get(10, TimeUnit.SECONDS));
  }
}
