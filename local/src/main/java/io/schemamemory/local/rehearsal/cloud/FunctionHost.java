package io.schemamemory.local.rehearsal.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Where the local AWS hands over its invocations: event in, answer out.
public final class FunctionHost implements AutoCloseable {
  private static final String NAME = "X-Amzn-Lambda-Function-Name";
  private static final String VERSION = "X-Amzn-Lambda-Function-Version";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Known once the local AWS is, which needs this server's address first.
  private final CompletableFuture<DeployedFunctions> functions = new CompletableFuture<>();

  private FunctionHost(HttpServer server) {
    this.server = server;
    server.createContext("/", this::serve);
    server.setExecutor(threads);
  }

  public static FunctionHost open() {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      FunctionHost host = new FunctionHost(HttpServer.create(any, 0));
      host.server.start();
      return host;
    } catch (IOException failure) {
      throw new UncheckedIOException("nothing can listen on 127.0.0.1", failure);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  public void serve(DeployedFunctions deployed) {
    functions.complete(deployed);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Payload event = Payload.of(exchange.getRequestBody().readAllBytes());
      send(exchange, invoke(header(exchange, NAME), header(exchange, VERSION), event));
    }
  }

  private InvocationOutcome invoke(String name, String version, Payload event) {
    try {
      return functions.join().invoke(name, version, event);
    } catch (RuntimeException failure) {
      return new InvocationOutcome.Failed("Rehearsal", Payload.of(String.valueOf(failure)));
    }
  }

  /// Anything but 200 is a failed invocation to MiniStack.
  private static void send(HttpExchange exchange, InvocationOutcome outcome) throws IOException {
    switch (outcome) {
      case InvocationOutcome.Answered(Payload answer) -> send(exchange, 200, answer);
      case InvocationOutcome.Failed failed -> send(exchange, 500, failed.error());
      case InvocationOutcome.TimedOut late -> send(exchange, 500, late.error());
      case InvocationOutcome.Throttled _ -> send(exchange, 429, Payload.of("{}"));
    }
  }

  private static void send(HttpExchange exchange, int status, Payload body) throws IOException {
    exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.size());
    try (OutputStream stream = exchange.getResponseBody()) {
      stream.write(body.bytes());
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
