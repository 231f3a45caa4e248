package io.schemamemory.applyretention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// What the record of runs says of retention, and that it never holds it up.
class RecordedRetentionIT extends RetentionFixture {
  @Test
  void the_record_of_runs_says_what_was_done() {
    make("2020-01");
    run();
    database.asOwner("insert into memory.retention_policy values ('a_nothing', '2 months')");
    assertThatThrownBy(this::run).isNotNull();

    assertThat(
            database.rows(
                "select function || ' ' || outcome || ' ' || numbers as run from memory.run order by id"))
        .extracting(row -> row.get("run"))
        .containsExactly(
            "apply-retention done {\"held\": 0, \"left\": 0, \"made\": 4, \"failed\": 0, \"dropped\": 1}",
            "apply-retention failed {\"held\": 0, \"left\": 0, \"made\": 0, \"failed\": 4, \"dropped\": 0}");
  }

  @Test
  void a_locked_record_of_runs_stops_no_drop_of_another_table() {
    make("2020-01");

    database.whileLocked(
        "memory.run",
        () ->
            assertThatThrownBy(this::run)
                .hasMessage("1 months could not be made or dropped; the next run tries again"));

    assertThat(months()).isEqualTo(premade());
    assertThat(invocation.log())
        .contains("the beginning of a run was not recorded, its work goes on", "SQLSTATE=55P03")
        .contains("reading the months failed table=run cause=DatabaseException SQLSTATE=55P03")
        .contains("future_months few delivery_body=3");
  }

  @Test
  void a_run_whose_end_cannot_be_recorded_has_done_its_work() {
    make("2020-01");
    database.asOwner("revoke update on memory.run from apply_retention");
    try {
      assertThat(run()).isEqualTo(counts(4, 1, 0, 0, 0));
    } finally {
      database.asOwner(
          "grant update (ended_at, outcome, numbers) on memory.run to apply_retention");
    }

    assertThat(invocation.log())
        .contains("the end of a run was not recorded, its work goes on", "SQLSTATE=42501");
  }
}
