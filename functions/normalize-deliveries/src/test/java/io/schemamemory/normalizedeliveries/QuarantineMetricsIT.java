package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.metrics.DocumentedMetrics;
import io.schemamemory.testkit.metrics.PrintedMetrics;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.stream.SystemOut;

class QuarantineMetricsIT extends NormalizerFixture {
  @SystemStub private final SystemOut out = new SystemOut();

  @Test
  void a_poison_that_comes_each_minute_does_not_hide_a_new_one() {
    environment.set("METRICS_NAMESPACE", "SchemaMemory/stack");
    database.receive("not json".getBytes(UTF_8));
    run();
    // A stale secret is printed when there is one.
    assertThat(Stream.concat(printed().names().stream(), Stream.of("SecretsStale")))
        .containsExactlyInAnyOrderElementsOf(DocumentedMetrics.of("normalize-deliveries"));
    assertThat(printed().last("NewQuarantineReasons")).isEqualTo(1);

    database.asOwner("update memory.quarantine set quarantined_at = now() - interval '1 hour'");
    database.receive("not json either".getBytes(UTF_8));
    run();
    assertThat(printed().last("NewQuarantineReasons")).isZero();

    database.receive(new byte[0]);
    run();
    assertThat(printed().last("NewQuarantineReasons")).isEqualTo(1);
    assertThat(printed().last("Quarantined")).isEqualTo(3);
  }

  private PrintedMetrics printed() {
    return PrintedMetrics.in(out.getLines(), "SchemaMemory/stack");
  }
}
