package io.schemamemory.verification.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.BootstrapException;
import io.schemamemory.roles.Login;
import io.schemamemory.roles.LoginCheck;
import io.schemamemory.roles.RotationMode;
import io.schemamemory.testkit.PgBouncer;
import io.schemamemory.testkit.Ports;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapIT {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static final PostgresServer SERVER = PostgresServer.start();

  @TempDir private Path home;

  private final String name = "made_" + DATABASES.incrementAndGet();
  private final DatabaseUrl direct = SERVER.createDatabase(name, "template1");
  private final DatabaseUrl pooled = direct.at(Ports.free());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void an_administrator_who_is_no_superuser_makes_every_login_able_to_enter() {
    assertThat(Rows.of(direct, "", "select rolsuper from pg_roles where rolname = current_user"))
        .containsExactly(Map.of("rolsuper", false));

    Bootstrap.Result made = run(home);

    assertThat(made.newPasswords())
        .containsExactly(
            name + "_migrator",
            name + "_receive_webhook",
            name + "_normalize_deliveries",
            name + "_poll_audit_log",
            name + "_apply_retention",
            name + "_search_memory",
            name + "_reader");
    assertEveryLoginEnters(made);
  }

  @Test
  void running_again_changes_no_password_and_no_verifier() throws IOException {
    Bootstrap.Result first = run(home);
    String passwords = Files.readString(first.credentials().file());
    String verifiers = Files.readString(first.poolerLines().file());

    Bootstrap.Result second = run(home);

    assertThat(second.newPasswords()).isEmpty();
    assertThat(second.credentials().file()).hasContent(passwords.strip());
    assertThat(second.poolerLines().file()).hasContent(verifiers.strip());
    assertEveryLoginEnters(second);
  }

  @Test
  void a_login_whose_password_is_not_kept_is_refused_and_stays_as_it_is(@TempDir Path elsewhere) {
    Bootstrap.Result made = run(home);

    assertThatThrownBy(() -> run(elsewhere))
        .isInstanceOf(BootstrapException.class)
        .hasMessageStartingWith("login " + name + "_migrator exists, but ")
        .hasMessageContaining("bin/bootstrap --rotate");

    assertThat(elsewhere).isEmptyDirectory();
    assertEveryLoginEnters(made);
  }

  @Test
  void a_refused_run_makes_no_login() {
    Rows.execute(direct, "create role " + name + "_normalize_deliveries login");

    assertThatThrownBy(() -> run(home))
        .hasMessageStartingWith("login " + name + "_normalize_deliveries exists, but ");

    assertThat(
            Rows.of(
                direct, "", "select rolname from pg_roles where rolname like '" + name + "\\_%'"))
        .containsExactly(Map.of("rolname", name + "_normalize_deliveries"));
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void the_files_are_made_private_even_if_others_could_read_them_before() throws IOException {
    Bootstrap.Result made = run(home);
    List<Path> files = List.of(made.credentials().file(), made.poolerLines().file());
    assertThat(files).allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));

    for (Path file : files) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    }
    Bootstrap.run(new Bootstrap.Request(direct, pooled, home), RotationMode.ROTATE);

    assertThat(files).allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    assertThat(home).isDirectoryNotContaining(file -> !files.contains(file));
  }

  private Bootstrap.Result run(Path directory) {
    return Bootstrap.run(new Bootstrap.Request(direct, pooled, directory));
  }

  /// Each over its intended path: people and the migrator directly, functions through a PgBouncer.
  private void assertEveryLoginEnters(Bootstrap.Result made) {
    int port = Integer.parseInt(pooled.place().replaceFirst(".*:", ""));
    try (PgBouncer _ = PgBouncer.start(port, SERVER.port(), made.poolerLines().file(), 2)) {
      assertThat(made.credentials().reveal()).hasSameSizeAs(Login.values());
      assertThatCode(() -> LoginCheck.run(made)).doesNotThrowAnyException();
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
