package io.schemamemory.domain.story;

import static io.schemamemory.domain.event.Milestone.CLOSED;
import static io.schemamemory.domain.event.Milestone.IN_PROGRESS;
import static io.schemamemory.domain.event.Milestone.OPENED;
import static io.schemamemory.domain.event.Milestone.PENDING_CUTOVER;
import static io.schemamemory.domain.event.Milestone.QUEUED;
import static io.schemamemory.domain.event.Milestone.REVERTED;
import static io.schemamemory.domain.event.Milestone.SCHEMA_APPLIED;
import static io.schemamemory.domain.event.Snapshot.DROP;
import static io.schemamemory.domain.event.Snapshot.JANE;
import static io.schemamemory.domain.event.Snapshot.SAM;
import static io.schemamemory.domain.event.Snapshot.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.event.Snapshot;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoryFoldTest {
  /// In progress and pending cutover at the same instant: only the milestone gives their order.
  private static final List<DeployRequestSnapshot> LIFE =
      List.of(
          Snapshot.of(OPENED, 0).state("ready").snapshot(),
          Snapshot.of(QUEUED, 1).queued(1, JANE).state("queued").snapshot(),
          running(IN_PROGRESS, 2).state("in_progress").snapshot(),
          running(PENDING_CUTOVER, 2).ready(2).state("pending_cutover").snapshot(),
          applied(SCHEMA_APPLIED, 5).state("complete_pending_revert").snapshot(),
          applied(REVERTED, 9).reverted(9, SAM).state("in_progress_revert").snapshot(),
          applied(CLOSED, 10)
              .reverted(9, SAM)
              .closed(10, JANE)
              .state("complete_revert")
              .snapshot());

  @Test
  void a_whole_life_is_one_story() {
    Story story = StoryFold.of(LIFE);

    assertThat(story)
        .returns(Outcome.REVERTED, Story::outcome)
        .returns(42L, Story::number)
        .returns("acme/shop", Story::place)
        .returns(List.of(DROP), Story::statements)
        .returns(true, Story::canDropData)
        .returns(new StoryStep(JANE, minute(0)), Story::opened)
        .returns(null, Story::approved)
        .returns(new StoryStep(JANE, minute(1)), Story::queued)
        .returns(minute(2), Story::startedAt)
        .returns(minute(2), Story::readyToCutoverAt)
        .returns(new StoryStep(SAM, minute(4)), Story::cutOver)
        .returns(new StoryStep(SAM, minute(5)), Story::deployed)
        .returns(StoryStep.NOT_DONE, Story::cancelled)
        .returns(new StoryStep(SAM, minute(9)), Story::reverted)
        .returns(false, Story::revertFailed)
        .returns(null, Story::erroredAt)
        .returns(new StoryStep(JANE, minute(10)), Story::closed)
        .returns(Optional.of(Duration.ofMinutes(4)), Story::timeToDeploy)
        .returns(Optional.of(Duration.ofMinutes(4)), Story::timeToRevert);
  }

  @Test
  void every_order_gives_the_same_story() {
    Story story = StoryFold.of(LIFE);
    List<List<DeployRequestSnapshot>> orders = permutations(LIFE);

    assertThat(orders).hasSize(5040);
    assertThat(orders).allSatisfy(order -> assertThat(StoryFold.of(order)).isEqualTo(story));
  }

  /// One whose clock is wrong throughout, one with a wrong age, one with a wrong time of its own.
  @Test
  void every_order_gives_the_same_story_with_times_in_doubt() {
    int ahead = 50_000;
    List<DeployRequestSnapshot> doubtful =
        List.of(
            receivedIn(900, Snapshot.of(OPENED, ahead).created(ahead).state("ready")),
            receivedIn(1, Snapshot.of(QUEUED, 1).queued(1, JANE).state("queued")),
            receivedIn(2, running(IN_PROGRESS, ahead).state("in_progress")),
            receivedIn(
                5, applied(SCHEMA_APPLIED, 5).finished(ahead).state("complete_pending_revert")),
            receivedIn(10, applied(CLOSED, 10).closed(ahead, JANE).state("complete")));
    Story story = StoryFold.of(doubtful);

    assertThat(story)
        .returns(Outcome.DEPLOYED, Story::outcome)
        .returns(new StoryStep(JANE, minute(0)), Story::opened)
        .returns(minute(2), Story::startedAt)
        .returns(minute(5), one -> one.deployed().at())
        .returns(List.of(minute(ahead)), Story::doubtfulTimes);
    assertThat(Objects.requireNonNull(story.closed().at())).isBetween(minute(10), minute(11));
    assertThat(permutations(doubtful))
        .allSatisfy(order -> assertThat(StoryFold.of(order)).isEqualTo(story));
  }

  @Test
  void the_end_of_the_revert_window_of_a_clock_that_is_ahead_is_not_told() {
    DeployRequestSnapshot applied =
        receivedIn(
            5, applied(SCHEMA_APPLIED, 5).revertibleUntil(335).state("complete_pending_revert"));

    assertThat(StoryFold.of(List.of(applied)).revertibleUntil()).isEqualTo(minute(35));
  }

  @Test
  void repetition_in_any_order_gives_the_same_story() {
    Story story = StoryFold.of(LIFE);
    Random random = new Random(20260502);
    for (int round = 0; round < 500; round++) {
      List<DeployRequestSnapshot> repeated = new ArrayList<>(LIFE);
      random.ints(random.nextInt(1, 20), 0, LIFE.size()).mapToObj(LIFE::get).forEach(repeated::add);
      Collections.shuffle(repeated, random);

      assertThat(StoryFold.of(repeated)).isEqualTo(story);
    }
  }

  @Test
  void every_part_of_a_life_in_any_order_gives_one_story_of_its_own() {
    Random random = new Random(20260503);
    for (int part = 1; part < 1 << LIFE.size(); part++) {
      int chosen = part;
      List<DeployRequestSnapshot> some =
          new ArrayList<>(
              LIFE.stream().filter(one -> (chosen >> LIFE.indexOf(one) & 1) == 1).toList());
      Story story = StoryFold.of(some);
      Collections.shuffle(some, random);

      assertThat(StoryFold.of(some)).isEqualTo(story);
    }
  }

  /// Received before any of the times that lie beyond the minute.
  private static DeployRequestSnapshot receivedIn(int minute, Snapshot snapshot) {
    Instant received = minute(minute).plusSeconds(1);
    return DeployRequestSnapshot.of(
            Sighting.of(snapshot.event(), Channel.WEBHOOK, "default", "d", received))
        .findFirst()
        .orElseThrow();
  }

  private static Snapshot running(Milestone milestone, int minute) {
    return Snapshot.of(milestone, minute).queued(1, JANE).started(2).changing(DROP);
  }

  private static Snapshot applied(Milestone milestone, int minute) {
    return running(milestone, minute).ready(2).cutOver(4, SAM).finished(5);
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (T first : items) {
      List<T> rest = items.stream().filter(item -> !item.equals(first)).toList();
      for (List<T> order : permutations(rest)) {
        List<T> longer = new ArrayList<>(List.of(first));
        longer.addAll(order);
        all.add(longer);
      }
    }
    return all;
  }
}
