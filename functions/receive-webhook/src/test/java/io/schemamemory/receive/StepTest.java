package io.schemamemory.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.TimeLimit;
import io.schemamemory.receive.Step.State.Done;
import io.schemamemory.receive.Step.State.Failed;
import io.schemamemory.receive.Step.State.Unfinished;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StepTest {
  private static final TimeLimit NOW = TimeLimit.in(Duration.ZERO);
  private static final TimeLimit LATER = TimeLimit.in(Duration.ofMinutes(1));

  @Test
  void what_ends_in_time_has_its_result() {
    assertThat(Step.begin("quick", () -> 7).at(LATER)).isEqualTo(new Done<>(7));
  }

  @Test
  void what_never_ends_holds_nobody_up_and_may_still_end() {
    CountDownLatch gate = new CountDownLatch(1);
    Step<String> step =
        Step.begin(
            "stuck",
            () -> {
              gate.await();
              return "late";
            });

    assertThat(step.at(NOW)).isEqualTo(new Unfinished<>());
    gate.countDown();
    assertThat(step.at(LATER)).isEqualTo(new Done<>("late"));
  }

  @Test
  void any_failure_is_a_result_even_an_error() {
    Error error = new NoClassDefFoundError("org/postgresql/Driver");

    Step<String> step =
        Step.begin(
            "broken",
            () -> {
              throw error;
            });

    assertThat(step.at(LATER)).isEqualTo(new Failed<>(error));
  }

  @Test
  void what_is_done_here_has_ended_when_it_returns_however_it_ended() {
    Error error = new NoClassDefFoundError("org/postgresql/Driver");

    Step<String> done = Step.here(() -> Thread.currentThread().getName());
    Step<String> failed =
        Step.here(
            () -> {
              throw error;
            });

    assertThat(done.at(NOW)).isEqualTo(new Done<>(Thread.currentThread().getName()));
    assertThat(failed.at(NOW)).isEqualTo(new Failed<>(error));
  }
}
