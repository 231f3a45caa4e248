package io.schemamemory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.local.demo.Demo;
import io.schemamemory.local.demo.Sender;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.roles.LoginCheck;
import io.schemamemory.roles.Retirement;
import io.schemamemory.roles.RotationMode;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.PgBouncer;
import io.schemamemory.testkit.Ports;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.proxy.BranchProxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stand-in for PlanetScale's proxy and its user names; its TLS and network are not part of
/// it.
class PlanetScaleIT {
  private static final String BRANCH = "b7x2k9qm4w1z";

  @TempDir private Path home;

  private final List<String> said = new ArrayList<>();
  private final PostgresServer server = PostgresServer.start();
  private final DatabaseUrl inside = server.createDatabase("memory", "template1");
  private final int poolerPort = Ports.free();
  private final BranchProxy pooled = BranchProxy.start(poolerPort, BRANCH);

  @AfterEach
  void stop() {
    pooled.close();
    server.close();
  }

  @Test
  void its_administrator_creates_logins_that_migrate_receive_normalize_and_read() {
    try (BranchProxy direct = BranchProxy.start(server.port(), BRANCH)) {
      LocalSettings settings = settings(direct, false);
      Bootstrap.Result made = Bootstrap.run(request(settings));

      assertThat(users(made))
          .contains("memory_reader." + BRANCH)
          .allMatch(user -> user.endsWith("." + BRANCH));
      try (PgBouncer _ = pooler(made)) {
        assertDemoWorks(settings);
      }
    }
  }

  @Test
  void its_logins_are_rotated_and_retired() {
    try (BranchProxy direct = BranchProxy.start(server.port(), BRANCH)) {
      LocalSettings settings = settings(direct, false);
      Bootstrap.Result former = Bootstrap.run(request(settings));
      Bootstrap.Result rotated = Bootstrap.run(request(settings), RotationMode.ROTATE);

      assertThat(users(rotated))
          .contains("memory_reader_b." + BRANCH)
          .allMatch(user -> user.endsWith("." + BRANCH));
      try (PgBouncer _ = pooler(rotated)) {
        LoginCheck.run(former);
        LoginCheck.run(rotated);

        Retirement.run(request(settings), true);

        DatabaseUrl reader = former.credentials().url(Login.READER).orElseThrow();
        assertThatThrownBy(() -> Rows.of(reader, "", "select 1"))
            .satisfies(refused -> assertThat(SqlState.of(refused)).startsWith("28"));
        assertDemoWorks(settings);
      }
    }
  }

  @Test
  void
      a_proxy_that_changes_process_ids_looks_like_a_pooler_until_the_connection_is_confirmed_direct() {
    try (BranchProxy direct = BranchProxy.hidingProcessIds(server.port(), BRANCH);
        PgBouncer _ = pooler(Bootstrap.run(request(settings(direct, false))))) {
      assertThatThrownBy(() -> demo(settings(direct, false)))
          .hasMessageContaining("leads through a connection pooler")
          .hasMessageContaining("DATABASE_DIRECT_CONFIRMED=true");

      assertDemoWorks(settings(direct, true));
    }
  }

  @Test
  void a_user_without_the_branch_is_refused() {
    try (BranchProxy direct = BranchProxy.start(server.port(), BRANCH)) {
      assertThatThrownBy(() -> Rows.of(inside.at(direct.port()), "", "select 1"))
          .hasRootCauseMessage("FATAL: invalid user format");
    }
  }

  private void assertDemoWorks(LocalSettings settings) {
    assertThat(demo(settings)).as(() -> String.join("\n", said)).isZero();
  }

  private int demo(LocalSettings settings) {
    said.clear();
    try (Closing afterwards = new Closing()) {
      LocalRun run =
          LocalRun.start(settings, Samples.root(), home, afterwards, AllLines.to(said::add));
      return Demo.run(
          run.uri(),
          Sender.of(settings.secrets().document().get()),
          run.database().credentials(),
          run.auditLog(),
          said::add);
    }
  }

  private PgBouncer pooler(Bootstrap.Result made) {
    return PgBouncer.start(poolerPort, server.port(), made.poolerLines().file(), 2);
  }

  /// The administrator's two URLs, with users as PlanetScale shows them.
  private LocalSettings settings(BranchProxy direct, boolean confirmed) {
    DatabaseUrl outside = inside.as(inside.user() + "." + BRANCH, inside.password());
    return LocalSettings.of(
        new Environment(
            Map.of(
                "PORT", "0",
                "DATABASE_DIRECT_URL", outside.at(direct.port()).reveal(),
                "DATABASE_POOLED_URL", outside.at(pooled.port()).reveal(),
                "DATABASE_DIRECT_CONFIRMED", String.valueOf(confirmed))));
  }

  private Bootstrap.Request request(LocalSettings settings) {
    LocalSettings.Urls urls = settings.database().orElseThrow();
    return new Bootstrap.Request(
        urls.direct(), urls.pooled(), Credentials.directory(home, urls.direct()));
  }

  private static List<String> users(Bootstrap.Result made) {
    return made.credentials().reveal().values().stream()
        .map(url -> DatabaseUrl.parse(url).user())
        .toList();
  }
}
