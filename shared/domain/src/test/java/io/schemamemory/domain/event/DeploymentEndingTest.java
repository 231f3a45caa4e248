package io.schemamemory.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentEndingTest {
  private static final Instant AT = Snapshot.minute(1);

  @ParameterizedTest
  @CsvSource({
    "pending, NONE",
    "ready, NONE",
    "no_changes, NO_CHANGES",
    "queued, NONE",
    "submitting, NONE",
    "in_progress, NONE",
    "pending_cutover, NONE",
    "in_progress_vschema, NONE",
    "in_progress_cancel, NONE",
    "in_progress_cutover, NONE",
    "complete, DEPLOYED",
    "complete_cancel, CANCELLED",
    "complete_error, FAILED",
    "complete_pending_revert, DEPLOYED",
    "in_progress_revert, DEPLOYED",
    "in_progress_revert_vschema, DEPLOYED",
    "complete_revert, REVERTED",
    "complete_revert_error, REVERT_FAILED",
    "cancelled, CANCELLED",
    "error, FAILED",
    "in_orbit, NONE",
    ", NONE"
  })
  void every_documented_state_has_its_meaning(@Nullable String state, DeploymentEnding ending) {
    assertThat(DeploymentEnding.of(state)).isEqualTo(ending);
  }

  @ParameterizedTest
  @CsvSource({
    "in_progress_revert, REVERTED",
    "queued, REVERTED",
    "complete_revert_error, REVERT_FAILED"
  })
  void the_end_of_a_revert_decides_unless_it_failed(String state, DeploymentEnding ending) {
    assertThat(DeploymentEnding.of(state).givenTimes(AT, AT)).isEqualTo(ending);
  }

  @ParameterizedTest
  @CsvSource({"in_progress, DEPLOYED", "complete_error, FAILED", "cancelled, CANCELLED"})
  void a_cutover_decides_unless_the_run_did_not_succeed(String state, DeploymentEnding ending) {
    assertThat(DeploymentEnding.of(state).givenTimes(null, AT)).isEqualTo(ending);
  }
}
