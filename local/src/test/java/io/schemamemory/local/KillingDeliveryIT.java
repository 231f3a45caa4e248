package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.runtime.Functions;
import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.runtime.RuntimeClient;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.LogFormat;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A delivery that kills its function: reading it takes more memory than there is.
class KillingDeliveryIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  private static final int MEGABYTES = 96;

  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private Functions functions;

  @BeforeEach
  void start() {
    Function normalize =
        new Function(
            "NormalizeDeliveries",
            "normalize-deliveries",
            "io.schemamemory.normalizedeliveries.NormalizeDeliveries",
            Duration.ofSeconds(60),
            MEGABYTES,
            LogFormat.TEXT,
            false,
            Map.of(
                "DATABASE_URL",
                database.url(Login.NORMALIZE_DELIVERIES).reveal(),
                "PLANETSCALE_WEBHOOK_SECRET",
                Samples.SECRET),
            List.of(),
            List.of());
    functions =
        new Functions(
            List.of(normalize),
            function -> Code.built(Samples.root(), function),
            RuntimeClient.built(Samples.root()),
            event -> log.add(event.line()));
  }

  @AfterEach
  void stop() {
    functions.close();
  }

  @Test
  void it_is_quarantined_after_its_attempts_and_later_deliveries_are_normalized_meanwhile() {
    database.receive(
        killing(), Samples.payload("branch.ready"), Samples.payload("deploy_request.opened"));

    dies();
    lapse();
    dies();
    assertThat(normalize()).contains("\"normalized\":2");
    for (int attempt = 3; attempt <= 5; attempt++) {
      lapse();
      dies();
    }
    lapse();
    assertThat(normalize()).contains("\"quarantined\":1");

    assertThat(database.rows("select reason from memory.quarantine"))
        .containsExactly(Map.of("reason", "normalizing it did not end in 5 attempts"));
    assertThat(database.rows("select from memory.pending")).isEmpty();
  }

  private void dies() {
    assertThat(functions.invoke("NormalizeDeliveries", Payload.of("{}")))
        .as("log: %s", log)
        .isInstanceOfSatisfying(
            InvocationOutcome.Failed.class,
            failed -> assertThat(failed.errorType()).isEqualTo("Runtime.ExitError"));
  }

  private String normalize() {
    InvocationOutcome outcome = functions.invoke("NormalizeDeliveries", Payload.of("{}"));
    assertThat(outcome).as("log: %s", log).isInstanceOf(InvocationOutcome.Answered.class);
    return new String(((InvocationOutcome.Answered) outcome).payload().bytes(), UTF_8);
  }

  private static void lapse() {
    database.asOwner("update memory.pending set not_before = clock_timestamp()");
  }

  /// Megabytes of empty arrays, each an object once it is read.
  private static byte[] killing() {
    String resource =
        "\"resource\":{\"id\":\"b1\",\"name\":\"main\",\"all\":[" + "[],".repeat(1_300_000) + "0]}";
    return ("{\"timestamp\":1777744335,\"event\":\"branch.ready\",\"organization\":\"acme\","
            + "\"database\":\"shop\","
            + resource
            + "}")
        .getBytes(UTF_8);
  }
}
