package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.domain.signature.DeliveryDigest;
import io.schemamemory.local.runtime.RunEvent;
import io.schemamemory.local.template.Stack;
import io.schemamemory.testkit.PostgresServer;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.metrics.DocumentedMetrics;
import io.schemamemory.testkit.metrics.PrintedMetrics;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a function prints, in a cold start, a run and a failure, is a line of JSON: CloudWatch
/// cannot search others by their fields, nor filter them by their level.
class FunctionOutputIT {
  private static final String SECRET = "4f1d00c0ffee4f1d00c0ffee4f1d00c0ffee";
  private static final List<String> BY_HAND =
      List.of("normalize-deliveries", "poll-audit-log", "apply-retention", "migrate-schema");

  private static final Map<String, String> METRICS_OF =
      Map.of(
          "ReceiveWebhook", "receive-webhook",
          "NormalizeDeliveries", "normalize-deliveries",
          "PollAuditLog", "poll-audit-log",
          "ApplyRetention", "apply-retention");

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
      LocalRun run =
          LocalRun.start(
              GivenDatabase.settings(SECRET, direct, direct),
              GivenDatabase.impatientRoot(home),
              home,
              closing,
              outputOnly());
      Caller caller = new Caller(run.uri(), client);
      for (byte[] body : List.of(STORED, POISON)) {
        // A cold receiver on a busy machine may spill it first.
        do {
          caller.untilAccepted(SECRET, body);
        } while (!steps(body).contains("ReceiveWebhook: received"));
      }
      assertThat(caller.webhook("another", STORED)).isEqualTo(401);
      for (String function : BY_HAND) {
        caller.invoke(function, "{}");
        caller.invoke(function, "{\"command\":\"misspelt\"}");
      }
      server.kill();
      caller.untilAccepted(SECRET, SPILLED);
      for (String function : BY_HAND) {
        caller.invoke(function, "{}");
      }
      server.startAgain();
      await(() -> steps(SPILLED).contains("NormalizeDeliveries: stored"));
      caller.invoke("normalize-deliveries", "{}");
    } finally {
      closing.close();
      server.close();
    }
  }

  @Test
  void every_line_is_json() {
    assertThat(OUTPUT.stream().map(RunEvent.Output::function).distinct()).hasSize(5);
    assertThat(OUTPUT.stream().filter(line -> !LogLine.isOne(line.text())))
        .as("lines that are not JSON")
        .isEmpty();
  }

  @Test
  void metrics_are_those_of_the_function_s_row_in_operations_md() {
    Map<String, List<RunEvent.Output>> byFunction =
        OUTPUT.stream().collect(Collectors.groupingBy(RunEvent.Output::function));
    for (Map.Entry<String, String> function : METRICS_OF.entrySet()) {
      Stream<String> lines =
          byFunction.getOrDefault(function.getKey(), List.of()).stream().map(RunEvent.Output::text);
      assertThat(PrintedMetrics.in(lines, "SchemaMemory/" + Stack.NAME).names())
          .isNotEmpty()
          .isSubsetOf(DocumentedMetrics.of(function.getValue()));
    }
  }

  @Test
  void a_delivery_is_followed_by_its_digest_from_receipt_to_observation() {
    assertThat(steps(STORED))
        .containsSubsequence("ReceiveWebhook: received", "NormalizeDeliveries: normalized");
  }

  @Test
  void a_spilled_delivery_is_followed_through_the_queue() {
    assertThat(steps(SPILLED))
        .containsSubsequence(
            "ReceiveWebhook: spilled",
            "NormalizeDeliveries: stored",
            "NormalizeDeliveries: normalized");
  }

  @Test
  void a_delivery_that_is_quarantined_is_followed_there() {
    assertThat(steps(POISON))
        .containsSubsequence("ReceiveWebhook: received", "NormalizeDeliveries: quarantined");
  }

  /// The first word of each line that names a delivery.
  private static List<String> steps(byte[] body) {
    String digest = DeliveryDigest.of(body).hex();
    return OUTPUT.stream()
        .filter(line -> line.text().contains(digest))
        .map(line -> line.function() + ": " + LogLine.message(line.text()))
        .map(line -> line.replaceAll("^(\\S+: \\S+).*", "$1"))
        .toList();
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
}
