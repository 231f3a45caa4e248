package io.schemamemory.applyretention;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.LambdaInvocation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A run whose own time is up leaves months to the next one, and tells nobody else's failure.
class TimeIsUpIT extends RetentionFixture {
  @Test
  void months_there_was_no_time_for_are_left_and_neither_in_use_nor_a_failure() {
    make("2019-12", "2020-01");
    LambdaInvocation late = new LambdaInvocation(Duration.ofSeconds(5));

    assertThat(new ApplyRetention().handleRequest(Map.of(), late)).isEqualTo(counts(4, 0, 0, 2, 0));

    assertThat(late.log()).contains("the time was up").doesNotContain("in use");
    assertThat(months()).contains("2019-12", "2020-01");
    assertThat(run()).isEqualTo(counts(0, 2, 0, 0, 0));
  }
}
