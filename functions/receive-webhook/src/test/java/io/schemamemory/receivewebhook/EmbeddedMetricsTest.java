package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.metrics.DocumentedMetrics;
import io.schemamemory.testkit.metrics.PrintedMetrics;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;
import uk.org.webcompere.systemstubs.stream.SystemOut;

@ExtendWith(SystemStubsExtension.class)
class EmbeddedMetricsTest {
  @SystemStub private final SystemOut out = new SystemOut();

  @Test
  void an_event_is_one_line_of_the_embedded_metric_format() {
    new EmbeddedMetrics(Optional.of("SchemaMemory/stack"), FixedTime.CLOCK)
        .count(List.of(ReceiverMetric.SPILLED_DELIVERIES, ReceiverMetric.SOURCE_WITHOUT_ROW));

    assertThat(out.getLines())
        .containsExactly(
            "{\"_aws\":{\"Timestamp\":"
                + FixedTime.NOW.toEpochMilli()
                + ",\"CloudWatchMetrics\":[{\"Namespace\":\"SchemaMemory/stack\",\"Dimensions\":[[]],"
                + "\"Metrics\":[{\"Name\":\"SpilledDeliveries\"},{\"Name\":\"SourceWithoutRow\"}]}]},"
                + "\"SpilledDeliveries\":1,\"SourceWithoutRow\":1}");
  }

  @Test
  void every_metric_is_printed_as_operations_md_lists_it() {
    new EmbeddedMetrics(Optional.of("SchemaMemory/stack"), FixedTime.CLOCK)
        .count(List.of(ReceiverMetric.values()));

    assertThat(PrintedMetrics.in(out.getLines(), "SchemaMemory/stack").names())
        .containsExactlyInAnyOrderElementsOf(DocumentedMetrics.of("receive-webhook"));
  }

  @Test
  void without_a_namespace_or_an_event_nothing_is_printed() {
    EmbeddedMetrics.none().count(List.of(ReceiverMetric.SECRETS_STALE));
    new EmbeddedMetrics(Optional.of("SchemaMemory/stack"), FixedTime.CLOCK).count(List.of());

    assertThat(out.getText()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"", "a\n"})
  void a_namespace_cloudwatch_would_refuse_is_refused(String namespace) {
    assertThatThrownBy(() -> new EmbeddedMetrics(Optional.of(namespace), FixedTime.CLOCK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_reason_to_reject_a_request_has_a_metric_of_its_own() {
    EnumSet<Reason> reasons = EnumSet.allOf(Reason.class);
    // Only for what is verified again.
    reasons.remove(Reason.UNKNOWN_SECRET);

    assertThat(reasons.stream().map(ReceiverMetric::rejected)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(ReceiverMetric.values()).map(ReceiverMetric::cloudWatchName))
        .doesNotHaveDuplicates();
  }
}
