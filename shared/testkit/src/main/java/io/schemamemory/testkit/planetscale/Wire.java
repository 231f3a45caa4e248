package io.schemamemory.testkit.planetscale;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.schemamemory.testkit.planetscale.StandInReply.Delivery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Sends replies over the connection, completely or not.
final class Wire implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);

  void send(HttpExchange exchange, StandInReply reply) throws IOException {
    try (exchange) {
      if (reply.delivery() == Delivery.HANGING) {
        closed.await();
      } else if (reply.delivery() != Delivery.CLOSED) {
        sendBody(exchange, reply, packed(exchange, reply));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendBody(HttpExchange exchange, StandInReply reply, byte[] body)
      throws IOException, InterruptedException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (reply.delivery() == Delivery.WHOLE) {
      exchange.getResponseBody().write(body);
      return;
    }
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
    if (reply.delivery() == Delivery.STALLED) {
      closed.await();
    }
  }

  /// Compressed if the client accepts it, unless the reply sets its own encoding.
  private static byte[] packed(HttpExchange exchange, StandInReply reply) throws IOException {
    byte[] plain = reply.body().getBytes(UTF_8);
    @Nullable String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    if (accepted == null
        || !accepted.contains("gzip")
        || plain.length == 0
        || reply.headers().containsKey("Content-Encoding")) {
      return plain;
    }
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
