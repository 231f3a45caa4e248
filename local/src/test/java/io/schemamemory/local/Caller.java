package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// Sends webhooks and invokes functions.
record Caller(URI uri, HttpClient client) {
  private static final int MOST_TRIES = 20;

  int webhook(String secret, byte[] body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri.resolve("/api/planetscale/webhooks"))
            .header(Signatures.HEADER, Signatures.sign(secret, body))
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /// A cold receiver on a busy machine may be too late for the queue, and says so with 503.
  void untilAccepted(String secret, byte[] body) throws IOException, InterruptedException {
    for (int status = webhook(secret, body), tries = 1; status != 202; tries++) {
      if (status != 503 || tries == MOST_TRIES) {
        throw new AssertionError("answered " + status);
      }
      status = webhook(secret, body);
    }
  }

  void invoke(String function, String event) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(uri.resolve("/2015-03-31/functions/" + function + "/invocations"))
            .POST(BodyPublishers.ofString(event, UTF_8)));
  }

  private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
