package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.receivewebhook.TimedStep.State.Done;
import io.schemamemory.receivewebhook.TimedStep.State.Failed;
import io.schemamemory.receivewebhook.TimedStep.State.Unfinished;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimedStepTest {
  private static final TimeLimit NOW = TimeLimit.in(Duration.ZERO);
  private static final TimeLimit LATER = TimeLimit.in(Duration.ofMinutes(1));

  @Test
  void work_that_ends_in_time_has_its_result() {
    assertThat(TimedStep.begin("quick", () -> 7).at(LATER)).isEqualTo(new Done<>(7));
  }

  @Test
  void work_that_never_ends_does_not_block_the_caller_and_may_still_end() {
    CountDownLatch gate = new CountDownLatch(1);
    TimedStep<String> step =
        TimedStep.begin(
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

    TimedStep<String> step =
        TimedStep.begin(
            "broken",
            () -> {
              throw error;
            });

    assertThat(step.at(LATER)).isEqualTo(new Failed<>(error));
  }

  @Test
  void work_on_the_calling_thread_has_ended_when_it_returns_even_if_it_failed() {
    Error error = new NoClassDefFoundError("org/postgresql/Driver");

    TimedStep<String> done = TimedStep.here(() -> Thread.currentThread().getName());
    TimedStep<String> failed =
        TimedStep.here(
            () -> {
              throw error;
            });

    assertThat(done.at(NOW)).isEqualTo(new Done<>(Thread.currentThread().getName()));
    assertThat(failed.at(NOW)).isEqualTo(new Failed<>(error));
  }
}
