package io.schemamemory.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The launchers in `bin/`, with a Maven and a Java that only say what they were started with.
class OperatorRunIT {
  private static final String BUILDING = "building the operator's commands";

  @TempDir private Path checkout;
  @TempDir private Path elsewhere;

  @BeforeEach
  void checkout() throws IOException {
    for (String launcher :
        List.of("operator-run", "bootstrap", "doctor", "keyset", "webhook-secrets")) {
      program("bin/" + launcher, Files.readString(Samples.root().resolve("bin/" + launcher)));
    }
    program(
        "bin/with-jdk25",
        """
        #!/usr/bin/env bash
        [ "$1" = mvn ] && { mkdir -p "%s/operator/target"; cat; exit; }
        echo "${*: -2} in $PWD"
        cat
        """
            .formatted(checkout));
    program("tools/mvn", "");
    for (String folder : List.of("operator", "shared/roles/src", "migrations")) {
      Files.createDirectories(checkout.resolve(folder));
    }
    Files.createFile(checkout.resolve("pom.xml"));
  }

  @ParameterizedTest
  @CsvSource({
    "bootstrap, bootstrap.BootstrapCommand",
    "doctor, doctor.DoctorCommand",
    "webhook-secrets, webhooksecrets.WebhookSecretsCommand"
  })
  void a_launcher_runs_its_command_in_the_checkout(String launcher, String command)
      throws Exception {
    assertThat(run(launcher, ""))
        .contains("io.schemamemory.operator." + command + " word in " + checkout.toRealPath());
  }

  @Test
  void the_keysets_file_is_relative_to_where_the_person_is() throws Exception {
    assertThat(run("keyset", ""))
        .contains("operator.keyset.KeysetCommand word in " + elsewhere.toRealPath());
  }

  @Test
  void it_builds_once_and_again_after_a_change() throws Exception {
    assertThat(run("doctor", "")).contains(BUILDING);
    assertThat(run("doctor", "")).doesNotContain(BUILDING);

    Path changed = Files.createFile(checkout.resolve("shared/roles/src/Login.java"));
    Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(run("doctor", "")).contains(BUILDING);
  }

  @Test
  void what_is_typed_reaches_the_command_and_not_the_build() throws Exception {
    assertThat(run("webhook-secrets", "typed").split("typed", -1)).hasSize(2);
    assertThat(run("webhook-secrets", "typed")).endsWith("typed");
  }

  private String run(String launcher, String input) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(checkout.resolve("bin/" + launcher).toString(), "word")
            .directory(elsewhere.toFile())
            .redirectErrorStream(true);
    builder
        .environment()
        .merge("PATH", checkout.resolve("tools").toString(), (old, tools) -> tools + ":" + old);
    Process process = builder.start();
    process.getOutputStream().write(input.getBytes(UTF_8));
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private void program(String name, String text) throws IOException {
    Path file = checkout.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
