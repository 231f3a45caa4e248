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
  int webhook(String secret, byte[] body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri.resolve("/api/planetscale/webhooks"))
            .header(Signatures.HEADER, Signatures.sign(secret, body))
            .POST(BodyPublishers.ofByteArray(body)));
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
