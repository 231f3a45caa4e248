package io.schemamemory.local.demo;

import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/// Calls the front door as PlanetScale and an AWS SDK do.
final class FrontDoorClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI door;
  private final Sender sender;

  FrontDoorClient(URI door, Sender sender) {
    this.door = door;
    this.sender = sender;
  }

  /// Posts a signed webhook and returns the response's status.
  int post(byte[] body) {
    return post(body, sender.sign(body));
  }

  int post(byte[] body, String signature) {
    return send(HttpRequest.newBuilder(door.resolve(sender.path()))
            .header("Content-Type", "application/json")
            .header(Signatures.HEADER, signature)
            .POST(BodyPublishers.ofByteArray(body)))
        .statusCode();
  }

  /// Invokes a function through the Invoke API and returns its response.
  String invoke(String logicalId) {
    HttpResponse<byte[]> answer =
        send(
            HttpRequest.newBuilder(
                    door.resolve("/2015-03-31/functions/" + logicalId + "/invocations"))
                .POST(BodyPublishers.ofString("{}")));
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    if (answer.headers().firstValue("X-Amz-Function-Error").isPresent()) {
      throw new IllegalStateException(
          "the demo cannot go on: " + logicalId + " failed: " + AnswerLine.error(text));
    }
    return text;
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      throw new UncheckedIOException("no answer from " + door, failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for an answer", stopped);
    }
  }
}
