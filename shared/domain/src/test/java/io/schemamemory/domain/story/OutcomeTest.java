package io.schemamemory.domain.story;

import static io.schemamemory.domain.event.Snapshot.JANE;
import static io.schemamemory.domain.event.Snapshot.SAM;
import static io.schemamemory.domain.event.Snapshot.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.event.Snapshot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeTest {
  private static final Snapshot OPENED = Snapshot.of(Milestone.OPENED, 0).state("ready");
  private static final Snapshot QUEUED =
      Snapshot.of(Milestone.QUEUED, 1).queued(1, JANE).state("queued");
  private static final Snapshot ERRORED =
      Snapshot.of(Milestone.ERRORED, 2).state("error").failing("no unique key");

  private static Stream<Arguments> lives() {
    return Stream.of(
        life("opened", Outcome.OPEN, OPENED),
        life("queued", Outcome.QUEUED, OPENED, QUEUED),
        life(
            "queued and begun in one instant",
            Outcome.IN_PROGRESS,
            QUEUED,
            run(Milestone.IN_PROGRESS, 1, "queued")),
        life("begun", Outcome.IN_PROGRESS, QUEUED, run(Milestone.IN_PROGRESS, 2, "in_progress")),
        life(
            "pending cutover, though its state lags",
            Outcome.PENDING_CUTOVER,
            OPENED,
            run(Milestone.PENDING_CUTOVER, 3, "in_progress")),
        life("applied", Outcome.DEPLOYED, QUEUED, run(Milestone.SCHEMA_APPLIED, 4, "complete")),
        life("applied and closed", Outcome.DEPLOYED, applied(), closed("complete").cutOver(4, SAM)),
        life("closed alone, deployed", Outcome.DEPLOYED, closed("complete").cutOver(4, SAM)),
        life("reverted", Outcome.REVERTED, applied(), run(Milestone.REVERTED, 6, "complete")),
        life("closed alone, reverted", Outcome.REVERTED, closed("complete").reverted(6, SAM)),
        life("closed alone, deployed by its state", Outcome.DEPLOYED, closed("complete")),
        life("closed alone, reverted by its state", Outcome.REVERTED, closed("complete_revert")),
        life(
            "reverted in vain",
            Outcome.DEPLOYED,
            applied(),
            closed("complete_revert_error").reverted(6, SAM)),
        life("errored in its cutover", Outcome.FAILED, closed("complete_error").cutOver(4, SAM)),
        life(
            "errored, though its state lags",
            Outcome.FAILED,
            OPENED,
            run(Milestone.ERRORED, 3, "in_progress")),
        life("errored", Outcome.FAILED, OPENED, ERRORED),
        life("errored, then closed", Outcome.FAILED, OPENED, ERRORED, closed("error")),
        life("errored, then cancelled", Outcome.FAILED, ERRORED, closed("complete_cancel")),
        life("closed alone, failed", Outcome.FAILED, closed("complete_error").finished(4)),
        life("errored once, queued again", Outcome.QUEUED, ERRORED, queuedAgain()),
        life("errored once, then applied", Outcome.DEPLOYED, ERRORED, applied()),
        life("closed, never deployed", Outcome.ABANDONED, OPENED, closed("ready")),
        life("closed in the queue", Outcome.ABANDONED, QUEUED, closed("cancelled")),
        life("cancelled, still open", Outcome.OPEN, QUEUED, run(Milestone.QUEUED, 3, "cancelled")),
        life("nothing to change", Outcome.NO_CHANGES, OPENED, closed("no_changes")));
  }

  @ParameterizedTest
  @MethodSource("lives")
  void each_life_ends_as_it_did(Outcome outcome, List<DeployRequestSnapshot> snapshots) {
    assertThat(StoryFold.of(snapshots).outcome()).isEqualTo(outcome);
    assertThat(StoryFold.of(snapshots.reversed()).outcome()).isEqualTo(outcome);
  }

  @Test
  void the_end_of_a_failed_run_is_not_a_deployment() {
    Story story =
        StoryFold.of(List.of(closed("complete_error").finished(4).snapshot(), ERRORED.snapshot()));

    assertThat(story.deployed()).isEqualTo(StoryStep.NOT_DONE);
    assertThat(story.erroredAt()).isEqualTo(minute(2));
    assertThat(story.errors()).containsExactly("no unique key");
  }

  @Test
  void a_label_is_what_the_database_keeps() {
    assertThat(Stream.of(Outcome.values()).map(Outcome::label))
        .containsExactly(
            "open",
            "queued",
            "in_progress",
            "pending_cutover",
            "deployed",
            "reverted",
            "failed",
            "no_changes",
            "abandoned");
  }

  private static Arguments life(String name, Outcome outcome, Snapshot... snapshots) {
    return argumentSet(name, outcome, Stream.of(snapshots).map(Snapshot::snapshot).toList());
  }

  private static Snapshot run(Milestone milestone, int minute, String state) {
    return Snapshot.of(milestone, minute).queued(1, JANE).started(2).state(state);
  }

  private static Snapshot applied() {
    return run(Milestone.SCHEMA_APPLIED, 5, "complete_pending_revert").cutOver(4, SAM).finished(5);
  }

  private static Snapshot queuedAgain() {
    return Snapshot.of(Milestone.QUEUED, 3).queued(3, JANE).state("queued");
  }

  private static Snapshot closed(String state) {
    return Snapshot.of(Milestone.CLOSED, 9).closed(9, JANE).state(state);
  }
}
