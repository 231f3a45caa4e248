package io.schemamemory.testkit.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/// Gives credentials out as Lambda does to a function under SnapStart, which has none in variables.
public final class CredentialsServer implements AutoCloseable {
  private static final String CREDENTIALS =
      """
      {"AccessKeyId":"given","SecretAccessKey":"given","Token":"given",
       "Expiration":"2036-11-30T00:00:00Z"}
      """;

  private final String token = UUID.randomUUID().toString();
  private final HttpServer server;

  private CredentialsServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /// Starts on a free port of this machine.
  public static CredentialsServer start() {
    try {
      return new CredentialsServer();
    } catch (IOException failure) {
      throw new UncheckedIOException("no port for credentials", failure);
    }
  }

  /// What a function finds it by.
  public Map<String, String> environment() {
    return Map.of(
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        token);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean known = token.equals(exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] bytes = CREDENTIALS.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(known ? 200 : 403, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
