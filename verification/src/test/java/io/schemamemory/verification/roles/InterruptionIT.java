package io.schemamemory.verification.roles;

import static io.schemamemory.verification.roles.Installation.assertEnter;
import static io.schemamemory.verification.roles.Installation.assertRefused;
import static io.schemamemory.verification.roles.Installation.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.BootstrapStep;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.roles.Retirement;
import io.schemamemory.roles.RotationMode;
import io.schemamemory.testkit.EmptyDatabase;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// A run interrupted between any two steps is completed by the same command, and no login is locked
/// out meanwhile.
class InterruptionIT {
  @TempDir private Path home;

  private final DatabaseUrl direct = EmptyDatabase.untouched();

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"FORMER_DISABLED", "SESSIONS_ENDED"})
  void an_interrupted_bootstrap_is_completed_by_running_it_again(BootstrapStep step) {
    Installation installation = new Installation(direct, home);

    killed(() -> Bootstrap.run(installation.request(), RotationMode.KEEP, after(step)));
    installation.make();

    assertEnter(installation.kept());
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"FORMER_DISABLED", "SESSIONS_ENDED"})
  void an_interrupted_rotation_locks_no_login_out_and_is_completed_by_rotating_again(
      BootstrapStep step) {
    Installation installation = new Installation(direct, home);
    installation.make();
    Credentials first = installation.kept();

    killed(() -> Bootstrap.run(installation.request(), RotationMode.ROTATE, after(step)));
    assertEnter(first);
    assertEnter(installation.kept());

    installation.rotate();

    Credentials second = installation.kept();
    assertThat(url(Login.READER, second).user()).isEqualTo(url(Login.READER, first).user() + "_b");
    assertEnter(first);
    assertEnter(second);
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"FORMER_DISABLED", "SESSIONS_ENDED"})
  void an_interrupted_rotation_is_completed_or_undone_by_running_the_bootstrap_again(
      BootstrapStep step) {
    Installation installation = new Installation(direct, home);
    installation.make();
    Credentials first = installation.kept();

    killed(() -> Bootstrap.run(installation.request(), RotationMode.ROTATE, after(step)));
    installation.make();

    assertEnter(first);
    assertEnter(installation.kept());
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @EnumSource(names = {"FORMER_DISABLED", "SESSIONS_ENDED"})
  void an_interrupted_retirement_is_completed_by_retiring_again(BootstrapStep step) {
    Installation installation = new Installation(direct, home);
    installation.make();
    Credentials first = installation.kept();
    Path lines = installation.rotate().poolerLines().file();

    killed(() -> Retirement.run(installation.request(), true, after(step)));
    assertEnter(installation.kept());

    installation.retire();

    assertRefused(first);
    assertEnter(installation.kept());
    assertThat(lines).content().doesNotContain(url(Login.READER, first).user() + "\"");
  }

  private static Consumer<BootstrapStep> after(BootstrapStep last) {
    return step -> {
      if (step == last) {
        throw new Killed();
      }
    };
  }

  private static void killed(Runnable run) {
    assertThatThrownBy(run::run).isInstanceOf(Killed.class);
  }

  private void assertNothingIsLeft() {
    assertThat(home).isDirectoryNotContaining("glob:**.next");
  }
}
