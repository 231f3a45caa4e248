package io.schemamemory.verification.roles;

import static io.schemamemory.verification.roles.Installation.assertEnter;
import static io.schemamemory.verification.roles.Installation.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.BootstrapException;
import io.schemamemory.roles.Login;
import io.schemamemory.roles.Retirement;
import io.schemamemory.roles.RotationMode;
import io.schemamemory.testkit.PgBouncer;
import io.schemamemory.testkit.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// No role that may still be needed is retired.
class RetirementIT extends RotationFixture {
  @Test
  void files_from_before_a_rotation_retire_no_role() throws IOException {
    Path old = Files.copy(home.resolve("database.json"), elsewhere.resolve("database.json"));
    installation.rotate();

    assertThatThrownBy(installation.at(elsewhere)::retire)
        .isInstanceOf(BootstrapException.class)
        .hasMessageStartingWith("login " + name + "_migrator_b exists, but " + old)
        .hasMessageContaining("bring that file here")
        .hasMessageContaining("--rotate --again");

    assertEnter(first);
    assertEnter(installation.kept());
  }

  @Test
  void a_login_in_use_is_retired_only_on_request() throws SQLException {
    installation.rotate();
    try (Connection client =
        DriverManager.getConnection(url(Login.NORMALIZE_DELIVERIES, first).reveal())) {
      assertThat(client.isValid(1)).isTrue();

      assertThatThrownBy(() -> Retirement.run(installation.request(), false))
          .isInstanceOf(BootstrapException.class)
          .hasMessageStartingWith(name + "_normalize_deliveries was used within the last 2 minutes")
          .hasMessageContaining("bin/bootstrap --retire --now");
      assertThat(client.isValid(1)).isTrue();
      assertEnter(first);

      assertThat(Retirement.run(installation.request(), true)).hasSameSizeAs(Login.values());
      assertThat(client.isValid(1)).isFalse();
    }
  }

  @Test
  void no_role_is_retired_while_its_successor_cannot_pass_the_pooler() {
    int serverPort = Integer.parseInt(direct.place().replaceFirst(".*:", ""));
    int port = Ports.free();
    Bootstrap.Request request = new Bootstrap.Request(direct, direct.at(port), home);
    Path lines = installation.make().poolerLines().file();
    try (PgBouncer _ = PgBouncer.start(port, serverPort, lines, 2)) {
      Bootstrap.run(request, RotationMode.ROTATE);

      assertThatThrownBy(() -> Retirement.run(request, true))
          .isInstanceOf(BootstrapException.class)
          .hasMessageContaining("_receive_webhook_b")
          .hasMessageContaining("add the lines of " + lines);
    }
    assertEnter(first);
  }

  @Test
  void retiring_when_there_is_nothing_to_retire_does_nothing() {
    installation.retire();

    assertEnter(first);
  }
}
