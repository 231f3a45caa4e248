package io.schemamemory.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Metrics METRICS = new Metrics("SchemaMemory/stack", "Organization");

  @Test
  void a_number_stands_by_itself_and_by_its_dimension() {
    assertThat(METRICS.line(Instant.ofEpochMilli(7), "acme", Map.of("Entries", 3L)))
        .isEqualTo(
            "{\"_aws\":{\"Timestamp\":7,\"CloudWatchMetrics\":[{\"Namespace\":\"SchemaMemory/stack\","
                + "\"Dimensions\":[[],[\"Organization\"]],\"Metrics\":[{\"Name\":\"Entries\"}]}]},"
                + "\"Organization\":\"acme\",\"Entries\":3}");
  }

  @Test
  void what_is_unfit_for_json_does_not_end_the_line_early() {
    assertThat(METRICS.line(Instant.EPOCH, "a\"\n,b", Map.of("Entries", 3L)))
        .contains("\"Organization\":\"a___b\"");
  }

  @Test
  void a_namespace_cloudwatch_would_refuse_is_refused() {
    assertThatThrownBy(() -> new Metrics("a b\"", "Organization"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
