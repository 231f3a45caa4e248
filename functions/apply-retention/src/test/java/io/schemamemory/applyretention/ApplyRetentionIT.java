package io.schemamemory.applyretention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.job.Counts;
import io.schemamemory.settings.SettingException;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.metrics.DocumentedMetrics;
import io.schemamemory.testkit.metrics.PrintedMetrics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.org.webcompere.systemstubs.stream.SystemOut;

class ApplyRetentionIT extends RetentionFixture {
  static List<String> samples() {
    return Samples.files("apply-retention").stream()
        .filter(sample -> !sample.equals("plan.json"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void this_month_and_three_ahead_are_made_and_expired_ones_dropped(String sample)
      throws IOException {
    make("2019-12", "2020-01");
    Map<String, Object> event =
        new ObjectMapper()
            .readValue(Samples.read("apply-retention/" + sample), new TypeReference<>() {});

    Counts<RetentionCounter> tally = applied(event);

    assertThat(tally).isEqualTo(counts(4, 2, 0, 0, 0));
    assertThat(months()).isEqualTo(premade());
    assertThat(invocation.log())
        .isEqualTo(
            """
            future_months enough delivery_body=3 run=3
            dropped a month table=delivery_body month=2019-12
            dropped a month table=delivery_body month=2020-01
            applied retention made=4 dropped=2 held=0 left=0 failed=0\
            """);
  }

  @Test
  void a_second_run_does_nothing() {
    run();

    assertThat(run()).isEqualTo(counts(0, 0, 0, 0, 0));
  }

  @Test
  void two_runs_at_once_make_and_drop_each_month_once() throws Exception {
    make("2019-12", "2020-01", "2020-02");
    CyclicBarrier together = new CyclicBarrier(2);
    RehearsedPause.rehearse(Thread::yield);
    Callable<Counts<RetentionCounter>> run =
        () -> {
          ApplyRetention handler = new ApplyRetention();
          together.await();
          return counted(handler.handleRequest(Map.of(), new LambdaInvocation()));
        };

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Counts<RetentionCounter>>> answers = threads.invokeAll(List.of(run, run));
      Counts<RetentionCounter> both = answers.getFirst().get().plus(answers.getLast().get());
      assertThat(both)
          .containsEntry("made", 4L)
          .containsEntry("dropped", 3L)
          .containsEntry("failed", 0L);
    }
    assertThat(months()).isEqualTo(premade());
  }

  @Test
  void a_legal_hold_keeps_its_months_until_it_is_released() {
    make("2019-11", "2019-12", "2020-01", "2020-02");
    hold("2019-12", "2020-01");

    assertThat(run()).isEqualTo(counts(4, 2, 2, 0, 0));
    assertThat(months()).startsWith("2019-12", "2020-01").hasSize(6);

    database.asOwner("update memory.legal_hold set released_at = clock_timestamp()");
    assertThat(run()).isEqualTo(counts(0, 2, 0, 0, 0));
  }

  @Test
  void a_table_that_fails_fails_the_run_and_stops_no_other() {
    make("2020-01");
    database.asOwner("insert into memory.retention_policy values ('a_nothing', '2 months')");

    assertThatThrownBy(this::run)
        .hasMessage("4 months could not be made or dropped; the next run tries again");

    assertThat(months()).isEqualTo(premade());
    assertThat(invocation.log())
        .contains(
            "making a month failed table=a_nothing month="
                + thisMonth()
                + " cause=DatabaseException SQLSTATE=42P01")
        .contains("future_months few a_nothing=0 delivery_body=3 run=3");
  }

  @Test
  void a_month_that_a_writer_made_is_kept_unchanged() {
    database.receive(Samples.payload("branch.ready"));

    assertThat(run()).isEqualTo(counts(3, 0, 0, 0, 0));

    assertThat(database.rows("select body from memory.delivery_body")).hasSize(1);
  }

  @Test
  void a_missing_setting_stops_the_start_by_name() {
    environment.set("DATABASE_URL", "");

    assertThatThrownBy(ApplyRetention::new)
        .isInstanceOf(SettingException.class)
        .hasMessage("exactly one of DATABASE_URL, DATABASE_SECRET_ID must be set: none is");
  }

  @Test
  void a_malformed_namespace_of_metrics_stops_the_start_by_name() {
    environment.set("METRICS_NAMESPACE", "not a namespace");

    assertThatThrownBy(ApplyRetention::new)
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("METRICS_NAMESPACE is malformed");
  }

  @Test
  void metrics_are_printed_as_operations_md_lists_them_and_say_whether_months_are_enough()
      throws Exception {
    environment.set("METRICS_NAMESPACE", "SchemaMemory/stack");
    SystemOut out = new SystemOut();
    out.execute(this::run);
    PrintedMetrics printed = PrintedMetrics.in(out.getLines(), "SchemaMemory/stack");
    // A stale secret is printed when there is one.
    assertThat(Stream.concat(printed.names().stream(), Stream.of("SecretsStale")))
        .containsExactlyInAnyOrderElementsOf(DocumentedMetrics.of("apply-retention"));
    assertThat(printed.last(FutureMonths.ENOUGH)).isEqualTo(1);

    database.asOwner("insert into memory.retention_policy values ('a_nothing', '2 months')");
    out.clear();
    out.execute(() -> assertThatThrownBy(this::run).isNotNull());
    assertThat(out.getText()).contains("\"RunsWithEnoughFutureMonths\":0}");
  }
}
