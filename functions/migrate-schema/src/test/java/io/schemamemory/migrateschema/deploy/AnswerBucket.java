package io.schemamemory.migrateschema.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// Plays the bucket in which CloudFormation waits for answers.
final class AnswerBucket implements AutoCloseable {
  /// What it has of one request.
  record Put(String method, String query, boolean hasContentType, String body) {
    Map<String, String> fields() {
      try {
        return JsonMapper.createDefault()
            .readValue(body, Argument.mapOf(String.class, String.class));
      } catch (IOException malformed) {
        throw new UncheckedIOException("no JSON was put", malformed);
      }
    }
  }

  private final List<Put> puts = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);
  private final BlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile boolean hanging;

  AnswerBucket() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  /// Answers so once, the first time before the second.
  AnswerBucket answering(int status) {
    statuses.add(status);
    return this;
  }

  /// Takes requests and never answers.
  AnswerBucket hanging() {
    hanging = true;
    return this;
  }

  String url() {
    return "http://127.0.0.1:"
        + server.getAddress().getPort()
        + "/arn%3Aaws%3Astack?X-Amz-Signature=a%2Fb";
  }

  List<Put> puts() {
    return List.copyOf(puts);
  }

  /// The only request there was.
  Put only() {
    if (puts.size() != 1) {
      throw new AssertionError("there were " + puts.size() + " requests");
    }
    return puts.getFirst();
  }

  /// Waits for a request.
  void awaitFirst() throws InterruptedException {
    first.await();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      puts.add(
          new Put(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawQuery(),
              exchange.getRequestHeaders().containsKey("Content-Type"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      first.countDown();
      if (hanging) {
        closed.await();
      }
      Integer status = statuses.poll();
      exchange.sendResponseHeaders(status == null ? 200 : status, -1);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
