package io.schemamemory.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.handlers.Misbehaves;
import io.schemamemory.local.handlers.NeverStarts;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureIT {

  @Test
  void a_thrown_exception_is_the_response_and_the_process_stays() throws Exception {
    try (Running function = Running.of(Misbehaves.class)) {
      long before = function.answer("\"pid\"").asLong();

      InvocationOutcome outcome = function.invoke("\"throw\"");

      assertThat(outcome).isInstanceOf(InvocationOutcome.Failed.class);
      assertThat(((InvocationOutcome.Failed) outcome).error().text())
          .contains("\"errorType\":\"java.lang.IllegalStateException\"")
          .contains("\"errorMessage\":\"as asked\"");
      assertThat(function.answer("\"pid\"").asLong()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit", "exhaust", "overflow"})
  void a_process_that_dies_fails_its_invocation_and_is_replaced(String end) throws Exception {
    try (Running function = Running.of(Misbehaves.class)) {
      long before = function.answer("\"pid\"").asLong();

      assertThat(function.invoke("\"" + end + "\"")).isInstanceOf(InvocationOutcome.Failed.class);

      assertThat(function.answer("\"pid\"").asLong()).isNotEqualTo(before);
    }
  }

  @Test
  void an_exit_is_reported_as_lambda_reports_it() {
    try (Running function = Running.of(Misbehaves.class)) {
      assertThat(function.invoke("\"exit\""))
          .isInstanceOfSatisfying(
              InvocationOutcome.Failed.class,
              failed -> {
                assertThat(failed.errorType()).isEqualTo("Runtime.ExitError");
                assertThat(failed.error().text()).contains("exit status 7");
              });
    }
  }

  @Test
  void a_process_is_killed_at_its_timeout_and_replaced() throws Exception {
    try (Running function = new Running(Misbehaves.class, Duration.ofSeconds(1), Map.of())) {
      long before = function.answer("\"pid\"").asLong();

      assertThat(function.invoke("\"hang\""))
          .isInstanceOfSatisfying(
              InvocationOutcome.TimedOut.class,
              timedOut ->
                  assertThat(timedOut.error().text())
                      .contains("Task timed out after 1.00 seconds"));

      assertThat(function.answer("\"pid\"").asLong()).isNotEqualTo(before);
      assertThat(ProcessHandle.of(before)).isEmpty();
    }
  }

  @Test
  void a_failing_constructor_fails_every_invocation_with_its_reason() {
    try (Running function = Running.of(NeverStarts.class)) {
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThat(function.invoke("{}"))
            .isInstanceOfSatisfying(
                InvocationOutcome.Failed.class,
                failed -> assertThat(failed.error().text()).contains("DATABASE_URL is missing"));
      }
    }
  }

  @Test
  void a_closed_function_starts_nothing() {
    Running function = Running.of(Misbehaves.class);
    function.close();

    assertThat(function.invoke("\"pid\"")).isInstanceOf(InvocationOutcome.Failed.class);
  }

  @AfterEach
  void no_process_is_left() {
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }
}
