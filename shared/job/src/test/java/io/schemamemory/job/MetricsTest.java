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
  void a_number_stands_by_itself_and_by_its_dimension() {
    assertThat(METRICS.line(Instant.ofEpochMilli(7), "Organization", "acme", Map.of("Entries", 3L)))
        .isEqualTo(
            "{\"_aws\":{\"Timestamp\":7,\"CloudWatchMetrics\":[{\"Namespace\":\"SchemaMemory/stack\","
                + "\"Dimensions\":[[],[\"Organization\"]],\"Metrics\":[{\"Name\":\"Entries\"}]}]},"
                + "\"Organization\":\"acme\",\"Entries\":3}");
  }

  @Test
  void a_number_without_a_dimension_stands_by_itself() {
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
  void what_is_unfit_for_json_does_not_end_the_line_early() {
    assertThat(METRICS.line(Instant.EPOCH, "Organization", "a\"\n,b", Map.of("Entries", 3L)))
        .contains("\"Organization\":\"a___b\"");
  }

  @Test
  void a_namespace_cloudwatch_would_refuse_is_refused() {
    assertThatThrownBy(() -> new Metrics("a b\"")).isInstanceOf(IllegalArgumentException.class);
  }
}
