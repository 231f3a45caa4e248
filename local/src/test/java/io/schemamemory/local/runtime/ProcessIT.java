package io.schemamemory.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.schemamemory.local.handlers.Echo;
import io.schemamemory.local.handlers.Surroundings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessIT {

  @Test
  void an_event_and_its_response_pass_byte_for_byte() {
    try (Running echo = Running.of(Echo.class)) {
      String event = "{\"text\" : \"\\u0000 größer 🙂\"}";

      assertThat(echo.invoke(event)).isEqualTo(new InvocationOutcome.Answered(Payload.of(event)));
      assertThat(echo.invoke("2")).isEqualTo(new InvocationOutcome.Answered(Payload.of("2")));
    }
  }

  @Test
  void a_function_sees_only_its_own_variables_and_lambdas() throws Exception {
    Map<String, String> own = Map.of("DATABASE_URL", "jdbc:x");
    try (Running function = new Running(Surroundings.class, Duration.ofSeconds(20), own)) {
      JsonNode environment = function.answer("{}").path("environment");

      assertThat(Set.copyOf(environment.properties()).stream().map(Map.Entry::getKey))
          .containsExactlyInAnyOrder(
              "DATABASE_URL",
              "AWS_LAMBDA_RUNTIME_API",
              "_HANDLER",
              "LAMBDA_TASK_ROOT",
              "AWS_LAMBDA_FUNCTION_NAME",
              "AWS_LAMBDA_FUNCTION_VERSION",
              "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
              "AWS_LAMBDA_LOG_FORMAT",
              "AWS_LAMBDA_INITIALIZATION_TYPE",
              "AWS_EXECUTION_ENV",
              "AWS_REGION",
              "AWS_DEFAULT_REGION",
              "TZ",
              "LANG",
              "PATH");
      assertThat(environment.path("AWS_LAMBDA_FUNCTION_NAME").asText())
          .isEqualTo("schema-memory-thing");
    }
  }

  @Test
  void a_function_runs_in_its_folder_with_the_memory_and_time_it_declares() throws Exception {
    try (Running function = Running.of(Surroundings.class)) {
      JsonNode seen = function.answer("{}");

      assertThat(seen.path("folder").asText()).endsWith("target/test-classes");
      assertThat(seen.path("memory").asInt()).isEqualTo(128);
      assertThat(seen.path("maxHeapMegabytes").asInt()).isBetween(80, 96);
      assertThat(seen.path("remainingMillis").asInt()).isBetween(1, 20_000);
      assertThat(seen.path("arn").asText())
          .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:schema-memory-thing");
    }
  }

  @Test
  void a_process_is_reused_and_its_cold_start_reported_once() throws Exception {
    try (Running function = Running.of(Surroundings.class)) {
      long first = function.answer("{}").path("pid").asLong();
      long second = function.answer("{}").path("pid").asLong();

      assertThat(second).isEqualTo(first);
      assertThat(function.log)
          .filteredOn(line -> line.startsWith("cold start"))
          .singleElement()
          .asString()
          .matches("cold start Thing \\d+ ms");
    }
  }

  @Test
  void a_functions_output_is_passed_on_with_its_name() throws Exception {
    Running function = Running.of(Surroundings.class);
    function.answer("{}");
    function.close();

    assertThat(function.log).contains("Thing | seen by schema-memory-thing");
  }
}
