package io.schemamemory.local.rehearsal.scene;

import io.schemamemory.local.demo.Cast;
import io.schemamemory.local.rehearsal.terminal.Expect;
import io.schemamemory.local.rehearsal.terminal.RehearsalException;
import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// Posts signed webhooks as PlanetScale does.
public final class Webhooks {
  /// The local runner starts a process within the function's own timeout; a busy machine needs
  /// more.
  private static final int ATTEMPTS = 8;

  private static final int SEND_AGAIN = 500;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;
  private final String secret;
  private final Cast cast;

  public Webhooks(URI url, String secret, Cast cast) {
    this.url = url;
    this.secret = secret;
    this.cast = cast;
  }

  /// Posts an event until it is answered 202; a 5xx asks the sender to send it again.
  public void post(String event) {
    byte[] body = cast.play(event);
    expect(202, event, body, Signatures.sign(secret, body));
  }

  /// Posts an event with a wrong signature.
  public void forge(String event) {
    expect(401, event + " with a wrong signature", cast.play(event), "0".repeat(64));
  }

  private void expect(int expected, String what, byte[] body, String signature) {
    int status = status(body, signature);
    for (int attempt = 1; attempt < ATTEMPTS && status >= SEND_AGAIN; attempt++) {
      status = status(body, signature);
    }
    Expect.same(status, expected, "the answer to " + what);
  }

  private int status(byte[] body, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header(Signatures.HEADER, signature)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException failure) {
      throw new UncheckedIOException("no answer from the front door", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RehearsalException("stopped");
    }
  }
}
