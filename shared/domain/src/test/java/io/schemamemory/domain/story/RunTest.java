package io.schemamemory.domain.story;

import static io.schemamemory.domain.event.Milestone.CLOSED;
import static io.schemamemory.domain.event.Milestone.ERRORED;
import static io.schemamemory.domain.event.Milestone.QUEUED;
import static io.schemamemory.domain.event.Milestone.SCHEMA_APPLIED;
import static io.schemamemory.domain.event.Snapshot.DROP;
import static io.schemamemory.domain.event.Snapshot.JANE;
import static io.schemamemory.domain.event.Snapshot.SAM;
import static io.schemamemory.domain.event.Snapshot.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Snapshot;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Deploy requests that are queued more than once, and how a run ends.
class RunTest {
  private static final Snapshot FIRST_FAILED =
      Snapshot.of(ERRORED, 3)
          .queued(1, JANE)
          .started(2)
          .ready(2)
          .changing(DROP)
          .failing("lock wait timeout");

  @Test
  void an_earlier_run_s_steps_are_not_attributed_to_this_run() {
    Story story = story(FIRST_FAILED, Snapshot.of(QUEUED, 10).queued(10, SAM).state("queued"));

    assertThat(story)
        .returns(new StoryStep(SAM, minute(10)), Story::queued)
        .returns(null, Story::startedAt)
        .returns(null, Story::readyToCutoverAt)
        .returns(minute(3), Story::erroredAt);
    assertThat(story.errors()).isEmpty();
    assertThat(story.statements()).containsExactly(DROP);
  }

  @Test
  void a_failure_before_queueing_is_kept_until_a_run_begins() {
    Snapshot linted = Snapshot.of(ERRORED, 1).state("error").failing("no unique key");

    assertThat(story(linted).errors()).containsExactly("no unique key");
    assertThat(story(linted, Snapshot.of(QUEUED, 10).queued(10, SAM)).errors()).isEmpty();
  }

  @Test
  void the_canceller_is_named_with_the_end_of_the_run() {
    Snapshot closed =
        Snapshot.of(CLOSED, 9)
            .queued(1, JANE)
            .cancelled(SAM)
            .finished(8)
            .state("complete_cancel")
            .closed(9, JANE);

    assertThat(story(closed))
        .returns(Outcome.ABANDONED, Story::outcome)
        .returns(new StoryStep(SAM, minute(8)), Story::cancelled)
        .returns(StoryStep.NOT_DONE, Story::deployed);
  }

  @Test
  void an_undeployed_deploy_request_has_no_deployer() {
    assertThat(story(Snapshot.of(QUEUED, 1).queued(1, JANE)).deployed())
        .isEqualTo(StoryStep.NOT_DONE);
  }

  @Test
  void a_deployment_is_revertible_for_the_time_planetscale_says() {
    assertThat(story(applied().revertibleUntil(35)).revertibleUntil()).isEqualTo(minute(35));
  }

  @Test
  void a_deployment_that_waits_is_revertible_for_thirty_minutes() {
    assertThat(story(applied().state("complete_pending_revert")).revertibleUntil())
        .isEqualTo(minute(35));
    assertThat(story(applied().state("complete")).revertibleUntil()).isNull();
  }

  @Test
  void an_instant_deployment_is_never_revertible() {
    Snapshot instant = applied().state("complete_pending_revert").revertibleUntil(35).instant();

    assertThat(story(instant)).returns(true, Story::instant).returns(null, Story::revertibleUntil);
  }

  @Test
  void the_schema_changed_when_the_run_ended_and_not_when_it_was_cut_over() {
    Snapshot closed = Snapshot.of(CLOSED, 9).queued(1, JANE).cutOver(4, SAM).finished(5);

    assertThat(story(closed).deployed()).isEqualTo(new StoryStep(SAM, minute(5)));
  }

  @Test
  void a_clock_that_runs_backwards_gives_no_length_of_time() {
    Snapshot odd = Snapshot.of(SCHEMA_APPLIED, 1).queued(9, JANE).finished(1);

    assertThat(story(odd).timeToDeploy()).isEmpty();
  }

  private static Snapshot applied() {
    return Snapshot.of(SCHEMA_APPLIED, 5).queued(1, JANE).cutOver(4, SAM).finished(5);
  }

  private static Story story(Snapshot... snapshots) {
    return StoryFold.of(Stream.of(snapshots).map(Snapshot::snapshot).toList());
  }
}
