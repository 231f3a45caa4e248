package io.schemamemory.local.runtime;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lambda's Runtime API for one process, on a port of its own.
final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final Pattern RESULT = Pattern.compile("invocation/([^/]+)/(response|error)");
  private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";

  /// Lambda's limit for a synchronous response: 6 MB and a little for its envelope.
  private static final int MAX_ANSWER = 6 * 1024 * 1024 + 100;

  private final Handover handover;
  private final Snapshot snapshot;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  RuntimeApi(Handover handover, Snapshot snapshot) throws IOException {
    this.handover = handover;
    this.snapshot = snapshot;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(ROOT, this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /// The value of `AWS_LAMBDA_RUNTIME_API`.
  String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String call = exchange.getRequestURI().getPath().substring(ROOT.length());
      Matcher result = RESULT.matcher(call);
      if (call.equals("invocation/next")) {
        answerNext(exchange);
      } else if (call.equals("restore/next")) {
        snapshot.take();
        exchange.sendResponseHeaders(200, -1);
      } else if (call.equals("init/error")) {
        acknowledge(exchange, handover.initFailed(failure(exchange)));
      } else if (result.matches()) {
        InvocationOutcome outcome =
            result.group(2).equals("error") ? failure(exchange) : answer(exchange);
        acknowledge(exchange, handover.settle(result.group(1), outcome));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void answerNext(HttpExchange exchange) throws IOException, InterruptedException {
    Invocation next = handover.take();
    // The system clock, because the process measures its remaining time by it.
    long deadline = System.currentTimeMillis() + next.function().timeout().toMillis();
    Headers headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", next.requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", next.function().arn());
    // Without these two headers the client's native part crashes the JVM.
    headers.set("Lambda-Runtime-Trace-Id", traceId());
    headers.set("Content-Type", "application/json");
    byte[] event = next.event().bytes();
    exchange.sendResponseHeaders(200, event.length == 0 ? -1 : event.length);
    exchange.getResponseBody().write(event);
  }

  private static String traceId() {
    String random = UUID.randomUUID().toString().replace("-", "");
    return "Root=1-%s-%s;Sampled=0".formatted(random.substring(0, 8), random.substring(8));
  }

  private static InvocationOutcome answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    return body.length > MAX_ANSWER
        ? InvocationOutcome.Failed.of(
            "Function.ResponseSizeTooLarge",
            "Response payload size (%d bytes) exceeded maximum allowed payload size (%d bytes)."
                .formatted(body.length, MAX_ANSWER))
        : new InvocationOutcome.Answered(Payload.of(body));
  }

  private static InvocationOutcome.Failed failure(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst(ERROR_TYPE);
    byte[] body = exchange.getRequestBody().readAllBytes();
    return new InvocationOutcome.Failed(
        Objects.requireNonNullElse(type, "Unhandled"), Payload.of(body));
  }

  private static void acknowledge(HttpExchange exchange, boolean accepted) throws IOException {
    exchange.sendResponseHeaders(accepted ? 202 : 400, -1);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
