package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Several webhook senders; each sends the next one when the last was answered.
final class Senders implements AutoCloseable {
  private static final int THREADS = 4;

  private final URI webhooks;
  private final String secret;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger sent = new AtomicInteger();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private volatile boolean stopped;

  private Senders(URI door, String secret) {
    this.webhooks = door.resolve("/api/planetscale/webhooks");
    this.secret = secret;
  }

  static Senders start(URI door, String secret) {
    Senders senders = new Senders(door, secret);
    for (int i = 0; i < THREADS; i++) {
      senders.threads.execute(senders::send);
    }
    return senders;
  }

  /// Every answered body with its status; a sender without an answer has stopped.
  Map<String, Integer> answers() {
    return Map.copyOf(answers);
  }

  /// The bodies that were accepted with 2xx.
  Set<String> accepted() {
    return answers().entrySet().stream()
        .filter(answer -> answer.getValue() == 202)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /// Waits until this many more have been accepted.
  void awaitAccepted(int more) {
    int wanted = accepted().size() + more;
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (accepted().size() < wanted) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("accepted " + accepted().size() + " of " + wanted + " " + answers);
      }
      Thread.onSpinWait();
    }
  }

  private void send() {
    while (!stopped) {
      String body =
          "{\"timestamp\":1777744335,\"event\":\"branch.imagined\",\"number\":%d}"
              .formatted(sent.incrementAndGet());
      answers.put(body, post(body));
    }
  }

  private int post(String body) {
    try {
      return http.send(
              HttpRequest.newBuilder(webhooks)
                  .timeout(Duration.ofMinutes(1))
                  .header("Content-Type", "application/json")
                  .header(Signatures.HEADER, Signatures.sign(secret, body.getBytes(UTF_8)))
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (IOException failure) {
      throw new UncheckedIOException("a webhook was not answered at all", failure);
    } catch (InterruptedException ended) {
      throw new IllegalStateException("ended while waiting for an answer", ended);
    }
  }

  /// Waits until everything sent is answered.
  @Override
  public void close() {
    stopped = true;
    threads.close();
    http.close();
  }

  /// How many were sent but never answered.
  int unanswered() {
    return sent.get() - answers.size();
  }
}
