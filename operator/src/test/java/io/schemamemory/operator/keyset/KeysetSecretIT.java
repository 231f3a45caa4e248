package io.schemamemory.operator.keyset;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.sealing.SealingSettings;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.aws.SecretsManagerServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// The keysets in Secrets Manager.
@ExtendWith(SystemStubsExtension.class)
class KeysetSecretIT {
  private static final String ID = "schema-memory/sealing";

  @TempDir private Path directory;

  @SystemStub private final EnvironmentVariables aws = new EnvironmentVariables();

  @AutoClose private final SecretsManagerServer secrets = SecretsManagerServer.start();

  private String said = "";

  @BeforeEach
  void account() {
    secrets.environment().forEach(aws::set);
  }

  @Test
  void what_it_stores_a_function_starts_with() {
    assertThat(run("--secret-id", ID, "make")).isZero();
    assertThat(said).contains("stored in the secret " + ID, "sealing ", "hashing ");

    var _ =
        SealingSettings.of(new Environment(Map.of("SEALING_KEY", key())), "it", text()).sealer();
    assertThat(run("--secret-id", ID, "add", "sealing")).isZero();
    assertThat(said).contains(" live");
  }

  @Test
  void a_keyset_that_is_there_is_never_written_over() {
    assertThat(run("--secret-id", ID, "make")).isZero();
    String before = text();

    assertThat(run("--secret-id", ID, "make")).isOne();
    assertThat(said).contains("exists, and values may be sealed with its keys");
    assertThat(text()).isEqualTo(before);
  }

  @Test
  void whoever_was_faster_is_not_overwritten() {
    assertThat(run("--secret-id", ID, "make")).isZero();
    secrets.beforeMove(() -> secrets.put(ID, "faster"));

    assertThat(run("--secret-id", ID, "add", "hashing")).isOne();
    assertThat(said).startsWith("somebody else changed the secret " + ID);
    assertThat(text()).isEqualTo("faster");
  }

  @Test
  void one_that_is_missing_or_malformed_is_named() {
    assertThat(run("--secret-id", ID, "show")).isOne();
    assertThat(said).contains("create it with bin/keyset --secret-id " + ID + " make");

    secrets.put(ID, "{}");
    assertThat(run("--secret-id", ID, "show")).isOne();
    assertThat(said).startsWith("the secret " + ID + " is malformed: restore");
  }

  @Test
  void a_file_and_a_secret_at_once_or_neither_are_not_understood() {
    assertThat(run("make")).isEqualTo(2);
    assertThat(run("keyset.json", "--secret-id", ID, "make")).isEqualTo(2);
    assertThat(said).contains("FILE or --secret-id NAME");
    assertThat(secrets.calls()).isEmpty();
  }

  private String text() {
    return secrets.text(ID).orElseThrow();
  }

  private String key() {
    return directory.resolve("sealing.key").toUri().toString();
  }

  private int run(String... words) {
    StringWriter printed = new StringWriter();
    int status =
        new KeysetCommand(new Environment(Map.of("SEALING_KEY", key())))
            .commandLine()
            .setOut(new PrintWriter(printed, true))
            .setErr(new PrintWriter(printed, true))
            .execute(words);
    said = printed.toString();
    return status;
  }
}
