package io.schemamemory.operator.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.aws.SecretsManagerServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `bin/bootstrap` as a process of its own.
class BootstrapCommandIT {
  @TempDir private Path home;

  /// Bootstrapped before, by somebody whose files are elsewhere.
  private final DatabaseUrl direct = EmptyDatabase.bootstrapped().administrator();

  @AutoClose private final SecretsManagerServer secretsManager = SecretsManagerServer.start();

  private record Ended(int status, String said) {}

  @Test
  void every_login_enters_and_nothing_printed_holds_a_password() throws Exception {
    Ended first = run(urls(), "--rotate");
    Ended second = run(urls());

    assertThat(first.status()).as(first.said()).isZero();
    assertThat(first.said())
        .contains(direct.database() + "_reader", "database.json", "userlist.txt")
        .contains("every login enters");
    assertThat(second.said()).contains("new passwords: []", "every login enters");
    assertThat(secrets()).hasSizeGreaterThan(8).noneMatch(first.said()::contains);
    assertThat(secrets()).noneMatch(second.said()::contains);
  }

  @Test
  void a_rotation_says_what_comes_next_and_ends_with_a_retirement() throws Exception {
    String former = direct.database() + "_reader";

    Ended rotated = run(urls(), "--rotate");
    Ended retired = run(urls(), "--retire");

    assertThat(rotated.said())
        .contains("new passwords: [" + direct.database() + "_migrator_b,")
        .contains("so do these: [" + direct.database() + "_migrator,", former + "]")
        .contains("bin/bootstrap --retire");
    assertThat(retired.status()).as(retired.said()).isZero();
    assertThat(retired.said()).startsWith("retired: [").contains(former);
    assertThat(secrets()).noneMatch((rotated.said() + retired.said())::contains);
  }

  @Test
  void each_function_s_url_is_stored_in_a_secret_of_its_own_until_all_are() throws Exception {
    Map<String, String> environment = new HashMap<>(urls());
    environment.putAll(secretsManager.environment());
    secretsManager.refuse("s/database/migrator", "AccessDeniedException");

    Ended first = run(environment, "--secret-id", "s/database", "--rotate");
    secretsManager.behave();
    Ended early = run(environment, "--secret-id", "s/database", "--retire");
    Ended second = run(environment, "--secret-id", "s/database");
    Ended retired = run(environment, "--secret-id", "s/database", "--retire");

    assertThat(first.status()).isEqualTo(1);
    assertThat(first.said())
        .contains(
            "stored:         s/database/receive_webhook", "not stored:     s/database/migrator")
        .endsWith("run bin/bootstrap --secret-id s/database again\n");
    assertThat(early.said()).startsWith("the secret s/database/migrator has not the current URL");
    assertThat(second.status()).as(second.said()).isZero();
    assertThat(second.said())
        .contains(
            "stored already: s/database/receive_webhook", "stored:         s/database/migrator");
    assertThat(retired.status()).as(retired.said()).isZero();
    Credentials kept = Credentials.in(Credentials.directory(home, direct));
    for (Login login : List.of(Login.RECEIVE_WEBHOOK, Login.MIGRATOR)) {
      assertThat(secretsManager.text("s/database/" + login.key()))
          .contains(String.valueOf(kept.reveal().get(login.key())));
    }
    assertThat(secretsManager.text("s/database/reader")).isEmpty();
    assertThat(secrets()).noneMatch((first.said() + early.said() + second.said())::contains);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--rotated", "--again", "--retire --again", "--rotate --now"})
  void what_is_not_understood_changes_nothing(String options) throws Exception {
    Ended ended = run(urls(), options.split(" ", -1));

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.said())
        .contains("Usage: bin/bootstrap", "[--rotate [--again]]", "[--retire [--now]]");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void a_refusal_is_one_line_and_a_status_without_a_password() throws Exception {
    Ended ended = run(urls());

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said().lines())
        .singleElement()
        .asString()
        .contains("bin/bootstrap --rotate")
        .doesNotContain(direct.password());
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void a_wrong_password_is_refused_without_repeating_it() throws Exception {
    String wrong = direct.as(direct.user(), "hunter2").reveal();

    Ended ended = run(Map.of("DATABASE_DIRECT_URL", wrong, "DATABASE_POOLED_URL", wrong));

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said()).contains("check DATABASE_DIRECT_URL").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "DATABASE_DIRECT_URL, '', DATABASE_DIRECT_URL is missing",
    "DATABASE_POOLED_URL, ' ', DATABASE_POOLED_URL is missing",
    "DATABASE_POOLED_URL, postgres://app:hunter2@host/db, DATABASE_POOLED_URL is malformed"
  })
  void a_wrong_setting_is_named(String name, String value, String said) throws Exception {
    Map<String, String> urls = new HashMap<>(urls());
    urls.put(name, value);

    Ended ended = run(urls);

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said()).startsWith(said).doesNotContain("hunter2");
  }

  private Map<String, String> urls() {
    return Map.of("DATABASE_DIRECT_URL", direct.reveal(), "DATABASE_POOLED_URL", direct.reveal());
  }

  private Ended run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BootstrapCommand.class.getName()));
    command.addAll(List.of("--directory", home.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), said);
  }

  /// Every password and every verifier there is, the administrator's included.
  private List<String> secrets() throws IOException {
    Credentials credentials = Credentials.in(Credentials.directory(home, direct));
    Path lines = credentials.file().resolveSibling("userlist.txt");
    return Stream.of(
            Stream.of(direct.password()),
            credentials.reveal().values().stream().map(url -> DatabaseUrl.parse(url).password()),
            Files.readAllLines(lines).stream().map(line -> line.split("\"", -1)[3]))
        .flatMap(secrets -> secrets)
        .toList();
  }
}
