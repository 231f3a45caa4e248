package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import io.schemamemory.testkit.KillPoint;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.stream.SystemOut;

/// What the database refuses for its own reasons costs no delivery an attempt, however long it
/// lasts.
class DatabaseTroubleIT extends TroubleFixture {
  /// More runs than a delivery has attempts.
  private static final int RUNS = 7;

  @SystemStub private final SystemOut printed = new SystemOut();

  private static final KillPoint LIFESPAN = KillableDataSource.LIFESPAN;

  private static final String PEND_AGAIN =
      "delete from memory.pending; delete from memory.sighting;"
          + " insert into memory.pending select id, received_at from memory.delivery";

  @AfterEach
  void live() {
    LIFESPAN.endNever();
  }

  @ParameterizedTest(name = "SQLSTATE {0}")
  @ValueSource(
      strings = {
        "55P03", // a lock
        "57014", // a statement that takes too long
        "40001", // a serialization failure
        "40P01", // a deadlock
        "53100", // a full disk
        "53200", // the server's memory
        "53300", // too many connections
        "58030", // an input or output error
        "25006", // a server that only reads
        "42501", // a missing right
        "42P01", // a missing table
        "22023", // a table without a retention policy
        "XX000", // an internal error
      })
  void a_refusal_is_tried_again_for_as_long_as_it_lasts(String state) {
    database.receive(Samples.payload("branch.ready"), Samples.payload("deploy_request.opened"));
    trouble("raise exception 'trouble' using errcode = '" + state + "'");

    lasts("SQLSTATE=" + state);
  }

  @Test
  void a_missing_month_is_the_database_s_trouble_although_it_has_the_code_of_a_failed_check() {
    database.receive(Samples.payload("branch.ready"));
    database.asOwner(
        "create table memory.far (at timestamptz) partition by range (at);"
            + " grant insert on memory.far to normalize_deliveries");
    try {
      trouble("insert into memory.far values (now())");
      lasts("SQLSTATE=23514");
    } finally {
      database.asOwner("drop table memory.far");
    }
  }

  @Test
  void a_connection_lost_in_every_write_is_tried_again() {
    database.receive(Samples.payload("branch.ready"));
    trouble("perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1)");

    lasts("normalizing failed deliveries=1");
  }

  @Test
  void a_locked_table_is_waited_for_run_after_run() {
    database.receive(Samples.payload("branch.ready"), Samples.payload("deploy_request.opened"));
    database.whileLocked(
        "memory.entity",
        () -> {
          assertThatThrownBy(this::run).hasMessageStartingWith("2 deliveries could not be written");
          assertThat(attempts()).containsOnly(0);
        });
    lapse();

    assertThat(run()).isEqualTo(counts(2, 0, 0, 0));
  }

  /// Only where the answer to the claim itself is lost, nobody knows of the claim.
  @Test
  void a_database_that_went_away_at_any_step_has_cost_no_attempt_after_the_instance_s_next_run() {
    environment.set("MORTAL", "true");
    LIFESPAN.endNever();
    NormalizeDeliveries normalizer = new NormalizeDeliveries();
    database.receive(Samples.payload("branch.ready"));
    List<Integer> lost = new ArrayList<>();
    int step = 0;
    do {
      database.asOwner(PEND_AGAIN);
      LIFESPAN.endAt(++step);
      ignoringFailure(() -> normalizer.handleRequest(Map.of(), invocation));
      boolean claimed = LIFESPAN.isOver() && !rows("pending").isEmpty();
      LIFESPAN.endNever();
      if (claimed) {
        trouble("raise exception 'trouble' using errcode = '55P03'");
        lapse();
        ignoringFailure(() -> normalizer.handleRequest(Map.of(), invocation));
        if (!attempts().equals(List.of(0))) {
          lost.add(step);
        }
        endTrouble();
      }
    } while (!rows("pending").isEmpty());

    assertThat(step).isGreaterThan(20);
    assertThat(lost).hasSizeLessThan(2);
  }

  @Test
  void how_long_the_oldest_has_been_pending_is_a_metric_though_it_was_refused_again_and_again() {
    environment.set("METRICS_NAMESPACE", "SchemaMemory/test");
    database.receive(Samples.payload("branch.ready"));
    database.asOwner("update memory.pending set since = now() - interval '1 hour'");
    trouble("raise exception 'trouble' using errcode = '55P03'");

    assertThatThrownBy(this::run).hasMessageStartingWith("1 deliveries");

    assertThat(printed.getText())
        .contains("\"Namespace\":\"SchemaMemory/test\"")
        .containsPattern("\"OldestPendingSeconds\":36\\d\\d");
  }

  private void lasts(String logged) {
    NormalizeDeliveries normalizer = new NormalizeDeliveries();
    for (int runs = 0; runs < RUNS; runs++) {
      assertThatThrownBy(() -> normalizer.handleRequest(Map.of(), invocation))
          .isInstanceOf(RuntimeException.class);
      assertThat(attempts()).as("run %d: %s", runs, invocation.log()).containsOnly(0);
      lapse();
    }
    assertThat(invocation.log()).contains(logged);
    assertThat(rows("quarantine")).isEmpty();

    endTrouble();
    Object answer = normalizer.handleRequest(Map.of(), new LambdaInvocation());
    assertThat(counted(answer).count(NormalizeCounter.FAILED)).isZero();
    assertThat(rows("pending")).isEmpty();
    assertThat(rows("quarantine")).isEmpty();
    assertThat(rows("observation")).isNotEmpty();
  }
}
