package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.local.runtime.RunEvent;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a function prints, in a cold start, a run and a failure, is a line of JSON: CloudWatch
/// cannot search others by their fields, nor filter them by their level.
class FunctionOutputIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "4f1d00c0ffee4f1d00c0ffee4f1d00c0ffee";
  private static final List<String> BY_HAND =
      List.of("normalize-deliveries", "poll-audit-log", "apply-retention", "migrate-schema");

  @TempDir private Path home;

  private final List<RunEvent.Output> output = new CopyOnWriteArrayList<>();
  private final PostgresServer server = PostgresServer.start();
  private final DatabaseUrl direct = server.createDatabase("output", "template1");
  private final Closing closing = new Closing();
  private final HttpClient client = HttpClient.newHttpClient();
  private LocalRun run;

  @BeforeEach
  void start() {
    LocalSettings settings =
        LocalSettings.of(
            new Environment(
                Map.of(
                    "PORT", "0",
                    "PLANETSCALE_WEBHOOK_SECRET", SECRET,
                    "DATABASE_DIRECT_URL", direct.reveal(),
                    "DATABASE_POOLED_URL", direct.reveal())));
    run =
        LocalRun.start(
            settings,
            Samples.root(),
            home,
            closing,
            new Reports(
                _ -> {},
                event -> {
                  if (event instanceof RunEvent.Output line) {
                    output.add(line);
                  }
                }));
  }

  @AfterEach
  void stop() {
    closing.close();
    server.close();
    client.close();
  }

  @Test
  void every_line_is_json() throws Exception {
    assertThat(webhook(SECRET)).isEqualTo(202);
    assertThat(webhook("another")).isEqualTo(401);
    for (String function : BY_HAND) {
      invoke(function, "{}");
      invoke(function, "{\"command\":\"misspelt\"}");
    }
    server.kill();
    assertThat(webhook(SECRET)).isEqualTo(202);
    for (String function : BY_HAND) {
      invoke(function, "{}");
    }

    assertThat(output.stream().map(RunEvent.Output::function).distinct()).hasSize(5);
    assertThat(output.stream().filter(line -> !isLogLine(line.text())))
        .as("lines that are not JSON")
        .isEmpty();
  }

  private static boolean isLogLine(String line) {
    try {
      JsonNode read = JSON.readTree(line);
      return read.has("_aws")
          || (read.path("timestamp").isTextual()
              && read.path("level").isTextual()
              && read.path("message").isTextual());
    } catch (JsonProcessingException noJson) {
      return false;
    }
  }

  private int webhook(String secret) throws IOException, InterruptedException {
    byte[] body = Samples.payload("branch.ready");
    return send(
        HttpRequest.newBuilder(run.uri().resolve("/api/planetscale/webhooks"))
            .header(Signatures.HEADER, Signatures.sign(secret, body))
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private void invoke(String function, String event) throws IOException, InterruptedException {
    URI uri = run.uri().resolve("/2015-03-31/functions/" + function + "/invocations");
    send(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(event, UTF_8)));
  }

  private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
