package io.schemamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.handlers.Echo;
import io.schemamemory.local.handlers.Misbehaves;
import io.schemamemory.local.handlers.NeverStarts;
import io.schemamemory.local.runtime.RunEvent;
import io.schemamemory.local.runtime.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the console shows of real processes, and what only the log file has.
class ConsoleIT {
  private static final TryOptions SERVING = new TryOptions(false, false);
  private static final TryOptions DEMO = new TryOptions(true, false);
  private static final Path SHOWN = Path.of(".local/logs/try.log");

  @TempDir private Path directory;

  private final List<String> screen = new CopyOnWriteArrayList<>();
  private LogFile log;

  @BeforeEach
  void open() {
    log = LogFile.create(directory, InstantSource.system());
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void an_invocation_is_one_readable_line() {
    invoke(SERVING, Echo.class, "{\"a\":1}");
    invoke(SERVING, Echo.class, "{\"statusCode\":401}");

    assertThat(screen).hasSize(2);
    assertThat(screen.getFirst()).matches("Thing ok in \\d+ ms");
    assertThat(screen.getLast()).matches("Thing answered 401 in \\d+ ms");
  }

  @Test
  void the_demo_prints_no_invocation_lines_while_all_is_well() {
    invoke(DEMO, Echo.class, "{}");

    assertThat(screen).isEmpty();
    assertThat(log.path()).content().contains("Thing answered in ", "cold start Thing ");
  }

  @Test
  void a_functions_log_is_shown_if_asked_for() {
    Reports reports = reports(new TryOptions(true, true));

    reports.events().accept(new RunEvent.Output("Thing", "{\"message\":\"stored\"}"));

    assertThat(screen).containsExactly("Thing | {\"message\":\"stored\"}");
  }

  @Test
  void a_functions_log_is_kept_in_the_file_if_not_shown() {
    Reports reports = reports(SERVING);

    reports.events().accept(new RunEvent.Output("Thing", "{\"message\":\"stored\"}"));

    assertThat(screen).isEmpty();
    assertThat(log.path()).content().contains("Thing | {\"message\":\"stored\"}");
  }

  @Test
  void a_metric_a_function_prints_is_kept_and_not_shown() {
    String metric = "{\"_aws\":{\"CloudWatchMetrics\":[]},\"SpilledDeliveries\":1}";

    reports(SERVING).events().accept(new RunEvent.Output("Thing", metric));

    assertThat(screen).isEmpty();
    assertThat(log.path()).content().contains("Thing | " + metric);
  }

  @Test
  void an_error_in_a_functions_log_is_shown_without_its_json() {
    reports(DEMO)
        .events()
        .accept(
            new RunEvent.Output(
                "Thing", "{\"level\":\"ERROR\",\"message\":\"not kept: too slow\\n\\tat a.B\"}"));

    assertThat(screen).containsExactly("Thing error: not kept: too slow");
  }

  @Test
  void a_function_that_does_not_start_is_a_line_with_its_cause_and_the_log() {
    invoke(DEMO, NeverStarts.class, "{}");

    assertThat(screen)
        .singleElement()
        .asString()
        .matches("Thing failed in \\d+ ms: .*DATABASE_URL is missing.* \\(log: " + SHOWN + "\\)");
  }

  @Test
  void a_function_that_throws_is_a_line_with_its_cause_and_the_log() {
    invoke(DEMO, Misbehaves.class, "\"throw\"");

    assertThat(screen)
        .singleElement()
        .asString()
        .contains("java.lang.IllegalStateException: as asked", SHOWN.toString());
  }

  @Test
  void a_process_that_dies_is_a_line_with_what_it_wrote_last() {
    invoke(DEMO, Misbehaves.class, "\"exhaust\"");

    assertThat(screen).singleElement().asString().contains("its last output: Terminating due to");
  }

  @Test
  void a_function_that_runs_out_of_time_is_a_line_with_the_log() {
    invoke(DEMO, Misbehaves.class, Duration.ofSeconds(1), "\"hang\"");

    assertThat(screen).containsExactly("Thing timed out after 1 s (log: " + SHOWN + ")");
  }

  @Test
  void a_problem_of_the_runner_is_shown() {
    reports(DEMO).events().accept(new RunEvent.Problem("the front door failed: why"));

    assertThat(screen).containsExactly("the front door failed: why");
  }

  private Reports reports(TryOptions options) {
    return new Console(screen::add, log, SHOWN, options).reports();
  }

  private void invoke(TryOptions options, Class<?> handler, String event) {
    invoke(options, handler, Duration.ofSeconds(20), event);
  }

  private void invoke(TryOptions options, Class<?> handler, Duration timeout, String event) {
    try (Running function = new Running(handler, timeout, Map.of(), reports(options).events())) {
      var _ = function.invoke(event);
    }
  }
}
