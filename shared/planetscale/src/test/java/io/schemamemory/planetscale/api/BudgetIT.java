package io.schemamemory.planetscale.api;

import static io.schemamemory.planetscale.api.ClientFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.planetscale.api.ApiResult.Throttled;
import io.schemamemory.planetscale.api.resource.Database;
import io.schemamemory.planetscale.api.resource.Page;
import io.schemamemory.testkit.planetscale.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Requests are shared with others who ask for the same organization.
class BudgetIT {
  private static final Duration NOW = Duration.ZERO;

  @AutoClose private final ClientFixture fixture = new ClientFixture();

  @Test
  void every_request_is_taken_out_of_the_budget_also_those_tried_again() {
    AtomicInteger taken = new AtomicInteger();
    fixture.planetScale.script().next(2, Fault.status(500));

    ok(
        ask(
            () -> {
              taken.incrementAndGet();
              return NOW;
            },
            fixture.later()));

    assertThat(taken).hasValue(3);
    assertThat(fixture.planetScale.requests()).hasSize(3);
  }

  @Test
  void an_empty_budget_is_waited_for_and_asked_again() {
    Deque<Duration> answers =
        new ArrayDeque<>(List.of(Duration.ofSeconds(20), Duration.ofSeconds(1), NOW));

    ok(ask(answers::remove, fixture.later()));

    assertThat(answers).isEmpty();
    assertThat(fixture.pauses).containsExactly(Duration.ofMillis(20_250), Duration.ofMillis(1250));
    assertThat(fixture.planetScale.requests()).hasSize(1);
  }

  @Test
  void a_budget_empty_for_longer_than_there_is_time_asks_nobody() {
    assertThat(ask(() -> Duration.ofSeconds(40), fixture.now.get().plusSeconds(30)))
        .isEqualTo(new Throttled<>(Duration.ofMillis(40_250)));
    assertThat(fixture.planetScale.requests()).isEmpty();
    assertThat(fixture.pauses).isEmpty();
  }

  @Test
  void a_budget_that_fails_is_a_failure_of_the_caller_and_nothing_is_asked() {
    IllegalStateException broken = new IllegalStateException("no database");

    assertThatThrownBy(
            () ->
                ask(
                    () -> {
                      throw broken;
                    },
                    fixture.later()))
        .isSameAs(broken);
    assertThat(fixture.planetScale.requests()).isEmpty();
  }

  private ApiResult<Page<Database>> ask(Supplier<Duration> budget, Instant until) {
    return fixture.api(budget).databases(PageRequest.first(), until);
  }
}
