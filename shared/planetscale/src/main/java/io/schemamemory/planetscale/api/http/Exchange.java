package io.schemamemory.planetscale.api.http;

import io.schemamemory.planetscale.api.http.Reply.Lost;
import io.schemamemory.planetscale.api.http.Reply.OutOfTime;
import io.schemamemory.planetscale.api.http.Reply.Received;
import io.schemamemory.planetscale.api.http.Reply.Retry;
import io.schemamemory.planetscale.api.http.Reply.TooLong;
import io.schemamemory.planetscale.api.resource.Raw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;

/// Sends a request once and takes its reply, within limits.
public final class Exchange implements AutoCloseable {
  private final RequestLimits limits;
  private final HttpClient http;

  public Exchange(RequestLimits limits) {
    this.limits = limits;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            // A token goes where it was meant to go.
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connect())
            .build();
  }

  /// Sends a request.
  ///
  /// @param left of the caller's time
  public Reply send(HttpRequest.Builder request, Duration left) {
    Duration time = left.compareTo(limits.reply()) < 0 ? left : limits.reply();
    CompletableFuture<HttpResponse<byte[]>> response =
        http.sendAsync(
            request.setHeader("Accept-Encoding", "gzip").build(),
            _ -> new BoundedBody(limits.bodyBytes()));
    try {
      // The request's own timeout would end with the headers, and leave the body unlimited.
      return unpacked(response.get(time.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      response.cancel(true);
      return left.compareTo(limits.reply()) < 0
          ? new OutOfTime(left)
          : new Lost("no complete reply within " + time.toMillis() + " ms", Retry.IF_IDEMPOTENT);
    } catch (InterruptedException stopped) {
      response.cancel(true);
      Thread.currentThread().interrupt();
      return new Lost("the request was interrupted", Retry.USELESS);
    } catch (ExecutionException failure) {
      return lost(Objects.requireNonNullElse(failure.getCause(), failure));
    }
  }

  private Reply unpacked(HttpResponse<byte[]> response) {
    String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "identity" -> received(response, response.body());
      case "gzip" -> gunzipped(response);
      default ->
          new Lost("the reply has a content encoding that was not asked for", Retry.IF_IDEMPOTENT);
    };
  }

  private Reply gunzipped(HttpResponse<byte[]> response) {
    try (GZIPInputStream unpacked =
        new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      byte[] body = unpacked.readNBytes(limits.bodyBytes() + 1);
      return body.length > limits.bodyBytes() ? tooLong(body) : received(response, body);
    } catch (IOException broken) {
      return new Lost("the reply's gzip is broken or truncated", Retry.IF_IDEMPOTENT);
    }
  }

  private static Received received(HttpResponse<byte[]> response, byte[] body) {
    Optional<String> type =
        response.headers().firstValue("Content-Type").map(value -> value.split(";", 2)[0].strip());
    return new Received(
        response.statusCode(),
        type,
        response.headers().firstValue("Retry-After"),
        response.headers().firstValue("Date"),
        Raw.of(body));
  }

  /// Says what happened without the exception's message, which may contain anything.
  private Reply lost(Throwable failure) {
    return switch (failure) {
      case BoundedBody.TooLongException longer -> tooLong(longer.beginning());
      case HttpConnectTimeoutException _ ->
          new Lost("no connection within " + limits.connect().toMillis() + " ms", Retry.SAFE);
      case ConnectException _ ->
          new Lost("no connection: nothing listens there, or the name is unknown", Retry.SAFE);
      case SSLException _ ->
          new Lost("TLS failed: the server did not prove who it is", Retry.IF_IDEMPOTENT);
      default ->
          new Lost(
              "the connection was lost (" + failure.getClass().getSimpleName() + ")",
              Retry.IF_IDEMPOTENT);
    };
  }

  private TooLong tooLong(byte[] beginning) {
    return new TooLong(
        "the reply is longer than " + limits.bodyBytes() + " bytes", Raw.of(beginning));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
