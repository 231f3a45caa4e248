package io.schemamemory.migrateschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.aws.SecretsManagerServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// The migrator's login, read from its secret.
@ExtendWith(SystemStubsExtension.class)
class MigratorSecretIT {
  private static final String ID = "schema-memory/database/migrator";

  private final SecretsManagerServer secrets = SecretsManagerServer.start();

  @SystemStub private final EnvironmentVariables environment = new EnvironmentVariables();

  @BeforeEach
  void setting() {
    secrets.environment().forEach(environment::set);
    environment.set("DATABASE_SECRET_ID", ID);
    secrets.put(ID, EmptyDatabase.bootstrapped().migrator().reveal());
  }

  @AfterEach
  void stop() {
    secrets.close();
  }

  @Test
  void a_role_that_aws_does_not_know_everywhere_yet_is_waited_for() {
    AtomicInteger asked = new AtomicInteger();
    secrets.misbehave(
        exchange -> {
          if (asked.incrementAndGet() == 2) {
            secrets.behave();
          }
          byte[] refusal =
              "{\"__type\":\"AccessDeniedException\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(400, refusal.length);
          exchange.getResponseBody().write(refusal);
        });

    assertThat(migrate().migrations()).isNotEmpty();
    assertThat(asked).hasValue(2);
  }

  @Test
  void a_secret_that_is_not_there_is_told_at_once() {
    secrets.remove(ID);

    assertThatThrownBy(this::migrate)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("ResourceNotFoundException for " + ID);
    assertThat(secrets.reads(ID)).isEqualTo(1);
  }

  private Applied migrate() {
    return (Applied) new MigrateSchema().handleRequest(Map.of(), new LambdaInvocation());
  }
}
