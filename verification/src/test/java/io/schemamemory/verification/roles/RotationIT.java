package io.schemamemory.verification.roles;

import static io.schemamemory.verification.roles.Installation.assertEnter;
import static io.schemamemory.verification.roles.Installation.assertRefused;
import static io.schemamemory.verification.roles.Installation.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.BootstrapException;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.roles.RotationMode;
import io.schemamemory.testkit.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Passwords change in two steps, and between them both roles may log in.
class RotationIT extends RotationFixture {
  @Test
  void rotating_lets_both_roles_log_in_and_retiring_locks_out_the_former() {
    Bootstrap.Result rotated = installation.rotate();
    Credentials second = installation.kept();

    assertThat(rotated.newPasswords()).hasSameSizeAs(Login.values()).contains(name + "_reader_b");
    assertThat(rotated.former()).hasSameSizeAs(Login.values()).contains(name + "_reader");
    assertThat(url(Login.READER, second).user()).isEqualTo(name + "_reader_b");
    assertEnter(first);
    assertEnter(second);

    installation.retire();

    assertRefused(first);
    assertEnter(second);
    assertThat(installation.kept()).extracting(Credentials::reveal).isEqualTo(second.reveal());
  }

  @Test
  void the_two_roles_take_turns_with_a_new_password_each_time() {
    installation.rotate();
    installation.retire();

    installation.rotate();
    installation.retire();

    Credentials third = installation.kept();
    assertEnter(third);
    assertThat(url(Login.READER, third))
        .returns(url(Login.READER, first).user(), DatabaseUrl::user)
        .doesNotReturn(url(Login.READER, first).password(), DatabaseUrl::password);
    assertRefused(first);
  }

  @Test
  void the_pooler_has_lines_for_both_roles_while_both_may_log_in() throws IOException {
    Path lines = installation.rotate().poolerLines().file();
    assertThat(lines).content().contains(name + "_reader\"", name + "_reader_b\"");

    installation.retire();

    assertThat(lines).content().doesNotContain(name + "_reader\"").contains(name + "_reader_b\"");
  }

  @Test
  void rotating_again_before_retiring_is_refused_and_changes_nothing() throws IOException {
    installation.rotate();
    Credentials second = installation.kept();

    assertThatThrownBy(installation::rotate)
        .isInstanceOf(BootstrapException.class)
        .hasMessageStartingWith("a rotation is under way")
        .hasMessageContaining("bin/bootstrap --retire")
        .hasMessageContaining("bin/bootstrap --rotate --again");

    assertEnter(first);
    assertEnter(second);
    assertThat(home).isDirectoryNotContaining("glob:**.next");
  }

  @Test
  void rotating_again_on_purpose_changes_the_role_that_is_not_in_use_yet() {
    installation.rotate();
    Credentials leaked = installation.kept();

    Bootstrap.run(installation.request(), RotationMode.ROTATE_AGAIN);

    assertRefused(leaked);
    assertEnter(first);
    assertEnter(installation.kept());
    assertThat(installation.make().former()).contains(name + "_reader");
  }

  @Test
  void rotating_replaces_lost_files_and_locks_no_login_out() {
    installation.at(elsewhere).rotate();

    assertEnter(installation.at(elsewhere).kept());
    assertEnter(first);
  }

  @Test
  void of_two_administrators_at_once_one_rotates_and_the_other_gets_an_error() throws Exception {
    Files.copy(home.resolve("database.json"), elsewhere.resolve("database.json"));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Callable<String>> both =
          List.of(() -> tried(installation), () -> tried(installation.at(elsewhere)));
      assertThat(threads.invokeAll(both))
          .extracting(Future::get)
          .containsExactlyInAnyOrder("rotated", "a rotation is under way");
    }
    assertEnter(first);
  }

  private static String tried(Installation installation) {
    try {
      installation.rotate();
      assertEnter(installation.kept());
      return "rotated";
    } catch (BootstrapException refused) {
      return String.valueOf(refused.getMessage()).split(":", 2)[0];
    }
  }

  @Test
  void if_both_roles_may_log_in_unexpectedly_a_person_must_decide() {
    Rows.execute(direct, "create role " + name + "_reader_b login");

    assertThatThrownBy(installation::make)
        .hasMessageContaining("nothing says which replaced the other")
        .hasMessageContaining("NOLOGIN");
  }
}
