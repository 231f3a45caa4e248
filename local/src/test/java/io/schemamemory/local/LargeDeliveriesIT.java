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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Far more bodies than fit into memory, all pending at once.
class LargeDeliveriesIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  /// A quarter of what is declared, so that a quarter of the bodies is enough: 75 of 4 MB.
  private static final int MEGABYTES = 256;

  private static final int DELIVERIES = 75;

  @Test
  void large_bodies_are_normalized_in_batches_that_fit_into_memory() {
    for (int i = 0; i < DELIVERIES; i++) {
      database.receive(large(i));
    }
    Queue<String> log = new ConcurrentLinkedQueue<>();
    try (Functions functions =
        new Functions(
            List.of(normalize()),
            function -> Code.built(Samples.root(), function),
            RuntimeClient.built(Samples.root()),
            event -> log.add(event.line()))) {
      InvocationOutcome outcome = functions.invoke("NormalizeDeliveries", Payload.of("{}"));

      assertThat(outcome).as("log: %s", log).isInstanceOf(InvocationOutcome.Answered.class);
    }
    assertThat(database.rows("select from memory.pending where attempts > 0")).isEmpty();
    assertThat(database.rows("select from memory.sighting")).hasSizeGreaterThan(10);
  }

  private static Function normalize() {
    return new Function(
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
  }

  /// An event with four megabytes in a field that nobody reads.
  private static byte[] large(int number) {
    String event = new String(Samples.payload("branch.ready"), UTF_8);
    String filling =
        "{\"n\":\"" + number + "x".repeat(4 * 1024 * 1024 - event.length() - 20) + "\",";
    return (filling + event.substring(1)).getBytes(UTF_8);
  }
}
