package io.schemamemory.migrateschema.deploy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Puts an answer where CloudFormation waits for it, and tries again while there is time.
final class AnswerSender {
  private static final Duration ATTEMPT = Duration.ofSeconds(5);

  /// Longer outages of S3 are rare, and the deploy can be repeated.
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /// @throws UnansweredException if it was not taken
  void send(ResponseUrl to, byte[] body, Duration within) {
    long end = System.nanoTime() + shorter(within, LONGEST).toNanos();
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ATTEMPT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    try {
      Duration pause = Duration.ofMillis(200);
      String last = put(http, to, body, left(end));
      while (!last.isEmpty() && left(end).compareTo(pause) > 0) {
        // S3 does not say when it is back, and the deploy waits for nothing but this answer.
        Thread.sleep(pause);
        pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        last = put(http, to, body, left(end));
      }
      if (!last.isEmpty()) {
        throw new UnansweredException(last);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new UnansweredException("the invocation ended");
    } finally {
      http.shutdownNow();
    }
  }

  /// Why it was not taken and may be tried again; empty if it was taken.
  private static String put(HttpClient http, ResponseUrl to, byte[] body, Duration left)
      throws InterruptedException {
    // The address is signed for a request without a content type, which this client does not add.
    HttpRequest request =
        HttpRequest.newBuilder(to.uri()).PUT(HttpRequest.BodyPublishers.ofByteArray(body)).build();
    CompletableFuture<HttpResponse<Void>> response =
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    try {
      // A limit of the request would not hold for the rest of a slow response.
      int status =
          response.get(shorter(left, ATTEMPT).toMillis(), TimeUnit.MILLISECONDS).statusCode();
      if (status / 100 == 4) {
        throw new UnansweredException("it was answered " + status);
      }
      return status / 100 == 2 ? "" : "it was answered " + status;
    } catch (TimeoutException hanging) {
      response.cancel(true);
      return "no response came in time";
    } catch (ExecutionException failure) {
      return failure.getCause() instanceof IOException unreachable
          ? unreachable.getClass().getSimpleName()
          : "the request failed";
    }
  }

  private static Duration left(long end) {
    return Duration.ofNanos(end - System.nanoTime());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
