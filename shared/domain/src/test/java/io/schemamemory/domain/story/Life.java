package io.schemamemory.domain.story;

import static io.schemamemory.domain.event.Milestone.CLOSED;
import static io.schemamemory.domain.event.Milestone.ERRORED;
import static io.schemamemory.domain.event.Milestone.IN_PROGRESS;
import static io.schemamemory.domain.event.Milestone.OPENED;
import static io.schemamemory.domain.event.Milestone.PENDING_CUTOVER;
import static io.schemamemory.domain.event.Milestone.QUEUED;
import static io.schemamemory.domain.event.Milestone.REVERTED;
import static io.schemamemory.domain.event.Milestone.SCHEMA_APPLIED;
import static io.schemamemory.domain.event.Snapshot.DROP;
import static io.schemamemory.domain.event.Snapshot.JANE;
import static io.schemamemory.domain.event.Snapshot.SAM;

import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.event.Snapshot;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A lifecycle of a deploy request, step by step: every body contains the earlier steps too.
record Life(String name, Outcome outcome, List<Gain> gains) {
  /// A step, the minute of its webhook, and what is known from then on.
  record Gain(Milestone milestone, int minute, UnaryOperator<Snapshot> known) {}

  private static final Gain OPEN = new Gain(OPENED, 0, now -> now.state("ready"));
  private static final Gain QUEUE =
      new Gain(QUEUED, 1, now -> now.queued(1, JANE).changing(DROP).state("queued"));
  private static final Gain BEGIN =
      new Gain(IN_PROGRESS, 2, now -> now.started(2).state("in_progress"));
  // Sent in the minute it began: only the milestone gives their order.
  private static final Gain WAIT =
      new Gain(PENDING_CUTOVER, 2, now -> now.ready(2).state("pending_cutover"));
  private static final Gain APPLY =
      new Gain(
          SCHEMA_APPLIED,
          5,
          now -> now.cutOver(4, SAM).finished(5).state("complete_pending_revert"));

  static Stream<Life> all() {
    return Stream.of(
        life("deployed", Outcome.DEPLOYED, OPEN, QUEUE, BEGIN, WAIT, APPLY, close("complete")),
        life("still revertible", Outcome.DEPLOYED, OPEN, QUEUE, BEGIN, WAIT, APPLY),
        life(
            "reverted",
            Outcome.REVERTED,
            OPEN,
            QUEUE,
            BEGIN,
            WAIT,
            APPLY,
            new Gain(REVERTED, 9, now -> now.reverted(9, SAM).state("in_progress_revert")),
            close("complete_revert")),
        life(
            "failed, then deployed",
            Outcome.DEPLOYED,
            OPEN,
            QUEUE,
            BEGIN,
            new Gain(ERRORED, 3, now -> now.failing("lock wait timeout").state("error")),
            new Gain(QUEUED, 4, now -> now.again(4, SAM).state("queued")),
            new Gain(SCHEMA_APPLIED, 6, now -> now.cutOver(5, SAM).finished(6).state("complete")),
            close("complete")),
        life(
            "cancelled",
            Outcome.ABANDONED,
            OPEN,
            QUEUE,
            BEGIN,
            new Gain(
                CLOSED,
                8,
                now -> now.cancelled(SAM).finished(7).closed(8, JANE).state("complete_cancel"))),
        life(
            "linted",
            Outcome.FAILED,
            OPEN,
            new Gain(ERRORED, 1, now -> now.failing("no unique key").state("error")),
            close("error")),
        life("changing nothing", Outcome.NO_CHANGES, OPEN, close("no_changes")),
        life("waiting", Outcome.PENDING_CUTOVER, OPEN, QUEUE, BEGIN, WAIT));
  }

  /// The webhooks' sightings of it, one body for each step.
  List<Snapshot> webhooks() {
    return IntStream.range(0, gains.size())
        .mapToObj(i -> grown(gains.get(i).milestone(), gains.get(i).minute(), i))
        .toList();
  }

  /// What the API says about a milestone after everything has ended.
  Snapshot now(Milestone milestone) {
    return grown(milestone, gains.getLast().minute(), gains.size() - 1);
  }

  /// The milestones in the API's final answer: no error, and of the last run only.
  List<Milestone> rebuilt() {
    List<Milestone> all = gains.stream().map(Gain::milestone).toList();
    int lastRun = all.lastIndexOf(QUEUED);
    return IntStream.range(0, all.size())
        .filter(i -> i == 0 || i >= lastRun)
        .mapToObj(all::get)
        .filter(milestone -> milestone != ERRORED)
        .toList();
  }

  private Snapshot grown(Milestone milestone, int minute, int last) {
    Snapshot snapshot = Snapshot.of(milestone, minute);
    for (Gain gain : gains.subList(0, last + 1)) {
      snapshot = gain.known().apply(snapshot);
    }
    return snapshot;
  }

  private static Life life(String name, Outcome outcome, Gain... gains) {
    return new Life(name, outcome, List.of(gains));
  }

  private static Gain close(String state) {
    return new Gain(CLOSED, 40, now -> now.closed(40, JANE).state(state));
  }

  @Override
  public String toString() {
    return name;
  }
}
