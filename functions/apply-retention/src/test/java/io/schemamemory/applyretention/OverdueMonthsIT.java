package io.schemamemory.applyretention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.metrics.PrintedMetrics;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.org.webcompere.systemstubs.stream.SystemOut;

class OverdueMonthsIT extends RetentionFixture {
  @Test
  void an_expired_month_that_stays_is_told_as_a_metric_unless_a_legal_hold_keeps_it()
      throws Exception {
    environment.set("METRICS_NAMESPACE", "SchemaMemory/stack");
    make("2020-01");
    SystemOut out = new SystemOut();
    try (Connection reader = reader(ALL)) {
      out.execute(() -> assertThatThrownBy(this::run).isNotNull());
      reader.rollback();
    }
    assertThat(overdue(out)).isEqualTo(1);
    assertThat(invocation.log())
        .contains("an expired month is still there table=delivery_body month=2020-01");

    hold("2020-01", null);
    out.execute(this::run);
    assertThat(overdue(out)).isZero();
  }

  @Test
  void an_expired_month_that_a_run_has_no_time_for_is_told_as_a_metric() throws Exception {
    environment.set("METRICS_NAMESPACE", "SchemaMemory/stack");
    make("2020-01");
    SystemOut out = new SystemOut();
    out.execute(
        () -> new ApplyRetention().handleRequest(Map.of(), new LambdaInvocation(Duration.ZERO)));

    assertThat(overdue(out)).isEqualTo(1);
  }

  private static long overdue(SystemOut out) {
    return PrintedMetrics.in(out.getLines(), "SchemaMemory/stack").last(OverdueMonths.OVERDUE);
  }
}
