package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.domain.signature.DeliveryDigest;
import io.schemamemory.local.runtime.RunEvent;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a function prints, in a cold start, a run and a failure, is a line of JSON: CloudWatch
/// cannot search others by their fields, nor filter them by their level.
class FunctionOutputIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "4f1d00c0ffee4f1d00c0ffee4f1d00c0ffee";
  private static final List<String> BY_HAND =
      List.of("normalize-deliveries", "poll-audit-log", "apply-retention", "migrate-schema");

  private static final byte[] STORED = Samples.payload("branch.ready");
  private static final byte[] SPILLED = Samples.payload("deploy_request.opened");
  private static final byte[] POISON = "not json".getBytes(UTF_8);

  private static final List<RunEvent.Output> OUTPUT = new CopyOnWriteArrayList<>();

  @TempDir private static Path home;

  /// What every test looks at.
  @BeforeAll
  static void run() throws Exception {
    Closing closing = new Closing();
    PostgresServer server = PostgresServer.start();
    DatabaseUrl direct = server.createDatabase("output", "template1");
    try (HttpClient client = HttpClient.newHttpClient()) {
      LocalRun run = LocalRun.start(settings(direct), impatientRoot(), home, closing, outputOnly());
      Caller caller = new Caller(run.uri(), client);
      assertThat(caller.webhook(SECRET, STORED)).isEqualTo(202);
      assertThat(caller.webhook(SECRET, POISON)).isEqualTo(202);
      assertThat(caller.webhook("another", STORED)).isEqualTo(401);
      for (String function : BY_HAND) {
        caller.invoke(function, "{}");
        caller.invoke(function, "{\"command\":\"misspelt\"}");
      }
      server.kill();
      assertThat(caller.webhook(SECRET, SPILLED)).isEqualTo(202);
      for (String function : BY_HAND) {
        caller.invoke(function, "{}");
      }
      server.startAgain();
      await(() -> anyLine("stored spilled message="));
      caller.invoke("normalize-deliveries", "{}");
    } finally {
      closing.close();
      server.close();
    }
  }

  @Test
  void every_line_is_json() {
    assertThat(OUTPUT.stream().map(RunEvent.Output::function).distinct()).hasSize(5);
    assertThat(OUTPUT.stream().filter(line -> !isLogLine(line.text())))
        .as("lines that are not JSON")
        .isEmpty();
  }

  @Test
  void a_delivery_is_followed_by_its_digest_from_receipt_to_observation() {
    assertThat(lines(STORED))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("ReceiveWebhook | received STORED source=default"),
            line -> assertThat(line).startsWith("NormalizeDeliveries | normalized a batch"));
  }

  @Test
  void a_spilled_delivery_is_followed_through_the_queue() {
    assertThat(lines(SPILLED))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("ReceiveWebhook | spilled source=default"),
            line -> assertThat(line).startsWith("NormalizeDeliveries | stored spilled message="),
            line -> assertThat(line).startsWith("NormalizeDeliveries | normalized a batch"));
  }

  @Test
  void a_delivery_that_is_quarantined_is_followed_there() {
    assertThat(lines(POISON))
        .anySatisfy(
            line -> assertThat(line).startsWith("NormalizeDeliveries | quarantined delivery="));
  }

  /// Those that name a delivery; attempts that failed while the database was away are left out.
  private static List<String> lines(byte[] body) {
    String digest = DeliveryDigest.of(body).hex();
    return OUTPUT.stream()
        .filter(line -> line.text().contains(digest) && !line.text().contains("storing failed"))
        .map(line -> line.function() + " | " + message(line.text()))
        .toList();
  }

  private static String message(String line) {
    try {
      return JSON.readTree(line).path("message").asText();
    } catch (JsonProcessingException noJson) {
      throw new AssertionError(line, noJson);
    }
  }

  private static LocalSettings settings(DatabaseUrl direct) {
    return LocalSettings.of(
        new Environment(
            Map.of(
                "PORT",
                "0",
                "PLANETSCALE_WEBHOOK_SECRET",
                SECRET,
                "DATABASE_DIRECT_URL",
                direct.reveal(),
                "DATABASE_POOLED_URL",
                direct.reveal())));
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

  private static boolean anyLine(String text) {
    return OUTPUT.stream().anyMatch(line -> line.text().contains(text));
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
  }

  private static Reports outputOnly() {
    return new Reports(
        _ -> {},
        event -> {
          if (event instanceof RunEvent.Output line) {
            OUTPUT.add(line);
          }
        });
  }

  /// The same project, but spilled messages that fail are retried at once.
  private static Path impatientRoot() throws IOException {
    Path root = Files.createDirectory(home.resolve("root"));
    for (String folder : List.of("functions", "local")) {
      Files.createSymbolicLink(root.resolve(folder), Samples.root().resolve(folder));
    }
    String template = Files.readString(Samples.root().resolve("template.yaml"));
    Files.writeString(
        root.resolve("template.yaml"),
        template.replace("VisibilityTimeout: 360", "VisibilityTimeout: 1"));
    return root;
  }
}
