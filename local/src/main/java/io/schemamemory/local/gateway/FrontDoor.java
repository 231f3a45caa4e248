package io.schemamemory.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.RunEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// The HTTP server in front of all functions; reachable only from this machine.
public final class FrontDoor implements AutoCloseable {
  private final InvokeApi invokeApi;
  private final HttpApi httpApi;
  private final Consumer<RunEvent> sink;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private FrontDoor(HttpServer server, Functions functions, Clock clock, Consumer<RunEvent> sink) {
    this.server = server;
    this.sink = sink;
    invokeApi = new InvokeApi(functions);
    httpApi = new HttpApi(functions, clock);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
  }

  /// Port 0 takes a free one.
  public static FrontDoor open(
      int port, Functions functions, Clock clock, Consumer<RunEvent> sink) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      FrontDoor door = new FrontDoor(HttpServer.create(address, 0), functions, clock, sink);
      door.server.start();
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot listen on port " + port + ": set PORT to another, or to 0 for a free one", e);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try {
      answer(exchange).send(exchange);
    } catch (RuntimeException e) {
      sink.accept(new RunEvent.Problem("the front door failed: " + e));
      // For example an invalid header: nothing has been sent yet, so the caller can still get an
      // answer.
      if (exchange.getResponseCode() == -1) {
        exchange.getResponseHeaders().clear();
        Response.message(500, "Internal Server Error").send(exchange);
      }
    } finally {
      exchange.close();
    }
  }

  private Response answer(HttpExchange exchange) throws IOException {
    Optional<Response> invoked = invokeApi.answer(exchange);
    return invoked.isPresent() ? invoked.get() : httpApi.answer(exchange);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
