package io.schemamemory.testkit.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Stands in for AWS's Parameters and Secrets extension, on a free port of this machine.
public final class SecretsExtensionServer implements AutoCloseable {
  private static final String QUERY = "secretId=";

  private final Function<String, Optional<String>> secrets;
  private final String token = UUID.randomUUID().toString();
  private final AtomicInteger asked = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile HttpHandler handler = this::answer;

  private SecretsExtensionServer(Function<String, Optional<String>> secrets) throws IOException {
    this.secrets = secrets;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /// Serves secrets that the given function returns by name.
  public static SecretsExtensionServer start(Function<String, Optional<String>> secrets) {
    try {
      return new SecretsExtensionServer(secrets);
    } catch (IOException failure) {
      throw new UncheckedIOException("no port for the secrets extension", failure);
    }
  }

  /// The value for `PARAMETERS_SECRETS_EXTENSION_HTTP_PORT`.
  public int port() {
    return server.getAddress().getPort();
  }

  /// The value for `AWS_SESSION_TOKEN`.
  public String token() {
    return token;
  }

  /// The number of requests so far.
  public int asked() {
    return asked.get();
  }

  /// Answers differently from now on.
  public void misbehave(HttpHandler instead) {
    handler = instead;
  }

  /// Answers normally again.
  public void behave() {
    handler = this::answer;
  }

  private void serve(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    try (exchange) {
      handler.handle(exchange);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String given = exchange.getRequestHeaders().getFirst("X-Aws-Parameters-Secrets-Token");
    if (!exchange.getRequestURI().getPath().equals("/secretsmanager/get")
        || query == null
        || !query.startsWith(QUERY)) {
      send(exchange, 400, "bad request");
    } else if (!token.equals(given)) {
      send(exchange, 403, "forbidden");
    } else {
      String name = URLDecoder.decode(query.substring(QUERY.length()), StandardCharsets.UTF_8);
      Optional<String> text = secrets.apply(name);
      send(
          exchange,
          text.isPresent() ? 200 : 404,
          text.map(secret -> json(name, secret)).orElse("ResourceNotFoundException"));
    }
  }

  private static String json(String name, String secret) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("ARN", "arn:aws:secretsmanager:us-east-1:000000000000:secret:" + name + "-AbCdEf")
        .put("Name", name)
        .put("SecretString", secret)
        .toString();
  }

  /// Answers with a status and a text.
  public static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
