package io.schemamemory.secrets;

import com.sun.net.httpserver.HttpExchange;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.aws.SecretsManagerServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// A server that plays Secrets Manager, and an environment that leads there.
@ExtendWith(SystemStubsExtension.class)
abstract class SecretsFixture {
  static final String ID = "schema-memory/x";

  final SecretsManagerServer server = SecretsManagerServer.start();

  @SystemStub final EnvironmentVariables account = new EnvironmentVariables();

  @BeforeEach
  void account() {
    server.environment().forEach(account::set);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static Secrets secrets() {
    return SecretsSetting.of(Environment.ofProcess());
  }

  static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
