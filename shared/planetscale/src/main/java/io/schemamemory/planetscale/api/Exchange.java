package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.Reply.Lost;
import io.schemamemory.planetscale.api.Reply.Received;
import io.schemamemory.planetscale.api.resource.Raw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
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

/// One request and its reply, within limits.
final class Exchange implements AutoCloseable {
  private final RequestLimits limits;
  private final HttpClient http;

  Exchange(RequestLimits limits) {
    this.limits = limits;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            // A token goes where it was meant to go.
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connect())
            .build();
  }

  /// Gets what is at an address.
  ///
  /// @param left of the caller's time
  Reply get(URI address, ServiceToken token, Duration left) {
    Duration time = left.compareTo(limits.answer()) < 0 ? left : limits.answer();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", token.header())
            .header("Accept", "application/json")
            .header("Accept-Encoding", "gzip")
            .header("User-Agent", "schema-memory")
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, _ -> new BoundedBody(limits.bodyBytes()));
    try {
      // The request's own timeout would end with the headers, and leave the body for ever.
      return unpacked(answer.get(time.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      answer.cancel(true);
      return new Lost("no whole answer came within " + time.toMillis() + " ms", true);
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Lost("the asking was interrupted", false);
    } catch (ExecutionException failure) {
      return lost(Objects.requireNonNullElse(failure.getCause(), failure));
    }
  }

  private Reply unpacked(HttpResponse<byte[]> response) {
    String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "identity" -> received(response, response.body());
      case "gzip" -> gunzipped(response);
      default -> new Lost("the answer is packed in a way that was not asked for", true);
    };
  }

  private Reply gunzipped(HttpResponse<byte[]> response) {
    try (GZIPInputStream unpacked =
        new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      byte[] body = unpacked.readNBytes(limits.bodyBytes() + 1);
      return body.length > limits.bodyBytes() ? tooLong() : received(response, body);
    } catch (IOException broken) {
      return new Lost("the answer's gzip is broken or cut short", true);
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

  /// Says what happened without the message, which is the JDK's to change and may tell anything.
  private Lost lost(Throwable failure) {
    return switch (failure) {
      case BoundedBody.TooLongException _ -> tooLong();
      case HttpConnectTimeoutException _ ->
          new Lost("no connection within " + limits.connect().toMillis() + " ms", true);
      case ConnectException _ ->
          new Lost("no connection: nothing listens there, or the name is unknown", true);
      case SSLException _ -> new Lost("TLS failed: the server did not prove who it is", true);
      default ->
          new Lost("the connection was lost (" + failure.getClass().getSimpleName() + ")", true);
    };
  }

  private Lost tooLong() {
    return new Lost(
        "the answer is longer than " + limits.bodyBytes() + " bytes: ask for fewer items a page",
        false);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
