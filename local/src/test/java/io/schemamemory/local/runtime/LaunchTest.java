package io.schemamemory.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchTest {
  private static final RuntimeClient CLIENT =
      new RuntimeClient(List.of(Path.of("/client/a.jar")), Path.of("/client/jni/x.so"));
  private static final Code CODE = new Code(Path.of("/task"), List.of(Path.of("/task/lib/b.jar")));

  @Test
  void the_client_comes_before_the_functions_code_and_gets_the_handler() {
    assertThat(launch(Map.of()).command())
        .containsSubsequence("-classpath", "/client/a.jar:/task/lib/b.jar")
        .endsWith("com.amazonaws.services.lambda.runtime.api.client.AWSLambda", "a.B");
  }

  @Test
  void three_quarters_of_the_memory_are_heap_and_running_out_ends_the_process() {
    assertThat(launch(Map.of()).command())
        .contains("-Xmx96m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");
  }

  @Test
  void the_environment_starts_empty() {
    Map<String, String> environment = launch(Map.of("OWN", "1")).process("x:1").environment();

    assertThat(environment)
        .containsEntry("OWN", "1")
        .containsEntry("AWS_LAMBDA_RUNTIME_API", "x:1")
        .doesNotContainKeys("HOME", "JAVA_HOME", "AWS_LAMBDA_MAX_CONCURRENCY");
  }

  @Test
  void a_function_cannot_set_reserved_variables() {
    Map<String, String> own = Map.of("_HANDLER", "other", "TZ", "Europe/Berlin");

    assertThat(launch(own).environment("x:1"))
        .containsEntry("_HANDLER", "a.B")
        .containsEntry("TZ", "Europe/Berlin");
  }

  @Test
  void only_a_function_with_snapstart_is_fully_compiled_and_knows_of_it() {
    Launch launch = launch(Map.of());
    Launch snapStart = new Launch(launch.function().underSnapStart(), CODE, CLIENT);

    assertThat(launch.command()).contains("-XX:TieredStopAtLevel=1");
    assertThat(launch.environment("x:1"))
        .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    assertThat(snapStart.command()).contains("-XX:TieredStopAtLevel=4");
    assertThat(snapStart.environment("x:1"))
        .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
  }

  @Test
  void a_function_may_ask_to_be_fully_compiled() {
    Map<String, String> asked = Map.of("JAVA_TOOL_OPTIONS", "-Xint -XX:TieredStopAtLevel=4");

    assertThat(launch(asked).command())
        .contains("-XX:TieredStopAtLevel=4")
        .doesNotContain("-XX:TieredStopAtLevel=1");
  }

  private static Launch launch(Map<String, String> environment) {
    return new Launch(Running.function("a.B", Duration.ofSeconds(3), environment), CODE, CLIENT);
  }
}
