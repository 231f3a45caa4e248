package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.testkit.KillPoint;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the record of runs says about the normalizer, which runs every minute.
class RunsIT extends NormalizerFixture {
  private static final KillPoint LIFESPAN = KillableDataSource.LIFESPAN;

  @BeforeEach
  void start() {
    environment.set("MORTAL", "true");
    LIFESPAN.endNever();
  }

  @AfterEach
  void live() {
    LIFESPAN.endNever();
  }

  @Test
  void a_run_is_recorded_once_with_what_it_did() {
    database.receive(Samples.payload("branch.ready"), "not json".getBytes(UTF_8));

    run();

    assertThat(
            database.rows(
                """
                select function, outcome, ended_at > started_at as ended, numbers::text as numbers
                from memory.run
                """))
        .containsExactly(
            Map.of(
                "function",
                "normalize-deliveries",
                "outcome",
                "done",
                "ended",
                true,
                "numbers",
                "{\"failed\": 0, \"unknown\": 0, \"normalized\": 1, \"quarantined\": 1}"));
  }

  @Test
  void a_run_that_finds_nothing_is_not_recorded() {
    run();
    ask(Map.of("command", "replay", "everything", true));
    ask(Map.of("command", "progress"));

    assertThat(rows("run")).isEmpty();
  }

  @Test
  void a_run_that_could_not_write_has_failed() {
    database.receive(Samples.payload("branch.ready"));
    database.asOwner("revoke insert on memory.sighting from normalize_deliveries");
    try {
      assertThatThrownBy(this::run).hasMessageStartingWith("1 deliveries could not be written");
    } finally {
      database.asOwner("grant insert on memory.sighting to normalize_deliveries");
    }

    assertThat(ended()).isEqualTo("failed 1");
  }

  @Test
  void a_killed_run_has_no_end_and_every_run_is_recorded_before_it_claims() {
    database.receive(Samples.payload("branch.ready"));
    NormalizeDeliveries normalizer = new NormalizeDeliveries();
    int step = 1;
    for (; rows("run").isEmpty(); step++) {
      assertThat(rows("pending")).extracting(row -> row.get("attempts")).containsExactly(0);
      LIFESPAN.endAt(step);
      assertThatThrownBy(() -> normalizer.handleRequest(Map.of(), new LambdaInvocation()))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("SQLSTATE 08006");
      assertThat(LIFESPAN.isOver()).isTrue();
    }

    assertThat(step).isGreaterThan(4);
    assertThat(rows("pending")).extracting(row -> row.get("attempts")).containsExactly(1);
    assertThat(rows("run")).extracting(row -> row.get("outcome")).containsExactly("running");
  }

  @Test
  void a_record_that_cannot_begin_or_end_stops_no_work() {
    for (String right : List.of("insert", "update")) {
      boolean begins = right.equals("insert");
      database.receive(Samples.payload(begins ? "branch.ready" : "branch.sleeping"));
      database.asOwner("revoke " + right + " on memory.run from normalize_deliveries");
      try {
        assertThat(run()).isEqualTo(counts(1, 0, 0, 0));
      } finally {
        database.asOwner(
            "grant insert (function), update (ended_at, outcome, numbers) on memory.run to normalize_deliveries");
      }
      assertThat(invocation.log())
          .contains("the " + (begins ? "beginning" : "end") + " of a run was not recorded")
          .contains("SQLSTATE=42501");
    }
  }

  @Test
  void a_locked_record_stops_and_delays_no_work() {
    database.receive(Samples.payload("branch.ready"));
    Instant before = Instant.now();

    database.whileLocked("memory.run", () -> assertThat(run()).isEqualTo(counts(1, 0, 0, 0)));

    // The login's own limit, which a lock is waited for where it counts, is 5 s.
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(rows("pending")).isEmpty();
    assertThat(invocation.log())
        .contains("the beginning of a run was not recorded, its work goes on", "SQLSTATE=55P03");
  }

  private static String ended() {
    return String.valueOf(
        database
            .rows("select outcome || ' ' || (numbers ->> 'failed') as ended from memory.run")
            .getFirst()
            .get("ended"));
  }
}
