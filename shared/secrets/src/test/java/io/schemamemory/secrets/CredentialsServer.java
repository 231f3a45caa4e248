package io.schemamemory.secrets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// Gives credentials out as Lambda does under SnapStart.
record CredentialsServer(HttpServer server, String token) implements AutoCloseable {
  private static final String CREDENTIALS =
      """
      {"AccessKeyId":"given","SecretAccessKey":"given","Token":"given",
       "Expiration":"2036-11-30T00:00:00Z"}
      """;

  static CredentialsServer start(String token) {
    try {
      CredentialsServer made =
          new CredentialsServer(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
              token);
      made.server.createContext("/", made::answer);
      made.server.start();
      return made;
    } catch (IOException failure) {
      throw new UncheckedIOException("no port for credentials", failure);
    }
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
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
