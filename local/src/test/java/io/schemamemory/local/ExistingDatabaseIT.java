package io.schemamemory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.local.demo.Demo;
import io.schemamemory.local.demo.Sender;
import io.schemamemory.roles.BootstrapException;
import io.schemamemory.roles.Credentials;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.PgBouncer;
import io.schemamemory.testkit.Ports;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An existing server and PgBouncer, given by their two URLs.
class ExistingDatabaseIT {
  @TempDir private Path home;

  private final List<String> said = new ArrayList<>();

  @Test
  void the_demo_works_on_an_existing_database_twice() throws IOException {
    try (PostgresServer server = PostgresServer.start()) {
      DatabaseUrl direct = server.createDatabase("somebodys", "template1");
      int port = Ports.free();
      Path userlist = Files.createFile(home.resolve("userlist.txt"));
      LocalSettings settings = settings(direct, direct.at(port));

      try (PgBouncer _ = PgBouncer.start(port, server.port(), userlist, 2)) {
        assertThatThrownBy(() -> demo(settings))
            .isInstanceOf(BootstrapException.class)
            .hasMessageContaining("add the lines of")
            .hasMessageContaining("userlist.txt");
      }
      Files.copy(
          Credentials.directory(home, direct).resolve("userlist.txt"),
          userlist,
          StandardCopyOption.REPLACE_EXISTING);
      try (PgBouncer _ = PgBouncer.start(port, server.port(), userlist, 2)) {
        assertThat(demo(settings)).as(() -> String.join("\n", said)).isZero();
        said.clear();
        assertThat(demo(settings)).as(() -> String.join("\n", said)).isZero();
      }

      assertThat(said).anyMatch(line -> line.endsWith(", 0 migrations applied"));
    }
  }

  @Test
  void for_one_url_alone_the_message_names_the_missing_one() {
    Environment environment =
        new Environment(Map.of("DATABASE_DIRECT_URL", "jdbc:postgresql://h/d?user=u&password=p"));

    assertThatThrownBy(() -> LocalSettings.of(environment))
        .hasMessageStartingWith("DATABASE_POOLED_URL is missing");
  }

  private int demo(LocalSettings settings) {
    try (Closing closing = new Closing()) {
      LocalRun run =
          LocalRun.start(settings, Samples.root(), home, closing, AllLines.to(said::add));
      return Demo.run(
          run.uri(),
          Sender.of(settings.secrets().document().get()),
          run.database().credentials(),
          run.auditLog(),
          said::add);
    }
  }

  private static LocalSettings settings(DatabaseUrl direct, DatabaseUrl pooled) {
    return LocalSettings.of(
        new Environment(
            Map.of(
                "PORT", "0",
                "DATABASE_DIRECT_URL", direct.reveal(),
                "DATABASE_POOLED_URL", pooled.reveal())));
  }
}
