package io.schemamemory.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Metrics METRICS = new Metrics("SchemaMemory/stack");

  @Test
  void a_number_has_no_dimension() {
    assertThat(METRICS.line(Instant.ofEpochMilli(7), Map.of("Runs", 1L)))
        .isEqualTo(
            "{\"_aws\":{\"Timestamp\":7,\"CloudWatchMetrics\":[{\"Namespace\":\"SchemaMemory/stack\","
                + "\"Dimensions\":[[]],\"Metrics\":[{\"Name\":\"Runs\"}]}]},\"Runs\":1}");
  }

  @Test
  void without_a_namespace_there_are_no_metrics_and_a_malformed_one_stops_the_start() {
    assertThat(Metrics.of(new Environment(Map.of()))).isEmpty();
    assertThat(Metrics.of(new Environment(Map.of("METRICS_NAMESPACE", "SchemaMemory/stack"))))
        .hasValue(METRICS);
    assertThatThrownBy(() -> Metrics.of(new Environment(Map.of("METRICS_NAMESPACE", "a b"))))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("METRICS_NAMESPACE");
  }

  @Test
  void a_namespace_cloudwatch_would_refuse_is_refused() {
    assertThatThrownBy(() -> new Metrics("a b\"")).isInstanceOf(IllegalArgumentException.class);
  }
}
